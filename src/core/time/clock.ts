import { MockError } from "../basics";
import type { SystemClock } from "./system-clock";
import { Tally } from "./tally";
import { type Duration, type EpochMs, epochMs, type Instant, milliseconds } from "./time";

/**
 * How time passes. `auto`: it stands still, save that reading something unfinished lets it pass to that thing's next
 * change. `manual`: only `advance`, `set` and `settle` move it. `system`: it follows `Date.now()`.
 */
export type ClockMode = "auto" | "manual" | "system";

/** What came to pass while time was moved. */
export interface Passage {
  readonly from: Date;
  readonly to: Date;
  /** How many steps were taken: jobs started and finished, points expired, schedules fired … */
  readonly steps: number;
  /** How many events were put on the accounts' buses. */
  readonly events: number;
  /** How many jobs ended, by the state they ended in: `{ COMPLETED: 35 }`. */
  readonly jobs: Readonly<Record<string, number>>;
  /** How many recovery points were `made`, `movedToColdStorage` and `expired`. */
  readonly recoveryPoints: Readonly<Record<string, number>>;
}

/** How a long move makes room for other work. */
export interface MoveOptions {
  /**
   * Called after every 500 steps at the latest, with the number of steps so far, and awaited. Meanwhile reads find the
   * world as it is and let no time pass. What it throws ends the move where it is.
   */
  readonly between?: (steps: number) => unknown;
}

/** The part of a mock that the clock moves. */
export interface Timeline {
  readonly now: EpochMs;
  readonly inFlight: number;
  /** When the next step is due, if any is. */
  readonly nextDue: EpochMs | undefined;
  /** Takes the steps due up to an instant, no more than so many, and moves there if none is left. */
  pass(until: EpochMs, limit: number): number;
  /** How many events there have been. */
  readonly eventCount: number;
  /** Adds what happens from now on to a tally; the function returned ends that. */
  count(tally: Tally): () => void;
  /** Resolves when all who listen to events have done what they do. */
  listeners(): Promise<void>;
  /** Until the function returned is called, time passes by a move only, and not because something is read. */
  pause(): () => void;
}

/** A transaction copies what it writes to once, so many steps in one copy less; none holds more than a few megabytes. */
const batch = 10_000;
/** A move that makes room for others does so more often than ten times a second. */
const politeBatch = 500;
/** More than any test has under way at once; what takes more steps never ends. */
const settleBound = 100_000;

/** The mock's clock. No timer of the JavaScript runtime is behind it. */
export class Clock {
  readonly #timeline: Timeline;
  readonly #system: SystemClock | undefined;

  /** A clock of a timeline that follows another one, if any is given. */
  constructor(timeline: Timeline, system?: SystemClock) {
    this.#timeline = timeline;
    this.#system = system;
  }

  now(): Date {
    this.#system?.follow();
    return new Date(this.#timeline.now);
  }

  /** Moves time on; everything due on the way happens in order. */
  async advance(duration: Duration, options?: MoveOptions): Promise<Passage> {
    return this.#moveTo(this.now().getTime() + milliseconds(duration), options);
  }

  /** Moves time on to an instant. Going back is refused. */
  async set(instant: Instant, options?: MoveOptions): Promise<Passage> {
    return this.#moveTo(epochMs(instant), options);
  }

  /**
   * Lets time pass until no work is under way. What is merely planned, such as an expiry, is not waited for. Gives up
   * after 100,000 steps, since then something is always under way, such as an hourly backup that takes two hours.
   */
  settle(options?: MoveOptions): Promise<Passage> {
    const timeline = this.#timeline;
    return this.#pass(steps => {
      if (timeline.inFlight === 0) return undefined;
      const due = timeline.nextDue;
      if (due === undefined || steps > settleBound) throw neverSettles(timeline, steps);
      return due;
    }, options);
  }

  async #moveTo(until: EpochMs, options?: MoveOptions): Promise<Passage> {
    const timeline = this.#timeline;
    const from = this.now().getTime();
    if (until < from) {
      throw new MockError(
        "ClockCannotMove",
        `Cannot set the clock to ${new Date(until).toISOString()}: it is ${new Date(from).toISOString()} and time does not go back; roll back to a snapshot instead.`,
      );
    }
    const isThere = () => timeline.now >= until && (timeline.nextDue ?? Number.POSITIVE_INFINITY) > until;
    return this.#pass(() => (isThere() ? undefined : until), options);
  }

  /** Lets time pass as long as it is told until when, and tells what happened. */
  async #pass(next: (steps: number) => EpochMs | undefined, { between }: MoveOptions = {}): Promise<Passage> {
    const timeline = this.#timeline;
    const from = this.now();
    const { eventCount } = timeline;
    const tally = new Tally();
    const stop = timeline.count(tally);
    let steps = 0;
    try {
      for (let until = next(steps); until !== undefined; until = next(steps)) {
        steps += timeline.pass(until, between ? politeBatch : batch);
        await timeline.listeners();
        if (between) await pausedFor(timeline, () => between(steps));
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

async function pausedFor(timeline: Timeline, work: () => unknown): Promise<void> {
  const resume = timeline.pause();
  try {
    await work();
  } finally {
    resume();
  }
}

const neverSettles = (timeline: Timeline, steps: number): MockError =>
  new MockError(
    "NeverSettles",
    `Cannot settle: after ${steps} steps ${timeline.inFlight} things are still under way at ${new Date(timeline.now).toISOString()}; use clock.advance to move a bounded time instead.`,
  );
