import { MockError } from "../basics";
import type { BusEvent } from "./events";

/** Called for every event. If it returns a promise, `advance`, `set` and `settle` wait for it. */
export type EventListener = (event: BusEvent) => unknown;

/** Recognizes code that a listener called, also after it has awaited something. */
export interface ListenerScope {
  run<T>(work: () => T): T;
  isInside(): boolean;
}

const noScope: ListenerScope = { run: work => work(), isInside: () => false };

/** A promise of any realm: every jest test file has its own, and Node another. */
const isThenable = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === "object" && value !== null && "then" in value && typeof value.then === "function";

/** Cap on events that listeners emit in reaction to each other's events, one after another. */
const maxReactions = 1_000;
/** Cap on rounds of waiting for listeners that react to each other's events. */
const maxRounds = 250;

const neverEnds = (): MockError =>
  new MockError(
    "NeverSettles",
    "Cannot wait for the event listeners: they react to each other's events without end; make one of them stop, or give its work a duration.",
  );

interface Undelivered {
  readonly event: BusEvent;
  /** How many reactions led to this event. */
  readonly reactions: number;
}

/** The listeners for events. */
export class EventListeners {
  readonly #listeners = new Set<EventListener>();
  readonly #scope: ListenerScope;
  /** Events to deliver. A listener that calls the mock emits more, which are delivered after these. */
  #undelivered: Undelivered[] = [];
  /** The event being delivered. */
  #current: Undelivered | undefined;
  #running: PromiseLike<unknown>[] = [];

  constructor(scope: ListenerScope = noScope) {
    this.#scope = scope;
  }

  get size(): number {
    return this.#listeners.size;
  }

  /** Whether this code was called by a listener. */
  isInside(): boolean {
    return this.#scope.isInside();
  }

  /** Calls a listener for every event from now on, and returns a function that unsubscribes it. */
  add(listener: EventListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(events: Iterable<BusEvent>): void {
    const reactions = this.#current === undefined ? 0 : this.#current.reactions + 1;
    for (const event of events) this.#undelivered.push({ event, reactions });
    if (this.#current === undefined) this.#deliver();
  }

  #deliver(): void {
    // Listeners add to the list while it is processed.
    for (const current of this.#undelivered) {
      if (current.reactions > maxReactions) {
        this.#running.push(Promise.reject(neverEnds()));
        break;
      }
      this.#current = current;
      for (const listener of this.#listeners) this.#run(listener, current.event);
    }
    this.#undelivered = [];
    this.#current = undefined;
  }

  /** An error of a listener affects neither other listeners nor the call that emitted the event. */
  #run(listener: EventListener, event: BusEvent): void {
    try {
      const result = this.#scope.run(() => listener(event));
      if (isThenable(result)) this.#running.push(result);
    } catch (thrown) {
      this.#running.push(Promise.reject(thrown));
    }
  }

  /**
   * Resolves when the work of all listeners is done, including what it caused. Rejects with the first error of a
   * listener, or when they react to each other without end.
   */
  async done(): Promise<void> {
    for (let rounds = 1; this.#running.length > 0; rounds++) {
      if (rounds > maxRounds) throw neverEnds();
      const running = this.#running;
      this.#running = [];
      await Promise.all(running);
    }
  }
}
