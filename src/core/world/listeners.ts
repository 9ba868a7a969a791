import { MockError } from "../basics";
import type { EpochMs } from "../time";
import type { BusEvent } from "./events";

/** Called for every event. If it returns a promise, `advance`, `set` and `settle` wait for it. */
export type EventListener = (event: BusEvent) => unknown;

/** One call of a listener, or of other code that a move of the clock waits for. */
export interface Invocation {
  /** The call that caused this one, if any. */
  readonly cause: Invocation | undefined;
  /** How many calls led to this one. */
  readonly depth: number;
}

/** What the core needs of the runtime that it runs in. */
export interface Runtime {
  /** Runs the code of an invocation. */
  run<T>(invocation: Invocation, work: () => T): T;
  /** The invocation that this code belongs to, also after it has awaited something. */
  current(): Invocation | undefined;
  /** Resolves after other tasks of the process had their turn, such as timers and input from the network. */
  otherTasks(): Promise<void>;
}

const noRuntime: Runtime = {
  run: (_, work) => work(),
  current: () => undefined,
  otherTasks: () => Promise.resolve(),
};

/** A promise of any realm: every jest test file has its own, and Node another. */
const isThenable = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === "object" && value !== null && "then" in value && typeof value.then === "function";

/** Cap on events that listeners emit in reaction to each other's events, one after another. */
const maxDepth = 1_000;
/** Cap on reactions at one instant: 200,000 close to the first event, or 10,000 further away, where they multiply. */
const maxWeight = 10_000;
const closeDepth = 3;
const closeWeight = 0.05;
/** Cap on rounds of waiting for listeners, for reactions that the runtime cannot follow, such as those over HTTP. */
const maxRounds = 2 * maxDepth;

const neverEnds = (): MockError =>
  new MockError(
    "NeverSettles",
    "Cannot wait for the event listeners: they react to each other's events without end; make one of them stop, or give its work a duration.",
  );

interface Undelivered {
  readonly event: BusEvent;
  readonly invocation: Invocation;
}

interface Running {
  readonly invocation: Invocation;
  readonly result: PromiseLike<unknown>;
}

function isCausedBy({ cause }: Invocation, other: Invocation): boolean {
  for (let earlier = cause; earlier !== undefined; earlier = earlier.cause) {
    if (earlier === other) return true;
  }
  return false;
}

/** The listeners for events. */
export class EventListeners {
  readonly #listeners = new Set<EventListener>();
  readonly #runtime: Runtime;
  /** Events to deliver. A listener that calls the mock emits more, which are delivered after these. */
  #undelivered: Undelivered[] = [];
  /** What the event that is being delivered causes. */
  #current: Invocation | undefined;
  #running: Running[] = [];
  /** How many listeners wait for time to pass. */
  #asleep = 0;
  readonly #onSleep = new Set<() => void>();
  /** The instant of the events told last, and the weight of the reactions there. */
  #instant: EpochMs | undefined;
  #weight = 0;

  constructor(runtime: Runtime = noRuntime) {
    this.#runtime = runtime;
  }

  get size(): number {
    return this.#listeners.size;
  }

  /** Whether this code was called by a listener, or by other code that a move waits for. */
  isInside(): boolean {
    return this.#runtime.current() !== undefined;
  }

  /** Resolves after other tasks of the process had their turn. */
  otherTasks(): Promise<void> {
    return this.#runtime.otherTasks();
  }

  /** Runs code that a move waits for, as if a listener had called it. */
  runInside<T>(work: () => T): T {
    return this.#runtime.run(this.#nextInvocation(), work);
  }

  /** Calls a listener for every event from now on, and returns a function that unsubscribes it. */
  add(listener: EventListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Tells the listeners of events of one instant. */
  tell(events: Iterable<BusEvent>, instant: EpochMs): void {
    const invocation = this.#nextInvocation();
    if (instant !== this.#instant || invocation.cause === undefined) this.#weight = 0;
    this.#instant = instant;
    for (const event of events) {
      if (!this.#admits(invocation)) break;
      this.#undelivered.push({ event, invocation });
    }
    if (this.#current === undefined) this.#deliver();
  }

  #nextInvocation(): Invocation {
    const cause = this.#runtime.current() ?? this.#current;
    return { cause, depth: cause === undefined ? 0 : cause.depth + 1 };
  }

  /** Whether an event is delivered. The first one that is not makes the move of the clock fail. */
  #admits(invocation: Invocation): boolean {
    const { depth } = invocation;
    if (depth === 0) return true;
    if (this.#weight > maxWeight) return false;
    this.#weight += depth > maxDepth ? Number.POSITIVE_INFINITY : depth > closeDepth ? 1 : closeWeight;
    if (this.#weight <= maxWeight) return true;
    this.#running.push({ invocation, result: Promise.reject(neverEnds()) });
    return false;
  }

  #deliver(): void {
    try {
      // Listeners add to the list while it is processed.
      for (const { event, invocation } of this.#undelivered) {
        this.#current = invocation;
        for (const listener of this.#listeners) this.#run(listener, event, invocation);
      }
    } finally {
      this.#undelivered = [];
      this.#current = undefined;
    }
  }

  /** An error of a listener affects neither other listeners nor the call that emitted the event. */
  #run(listener: EventListener, event: BusEvent, invocation: Invocation): void {
    try {
      const result = this.#runtime.run(invocation, () => listener(event));
      if (isThenable(result)) this.#running.push({ invocation, result });
    } catch (thrown) {
      this.#running.push({ invocation, result: Promise.reject(thrown) });
    }
  }

  /** Notes that this code waits for time to pass; returns a function to call when it has. */
  sleep(): () => void {
    if (!this.isInside()) return () => undefined;
    this.#asleep++;
    for (const resolve of this.#onSleep) resolve();
    return () => {
      this.#asleep--;
    };
  }

  /**
   * Resolves when the work of all listeners is done, including what it caused; inside a listener, when the work that
   * this listener caused is done. While a listener waits for time to pass, nothing is waited for: time must go on.
   * Rejects with the first error of a listener, or when they react to each other without end.
   */
  async done(): Promise<void> {
    for (let rounds = 1; ; rounds++) {
      const running = this.#takeRunning();
      if (running.length === 0) return;
      if (rounds > maxRounds) throw neverEnds();
      if (await this.#areDone(running.map(({ result }) => result))) continue;
      this.#running.push(...running);
      return;
    }
  }

  #takeRunning(): readonly Running[] {
    const within = this.#runtime.current();
    const running = this.#running;
    if (within === undefined) {
      this.#running = [];
      return running;
    }
    this.#running = running.filter(({ invocation }) => !isCausedBy(invocation, within));
    return running.filter(({ invocation }) => isCausedBy(invocation, within));
  }

  /** Resolves to true when all are done, or to false once a listener waits for time to pass. */
  async #areDone(results: readonly PromiseLike<unknown>[]): Promise<boolean> {
    const all = Promise.all(results).then(() => true);
    let asleep = () => {};
    const sleep = new Promise<void>(resolve => {
      asleep = resolve;
    });
    this.#onSleep.add(asleep);
    if (this.#asleep > 0) asleep();
    try {
      return await Promise.race([all, sleep.then(() => this.otherTasks()).then(() => false)]);
    } finally {
      this.#onSleep.delete(asleep);
    }
  }
}
