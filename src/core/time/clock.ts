import { eventTypeProblem, MockError, matches, sentence } from "../basics";
import { inspected } from "../store";
import type { SystemClock } from "./system-clock";
import { Tally } from "./tally";
import { checkedInstant, type Duration, type EpochMs, epochMs, type Instant, milliseconds } from "./time";
import { Turns } from "./turns";

/**
 * How time passes. `auto`: asking the same again, while something unfinished is shown, moves time to its next change.
 * `manual`: only the clock's own methods move it. `system`: it follows `Date.now()`.
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
  /**
   * What each rule of a backup plan did, by the names of plan and rule: the number of its backup jobs that ended, by
   * state, and of backups that another rule `displaced`: `{ "plan / daily": { COMPLETED: 30, displaced: 5 } }`.
   */
  readonly rules: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Makes room for other work during a long move. */
export interface MoveOptions {
  /**
   * Called and awaited after at most 500 steps, with the number of steps so far. Meanwhile, reads see the state as it is
   * and move no time. What it throws ends the move where it is.
   */
  readonly between?: (steps: number) => unknown;
}

/** The part of an event that `until` looks at. */
interface ClockEvent {
  readonly "detail-type": string;
  readonly detail: unknown;
}

/** Holds from an event on: of this `detail-type` and, if given, with at least this in its `detail`. */
export interface EventCondition {
  /** The `detail-type`: `Backup Job State Change`. */
  readonly event: string;
  /** Part of the `detail`; asymmetric matchers work. */
  readonly detail?: object;
}

/** How far `until` may move. */
export interface UntilOptions extends MoveOptions {
  /** The longest time to move. Default: 400 days. */
  readonly within?: Duration;
}

/** What a clock moves. */
export interface Timeline {
  readonly now: EpochMs;
  /** The `detail-type`s of the events that can come. */
  readonly eventTypes: readonly string[];
  /** The number of steps and delayed answers in flight. */
  readonly inFlight: number;
  /** When the next step or delayed answer is due, if any. */
  readonly nextDue: EpochMs | undefined;
  /** Takes the steps due up to an instant, at most `limit`, and moves there if none is left. */
  pass(until: EpochMs, limit: number): number;
  /** Counts what happens from now on, and returns a function that stops counting. */
  count(tally: Tally): () => void;
  /** Resolves when all event listeners are done, except those that wait for time to pass. */
  listeners(): Promise<void>;
  /** Calls a listener for every event, and returns a function that unsubscribes it. */
  onEvent(listener: (event: ClockEvent) => void): () => void;
  /** Resolves after other tasks of the process had their turn. */
  otherTasks(): Promise<void>;
  /** Whether this code was called by an event listener, or by `runInside`. */
  isInListener(): boolean;
  /** Runs code that a move waits for, such as a condition: moves that it asks for start at once. */
  runInside<T>(work: () => T): T;
  /** Until the returned function is called, only this move moves time: reads do not. */
  pause(): () => void;
  /** Notes that time was moved on purpose, so that what was asked before is not asked again. */
  moved(): void;
}

