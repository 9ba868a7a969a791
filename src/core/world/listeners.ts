import { MockError } from "../basics";
import type { BusEvent } from "./events";

/** Called for every event. If it returns a promise, `advance`, `set` and `settle` wait for it. */
export type EventListener = (event: BusEvent) => unknown;

/** A promise of any realm: every jest test file has its own, and Node another. */
const isThenable = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === "object" && value !== null && "then" in value && typeof value.then === "function";

/** Cap on rounds of listeners that react to each other's events. */
const endless = 250;

const withoutEnd = (): MockError =>
  new MockError(
    "NeverSettles",
    `Cannot wait for the event listeners: they react to each other's events without end; make one of them stop, or give its work a duration.`,
  );

/** The listeners for events. */
export class EventListeners {
  readonly #listeners = new Set<EventListener>();
  /** Events to deliver. A listener that calls the mock emits more, which are delivered after these. */
  #untold: BusEvent[] = [];
  #isTelling = false;
  #running: PromiseLike<unknown>[] = [];

  get size(): number {
    return this.#listeners.size;
  }

  /** Calls a listener for every event from now on, and returns a function that unsubscribes it. */
  add(listener: EventListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(events: Iterable<BusEvent>): void {
    this.#untold.push(...events);
    if (this.#isTelling) return;
    this.#isTelling = true;
    // Listeners add to the list while it is processed.
    for (const event of this.#untold) {
      for (const listener of this.#listeners) this.#run(listener, event);
    }
    this.#untold = [];
    this.#isTelling = false;
  }

  /** An error of a listener affects neither other listeners nor the call that emitted the event. */
  #run(listener: EventListener, event: BusEvent): void {
    try {
      const result = listener(event);
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
    for (let rounds = 0; this.#running.length > 0; rounds++) {
      if (rounds === endless) throw withoutEnd();
      const running = this.#running;
      this.#running = [];
      await Promise.all(running);
    }
  }
}
