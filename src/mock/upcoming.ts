import type { PlaceKey } from "../core/basics";
import { inspected } from "../core/store";
import { nextOf } from "../core/time";
import type { WorldState } from "../core/world";

/** A change that will happen by itself. */
export interface UpcomingStep {
  /** When it is due, in epoch milliseconds. */
  readonly at: number;
  /** `account/region`. */
  readonly place: PlaceKey;
  /** `backup`, `efs` or `fsx`. */
  readonly service: string;
  /** The table, as in `aws.state`: `backupJobs`, `recoveryPoints` … */
  readonly table: string;
  /** The id, ARN or name of the record. */
  readonly key: string;
  /** What will happen to it: `complete`, `expire` … */
  readonly step: string;
}

/** All changes that will happen by themselves, in all places, soonest first. */
export class Upcoming implements Iterable<UpcomingStep> {
  readonly #state: WorldState;

  /** @internal */
  constructor(state: WorldState) {
    this.#state = state;
    Object.freeze(this);
  }

  /** How many there are. */
  get size(): number {
    return this.#state.agenda.size;
  }

  /** The same as `size`, as lists have it. */
  get length(): number {
    return this.size;
  }

  /** When the first one is due, in epoch milliseconds. */
  get first(): number | undefined {
    return this.#state.agenda.first;
  }

  /** The steps, soonest first. */
  *[Symbol.iterator](): Generator<UpcomingStep, undefined> {
    for (const [at, { place, service, table, sequence }] of this.#state.agenda.entries()) {
      const records = this.#state.places[place]?.[service]?.[table];
      const record = records?.at(sequence);
      const next = record && nextOf(record);
      if (!records || !next) continue;
      yield Object.freeze({ at, place, service, table, key: records.keyOf(record), step: next.step });
    }
  }

  /** The steps as a list. */
  toJSON(): readonly UpcomingStep[] {
    return [...this];
  }

  /** @internal What `console.log` prints. */
  [inspected](): readonly UpcomingStep[] {
    return this.toJSON();
  }
}
