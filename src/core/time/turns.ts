/**
 * Runs asynchronous work one after another. Work asked for from inside running work (by an event listener that a move
 * waits for) starts at once: in turn, both would wait for each other.
 */
export class Turns {
  readonly #isInside: () => boolean;
  /** Resolves when all work asked for so far is done. */
  #last: Promise<void> = Promise.resolve();
  /** How much work is running or waits for its turn. */
  #pending = 0;

  constructor(isInside: () => boolean) {
    this.#isInside = isInside;
  }

  take<T>(work: () => Promise<T>): Promise<T> {
    if (this.#isInside()) return work();
    const turn = this.#pending === 0 ? work() : this.#last.then(work);
    const done = () => {
      this.#pending--;
    };
    this.#pending++;
    this.#last = turn.then(done, done);
    return turn;
  }
}
