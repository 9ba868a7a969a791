export { BTree } from "./btree";
export { type DraftHooks, DraftTable, loadTable } from "./draft-table";
export { edited, type Recipe } from "./edit";
export { deepFreeze, frozenCopy } from "./freeze";
export { inspected } from "./inspected";
export { type Page, page, pageOfList } from "./pagination";
export { leafSize, Rows } from "./rows";
export { Table, type TableDump } from "./table";
export { draftsWith, TableDrafts } from "./table-drafts";
export type { Records, TableReader } from "./table-reader";
export {
  type AnyTables,
  type DraftTables,
  emptyTables,
  type FrozenTables,
  type ReadableTables,
  type RecordOf,
  type Tables,
} from "./table-sets";
export { type TableSpec, table, type Writable } from "./table-spec";
