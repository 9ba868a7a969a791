import type { Outcome } from "./outcome";
import type { EpochMs } from "./time";

/**
 * The next step of a record, kept in the record as `next`. The agenda only indexes these, so a removed record takes its
 * step with it, and a rollback brings its own steps back.
 */
export interface Next {
  /** When it is due. */
  readonly at: EpochMs;
  /** The name of the step, one of the table's. */
  readonly step: string;
  /** True for work in flight, such as a running job; false for a planned change, such as an expiry. */
  readonly inFlight: boolean;
  /** Orders steps due at the same instant: first scheduled, first taken. */
  readonly order: number;
  /** Set by `hold`: the step waits until it is released; `inFlight` is false meanwhile. */
  readonly held?: { readonly inFlight: boolean };
}

/** A record that may have a next step. */
export interface Timed {
  readonly next?: Next | undefined;
  /** Set by a test for the work that `next` ends. */
  readonly outcome?: Outcome | undefined;
}

export const nextOf = (record: Timed): Next | undefined => record.next;

export const outcomeOf = (record: Timed): Outcome | undefined => record.outcome;

/** Whether a step ends work, be it on hold. */
export const isWork = (next: Next | undefined): boolean =>
  next?.inFlight === true || next?.held?.inFlight === true;

/** The step, on hold. */
export const held = (next: Next): Next => ({ ...next, inFlight: false, held: { inFlight: next.inFlight } });

/**
 * The new step of a record on hold, itself on hold. The same step without the hold, recognized by its order, is the
 * release.
 */
export const keptHeld = (before: Next | undefined, after: Next | undefined): Next | undefined =>
  before?.held && after && !after.held && after.order !== before.order ? held(after) : undefined;