/** Steps per transaction. A transaction copies what it writes to once, so large batches copy less. */
const batch = 10_000;
/** Few enough steps for a move to make room for other work more than ten times a second. */
const smallBatch = 500;
/** More steps than any test has in flight; work that takes more never ends. */
const settleBound = 100_000;
/** After this much work, other tasks of the process get their turn. A round counts for several steps. */
const stepsPerTurn = 10_000;
const stepsPerRound = 50;

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
  readonly #turns: Turns;

  /** @internal A clock that moves a timeline, which may itself follow the system's clock. */
  constructor(timeline: Timeline, system?: SystemClock) {
    this.#timeline = timeline;
    this.#system = system;
    this.#turns = new Turns(() => timeline.isInListener());
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
   * Moves time forward; all steps due on the way happen in order. Concurrent moves run one after another.
   * Throws a {@link MockError} (`InvalidOption`, `ClockCannotMove`).
   *
   * @example
   * await aws.clock.advance("35 days");
   */
  async advance(duration: Duration, options?: MoveOptions): Promise<Passage> {
    const length = milliseconds(duration);
    return this.#inTurn(() => this.#moveTo(this.now().getTime() + length, options));
  }

  /**
   * Moves time forward to an instant. Throws a {@link MockError} (`ClockCannotMove`) for an earlier one.
   *
   * @example
   * await aws.clock.set("2027-03-01T00:00:00Z");
   */
  async set(instant: Instant, options?: MoveOptions): Promise<Passage> {
    const until = epochMs(instant);
    return this.#inTurn(() => this.#moveTo(until, options));
  }

  /**
   * Moves time to the next change, whatever it is: a job that starts, a schedule that fires, a recovery point that
   * expires. Nothing happens if nothing is to come.
   *
   * @example
   * const { to } = await aws.clock.next();
   */
  async next(options?: MoveOptions): Promise<Passage> {
    return this.#inTurn(() => {
      const due = this.#timeline.nextDue;
      return this.#moveTo(Math.max(due ?? this.#timeline.now, this.now().getTime()), options);
    });
  }

  /**
   * Moves time from change to change until a condition holds, or an event comes. A condition is checked before the first
   * change and after each. Throws a {@link MockError} (`NeverSettles`) if nothing is to come, or not `within` a duration
   * (default: 400 days), or (`InvalidOption`) if no event can have this `detail-type`.
   *
   * @example
   * await aws.clock.until(() => aws.state.backup.recoveryPoints.size === 0, { within: "365 days" });
   * await aws.clock.until({ event: "Backup Job State Change", detail: { state: "FAILED" } });
   */
  async until(condition: (() => unknown) | EventCondition, options: UntilOptions = {}): Promise<Passage> {
    const { within = "400 days", ...moveOptions } = options;
    const length = milliseconds(within);
    if (typeof condition !== "function") checkEventType(condition.event, this.#timeline.eventTypes);
    return this.#inTurn(async () => {
      if (typeof condition === "function") return this.#until(condition, length, moveOptions);
      let came = false;
      const unsubscribe = this.#timeline.onEvent(event => {
        came ||= isMeant(event, condition);
      });
      try {
        return await this.#until(() => came, length, moveOptions);
      } finally {
        unsubscribe();
      }
    });
  }

  /** The current time in ISO 8601. `console.log(aws.clock)` prints it, too. */
  toString(): string {
    return this.now().toISOString();
  }

  /** @internal What `console.log` prints. */
  [inspected](): string {
    return `Clock (${this.toString()})`;
  }

  /** Calls made before a move reach the mock before it: some take several promises to get here. */
  #inTurn(move: () => Promise<Passage>): Promise<Passage> {
    return this.#turns.take(async () => {
      await this.#timeline.otherTasks();
      return move();
    });
  }

  async #until(condition: () => unknown, length: number, options: MoveOptions): Promise<Passage> {
    const end = checkedInstant(this.now().getTime() + length);
    const isMet = async () => Boolean(await this.#timeline.runInside(condition));
    let holds = await isMet();
    const next = () => {
      if (holds) return undefined;
      const due = this.#timeline.nextDue;
      if (due === undefined || due > end) throw neverHolds(this.#timeline, due, end);
      return due;
    };
    return this.#pass(next, options, async () => {
      holds = await isMet();
    });
  }

  /**
   * Moves time until no work is in flight. Planned changes, such as an expiry, do not count. Throws a {@link MockError}
   * (`NeverSettles`) after 100,000 steps: then work is always in flight, such as an hourly backup that takes two hours.
   *
   * @example
   * await aws.clock.settle();
   */
  async settle(options?: MoveOptions): Promise<Passage> {
    const timeline = this.#timeline;
    return this.#inTurn(() =>
      this.#pass(steps => {
        if (timeline.inFlight === 0) return undefined;
        const due = timeline.nextDue;
        if (due === undefined || steps > settleBound) throw neverSettles(timeline, steps);
        return due;
      }, options),
    );
  }

  async #moveTo(until: EpochMs, options?: MoveOptions): Promise<Passage> {
    const timeline = this.#timeline;
    const from = this.now().getTime();
    checkedInstant(until);
    if (until < from) {
      throw new MockError(
        "ClockCannotMove",
        `Cannot set the clock to ${isoOf(until)}: it is ${isoOf(from)} and time does not go back; roll back to a snapshot instead.`,
      );
    }
    const isThere = () => timeline.now >= until && (timeline.nextDue ?? Number.POSITIVE_INFINITY) > until;
    return this.#pass(() => (isThere() ? undefined : until), options);
  }

  /** Moves time while `next` returns an instant to move to, and says what happened. */
  async #pass(
    next: (steps: number) => EpochMs | undefined,
    { between }: MoveOptions = {},
    after?: () => Promise<void>,
  ): Promise<Passage> {
    const timeline = this.#timeline;
    const from = this.now();
    const tally = new Tally();
    const stop = timeline.count(tally);
    let steps = 0;
    try {
      await timeline.listeners();
      let work = 0;
      for (let until = next(steps); until !== undefined; until = next(steps)) {
        const taken = timeline.pass(checkedInstant(until), between ? smallBatch : batch);
        steps += taken;
        await timeline.listeners();
        if (after) await after();
        if (between) await paused(timeline, () => timeline.runInside(() => between(steps)));
        work += Math.max(taken, stepsPerRound);
        if (work >= stepsPerTurn) {
          work = 0;
          await this.#timeline.otherTasks();
        }
      }
    } finally {
      stop();
      timeline.moved();
      this.#system?.moved();
    }
    const { jobs = {}, recoveryPoints = {}, events = {} } = tally.counts;
    return {
      from,
      to: new Date(timeline.now),
      steps,
      events: events["emitted"] ?? 0,
      jobs,
      recoveryPoints,
      rules: tally.rules,
    };
  }
}

function checkEventType(type: unknown, known: readonly string[]): void {
  const problem = eventTypeProblem(type, known);
  if (problem !== undefined) {
    throw new MockError("InvalidOption", sentence(`Cannot wait for the event: ${problem}`));
  }
}

const isMeant = (event: ClockEvent, { event: type, detail }: EventCondition): boolean =>
  event["detail-type"] === type && (detail === undefined || matches(detail, event.detail));

async function paused(timeline: Timeline, work: () => unknown): Promise<void> {
  const resume = timeline.pause();
  try {
    await work();
  } finally {
    resume();
  }
}

const isoOf = (at: EpochMs): string => new Date(at).toISOString();

const neverSettles = (timeline: Timeline, steps: number): MockError =>
  new MockError(
    "NeverSettles",
    `Cannot settle: after ${steps} steps, ${timeline.inFlight} changes are still in flight at ${isoOf(timeline.now)}; use clock.advance to move a bounded time instead.`,
  );

const neverHolds = (timeline: Timeline, due: EpochMs | undefined, end: EpochMs): MockError =>
  new MockError(
    "NeverSettles",
    `Cannot wait for the condition: it does not hold at ${isoOf(timeline.now)} and ${due === undefined ? "nothing is to come" : `the next change, at ${isoOf(due)}, is after ${isoOf(end)}`}; check the condition, or give a longer { within }.`,
  );
