/**
 * Runs asynchronous work one after another. Work asked for from inside the running work (by an event listener that it
 * waits for) runs at once: in turn, both would wait for each other.
 */
export class Turns {
  readonly #isInside: () => boolean;
  #last: Promise<unknown> = Promise.resolve();
  #running = 0;

  constructor(isInside: () => boolean) {
    this.#isInside = isInside;
  }

  take<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running === 0 || this.#isInside()) return this.#run(work);
    const turn = this.#last.then(() => this.#run(work));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #run<T>(work: () => Promise<T>): Promise<T> {
    this.#running++;
    const done = work();
    if (this.#running === 1) this.#last = done.catch(() => undefined);
    try {
      return await done;
    } finally {
      this.#running--;
    }
  }
}
