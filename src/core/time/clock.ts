import { MockError } from "../basics";
import type { SystemClock } from "./system-clock";
import { Tally } from "./tally";
import { type Duration, type EpochMs, epochMs, type Instant, milliseconds } from "./time";

/**
 * How time passes. `auto`: reading something unfinished moves time to its next change. `manual`: only `advance`, `set`
 * and `settle` move it. `system`: it follows `Date.now()`.
 */
export type ClockMode = "auto" | "manual" | "system";

/** What happened while time moved. */
export interface Passage {
  /** The time before. */
  readonly from: Date;
  /** The time after. */
  readonly to: Date;
  /** The number of steps taken: jobs started and finished, recovery points expired, schedules fired … */
  readonly steps: number;
  /** The number of events emitted. */
  readonly events: number;
  /** The number of jobs that ended, by state: `{ COMPLETED: 35 }`. */
  readonly jobs: Readonly<Record<string, number>>;
  /** The number of recovery points `made`, `movedToColdStorage` and `expired`. */
  readonly recoveryPoints: Readonly<Record<string, number>>;
}

/** What a clock moves. */
export interface Timeline {
  readonly now: EpochMs;
  readonly inFlight: number;
  /** When the next step is due, if any. */
  readonly nextDue: EpochMs | undefined;
  /** Takes the steps due up to an instant, at most `limit`, and moves there if none is left. */
  pass(until: EpochMs, limit: number): number;
  /** The number of events so far. */
  readonly eventCount: number;
  /** Counts what happens from now on, and returns a function that stops counting. */
  count(tally: Tally): () => void;
  /** Resolves when all event listeners are done. */
  listeners(): Promise<void>;
}

/** Steps per transaction. A transaction copies what it writes to once, so large batches copy less. */
const batch = 10_000;
/** More steps than any test has in flight; work that takes more never ends. */
const settleBound = 100_000;

/**
 * The mock's clock. It uses no timer of the JavaScript runtime.
 *
 * @example
 * const { jobs } = await aws.clock.advance({ days: 35 });
 * expect(jobs).toEqual({ COMPLETED: 35 });
 */
export class Clock {
  readonly #timeline: Timeline;
  readonly #system: SystemClock | undefined;

  /** @internal A clock that moves a timeline, which may itself follow the system's clock. */
  constructor(timeline: Timeline, system?: SystemClock) {
    this.#timeline = timeline;
    this.#system = system;
  }

  /**
   * The current time on this clock, as a new `Date`.
   *
   * @example
   * expect(aws.clock.now()).toEqual(new Date("2026-01-01T00:00:00Z"));
   */
  now(): Date {
    this.#system?.follow();
    return new Date(this.#timeline.now);
  }

  /**
   * Moves time forward; all steps due on the way happen in order. Throws a {@link MockError} (`InvalidOption`,
   * `ClockCannotMove`).
   *
   * @example
   * await aws.clock.advance("35 days");
   */
  async advance(duration: Duration): Promise<Passage> {
    return this.#moveTo(this.now().getTime() + milliseconds(duration));
  }

  /**
   * Moves time forward to an instant. Throws a {@link MockError} (`ClockCannotMove`) for an earlier one.
   *
   * @example
   * await aws.clock.set("2027-03-01T00:00:00Z");
   */
  async set(instant: Instant): Promise<Passage> {
    return this.#moveTo(epochMs(instant));
  }

  /**
   * Moves time until no work is in flight. Planned changes, such as an expiry, do not count. Throws a
   * {@link MockError} (`NeverSettles`) after 100,000 steps: then work is always in flight, such as an hourly backup that
   * takes two hours.
   *
   * @example
   * await aws.clock.settle();
   */
  settle(): Promise<Passage> {
    const timeline = this.#timeline;
    return this.#pass(steps => {
      if (timeline.inFlight === 0) return undefined;
      const due = timeline.nextDue;
      if (due === undefined || steps > settleBound) throw neverSettles(timeline, steps);
      return due;
    });
  }

  async #moveTo(until: EpochMs): Promise<Passage> {
    const timeline = this.#timeline;
    const from = this.now().getTime();
    if (until < from) {
      throw new MockError(
        "ClockCannotMove",
        `Cannot set the clock to ${new Date(until).toISOString()}: it is ${new Date(from).toISOString()} and time does not go back; roll back to a snapshot instead.`,
      );
    }
    const isThere = () => timeline.now >= until && (timeline.nextDue ?? Number.POSITIVE_INFINITY) > until;
    return this.#pass(() => (isThere() ? undefined : until));
  }

  /** Moves time while `next` returns an instant to move to, and says what happened. */
  async #pass(next: (steps: number) => EpochMs | undefined): Promise<Passage> {
    const timeline = this.#timeline;
    const from = this.now();
    const { eventCount } = timeline;
    const tally = new Tally();
    const stop = timeline.count(tally);
    let steps = 0;
    try {
      for (let until = next(steps); until !== undefined; until = next(steps)) {
        steps += timeline.pass(until, batch);
        await timeline.listeners();
      }
    } finally {
      stop();
      this.#system?.moved();
    }
    const { jobs = {}, recoveryPoints = {} } = tally.counts;
    const events = timeline.eventCount - eventCount;
    return { from, to: new Date(timeline.now), steps, events, jobs, recoveryPoints };
  }
}

const neverSettles = (timeline: Timeline, steps: number): MockError =>
  new MockError(
    "NeverSettles",
    `Cannot settle: after ${steps} steps ${timeline.inFlight} things are still under way at ${new Date(timeline.now).toISOString()}; use clock.advance to move a bounded time instead.`,
  );
