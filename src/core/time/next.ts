import type { EpochMs } from "./time";

/**
 * What happens to a thing next, kept in its record as `next`. The agenda is only an ordered view of these, so
 * a thing that goes takes its future with it, and a rolled-back state has its own future again.
 */
export interface Next {
  readonly at: EpochMs;
  /** Which of the table's steps is due. */
  readonly step: string;
  /** True for work under way, such as a running job; false for what is merely planned, such as an expiry. */
  readonly inFlight: boolean;
  /** Decides among steps due at the same instant: first arranged, first done. */
  readonly order: number;
  /** Set by `hold`: the step waits, whatever the time, until it is released; `inFlight` is false meanwhile. */
  readonly held?: { readonly inFlight: boolean };
}

/** A record that may have something coming. */
export interface Timed {
  readonly next?: Next | undefined;
}

export const nextOf = (record: Timed): Next | undefined => record.next;

/** The same step, waiting until it is released. */
export const held = (next: Next): Next => ({ ...next, inFlight: false, held: { inFlight: next.inFlight } });

/**
 * What is arranged anew for a thing on hold is on hold as well. The same arrangement without the hold, told by its
 * order, is the release.
 */
export const keptHeld = (before: Next | undefined, after: Next | undefined): Next | undefined =>
  before?.held && after && !after.held && after.order !== before.order ? held(after) : undefined;
