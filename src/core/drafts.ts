import type { TableAddress } from "./agenda";
import type { DraftTable } from "./draft-table";
import type { Next } from "./next";
import type { PlaceKey } from "./place";
import type { Tables } from "./shape";
import type { AnyServiceState } from "./state";
import type { Table } from "./table";

/** Told whenever the next step of a record of a table changes. */
export type RescheduleIn = (
  address: TableAddress,
  sequence: number,
  before: Next | undefined,
  after: Next | undefined,
) => void;

/** The tables of one service in one place, inside a transaction. A table is drafted when it is first touched. */
export class ServiceDrafts {
  readonly #place: PlaceKey;
  readonly #service: string;
  readonly #origin: AnyServiceState;
  readonly #reschedule: RescheduleIn;
  readonly #drafts = new Map<string, DraftTable<object>>();

  constructor(place: PlaceKey, service: string, origin: AnyServiceState, reschedule: RescheduleIn) {
    this.#place = place;
    this.#service = service;
    this.#origin = origin;
    this.#reschedule = reschedule;
  }

  static table(drafts: ServiceDrafts, name: string): DraftTable<object> | undefined {
    const known = drafts.#drafts.get(name);
    if (known) return known;
    const reschedule = drafts.#reschedule;
    const address = { place: drafts.#place, service: drafts.#service, table: name };
    const draft = drafts.#origin[name]?.draft((sequence, before, after) => {
      if (before !== after) reschedule(address, sequence, before, after);
    });
    if (draft) drafts.#drafts.set(name, draft);
    return draft;
  }

  /** The immutable tables with all changes; the original ones when there were none. */
  static sealed(drafts: ServiceDrafts): AnyServiceState {
    const origin = drafts.#origin;
    let changes: Record<string, Table<object>> | undefined;
    for (const [name, draft] of drafts.#drafts) {
      const sealed = draft.sealed();
      if (sealed === origin[name]) continue;
      changes ??= {};
      changes[name] = sealed;
    }
    return changes ? Object.freeze({ ...origin, ...changes }) : origin;
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
