import { type ChangeObserver, DraftTable } from "./draft-table";
import type { Table } from "./table";
import type { AnyServiceState, Tables } from "./table-sets";

/** The tables of one service in one place, inside a transaction. A table is drafted when it is first touched. */
export class ServiceDrafts {
  readonly #origin: AnyServiceState;
  readonly #observer: ChangeObserver;
  readonly #drafts = new Map<string, DraftTable<object>>();

  constructor(origin: AnyServiceState, observer: ChangeObserver) {
    this.#origin = origin;
    this.#observer = observer;
  }

  static table(drafts: ServiceDrafts, name: string): DraftTable<object> | undefined {
    const known = drafts.#drafts.get(name);
    if (known) return known;
    const origin = drafts.#origin[name];
    if (!origin) return undefined;
    const draft = new DraftTable(origin, name, drafts.#observer);
    drafts.#drafts.set(name, draft);
    return draft;
  }

  /** The immutable tables with all changes; the original ones when there were none. */
  static sealed(drafts: ServiceDrafts): AnyServiceState {
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

/** Drafts with a member for each table of a service. */
export function draftsWith(tables: Tables): typeof ServiceDrafts {
  const Drafts = class extends ServiceDrafts {};
  for (const name of Object.keys(tables)) {
    Object.defineProperty(Drafts.prototype, name, {
      get(this: ServiceDrafts) {
        return ServiceDrafts.table(this, name);
      },
    });
  }
  return Drafts;
}
