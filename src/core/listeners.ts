import type { BusEvent } from "./events";

export type EventListener = (event: BusEvent) => unknown;

/** Whoever wants to be told of events. */
export class EventListeners {
  readonly #listeners = new Set<EventListener>();
  #running: Promise<unknown>[] = [];

  get size(): number {
    return this.#listeners.size;
  }

  /** Has a listener called for every event from now on; the function returned ends that. */
  add(listener: EventListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(events: Iterable<BusEvent>): void {
    // A listener may call the mock, and so make events of its own: these are told of by themselves.
    for (const event of [...events]) {
      for (const listener of this.#listeners) {
        const result = listener(event);
        if (result instanceof Promise) this.#running.push(result);
      }
    }
  }

  /** Resolves when all that listeners have begun is done. */
  async done(): Promise<void> {
    while (this.#running.length > 0) {
      const running = this.#running;
      this.#running = [];
      await Promise.all(running);
    }
  }
}
