import type { DraftTable, Schedule } from "./draft-table";
import type { Tables } from "./shape";
import type { AnyServiceState } from "./state";
import type { Table } from "./table";

/** The tables of one service in one place, inside a transaction. A table is drafted when it is first touched. */
export class ServiceDrafts {
  readonly #origin: AnyServiceState;
  readonly #schedule: Schedule;
  readonly #drafts = new Map<string, DraftTable<object>>();

  constructor(origin: AnyServiceState, schedule: Schedule) {
    this.#origin = origin;
    this.#schedule = schedule;
  }

  static table(drafts: ServiceDrafts, name: string): DraftTable<object> | undefined {
    const known = drafts.#drafts.get(name);
    if (known) return known;
    const draft = drafts.#origin[name]?.draft(name, drafts.#schedule);
    if (draft) drafts.#drafts.set(name, draft);
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
