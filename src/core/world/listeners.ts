import { MockError } from "../basics";
import type { BusEvent } from "./events";

export type EventListener = (event: BusEvent) => unknown;

/** A promise of any make: jest has one of its own in every test file, Node another one. */
const isThenable = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === "object" && value !== null && "then" in value && typeof value.then === "function";

/** More than listeners that answer each other's events have to say to one another. */
const endless = 250;

const withoutEnd = (): MockError =>
  new MockError(
    "NeverSettles",
    `Cannot wait for the listeners of events: what they do makes events that they answer, without end; let one of them stop, or let what it starts take time.`,
  );

/** Whoever wants to be told of events. */
export class EventListeners {
  readonly #listeners = new Set<EventListener>();
  /** What is still to be told: a listener that calls the mock makes events of its own, which come after these. */
  #untold: BusEvent[] = [];
  #isTelling = false;
  #running: PromiseLike<unknown>[] = [];

  get size(): number {
    return this.#listeners.size;
  }

  /** Has a listener called for every event from now on; the function returned ends that. */
  add(listener: EventListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(events: Iterable<BusEvent>): void {
    this.#untold.push(...events);
    if (this.#isTelling) return;
    this.#isTelling = true;
    // The list grows while it is gone through.
    for (const event of this.#untold) {
      for (const listener of this.#listeners) this.#run(listener, event);
    }
    this.#untold = [];
    this.#isTelling = false;
  }

  /** What a listener throws concerns neither the other listeners nor the call that the event came of. */
  #run(listener: EventListener, event: BusEvent): void {
    try {
      const result = listener(event);
      if (isThenable(result)) this.#running.push(result);
    } catch (thrown) {
      this.#running.push(Promise.reject(thrown));
    }
  }

  /**
   * Resolves when all that listeners have begun is done, and what came of that; rejects with what the first of them
   * failed with, or when they call each other without end.
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
