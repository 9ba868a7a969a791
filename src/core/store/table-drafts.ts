import { type DraftHooks, DraftTable } from "./draft-table";
import type { Table } from "./table";
import type { AnyTables, Tables } from "./table-sets";

/** Drafts of a set of tables, each made when it is first used. */
export class TableDrafts {
  readonly #origin: AnyTables;
  readonly #hooks: DraftHooks;
  readonly #drafts = new Map<string, DraftTable<object>>();

  constructor(origin: AnyTables, hooks: DraftHooks) {
    this.#origin = origin;
    this.#hooks = hooks;
  }

  static table(drafts: TableDrafts, name: string): DraftTable<object> | undefined {
    const known = drafts.#drafts.get(name);
    if (known) return known;
    const origin = drafts.#origin[name];
    if (!origin) return undefined;
    const draft = new DraftTable(origin, name, drafts.#hooks);
    drafts.#drafts.set(name, draft);
    return draft;
  }

  /** The immutable tables with all changes, or the original set if there were none. */
  static sealed(drafts: TableDrafts): AnyTables {
    const origin = drafts.#origin;
    let changed: Record<string, Table<object>> | undefined;
    for (const [name, draft] of drafts.#drafts) {
      const sealed = draft.sealed();
      if (sealed === origin[name]) continue;
      changed ??= { ...origin };
      changed[name] = sealed;
    }
    return changed ? Object.freeze(changed) : origin;
  }
}

/** A subclass with a getter for each table of a set. */
export function draftsWith(tables: Tables): typeof TableDrafts {
  const Drafts = class extends TableDrafts {};
  for (const name of Object.keys(tables)) {
    Object.defineProperty(Drafts.prototype, name, {
      get(this: TableDrafts) {
        return TableDrafts.table(this, name);
      },
    });
  }
  return Drafts;
}
