export { BTree } from "./btree";
export { type ChangeObserver, DraftTable, loadTable } from "./draft-table";
export { deepFreeze } from "./freeze";
export { inspected } from "./inspected";
export { type Page, page, pageOfList } from "./pagination";
export { leafSize, Rows } from "./rows";
export { Table, type TableDump } from "./table";
export { draftsWith, ServiceDrafts } from "./table-drafts";
export type { Records, TableReader } from "./table-reader";
export {
  type AnyServiceState,
  emptyTables,
  type RecordOf,
  type ServiceDraft,
  type ServiceState,
  type ServiceTables,
  type Tables,
} from "./table-sets";
export { type TableSpec, table, type Writable } from "./table-spec";
