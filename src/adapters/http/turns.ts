/** Lets requests that change something wait while time is moved; reads need no turn. */
export class Turns {
  /** Settles when everything that has a turn so far is done; undefined when nothing waits or moves. */
  #last: Promise<void> | undefined;

  /** Whether time is being moved, or requests wait for the end of that. */
  get busy(): boolean {
    return this.#last !== undefined;
  }

  /** Runs a change: at once, or after the moves and changes that came before it. Later ones do not wait for its promise. */
  change<T>(run: () => T | Promise<T>): T | Promise<T> {
    if (!this.#last) return run();
    return this.#queue(() => ({ result: run() })).then(({ result }) => result);
  }

  /** Runs a move of the clock. Later moves and changes wait for its end. */
  move<T>(run: () => Promise<T>): Promise<T> {
    return this.#queue(run);
  }

  /** Resolves when nothing waits or moves. */
  async idle(): Promise<void> {
    while (this.#last) await this.#last;
  }

  #queue<T>(run: () => T | Promise<T>): Promise<T> {
    const result = (this.#last ?? Promise.resolve()).then(run);
    const settled = result.then(
      () => {},
      () => {},
    );
    const last = settled.then(() => {
      if (this.#last === last) this.#last = undefined;
    });
    this.#last = last;
    return result;
  }
}

/** The requests of each connection, one after another, as HTTP/1.1 asks for. */
export class Connections {
  readonly #last = new WeakMap<object, Promise<void>>();

  /** Answers a request when the one before it on the same connection has been done; `done` lets the next one begin. */
  async inOrder<T>(socket: object, answer: (done: () => void) => Promise<T>): Promise<T> {
    const before = this.#last.get(socket);
    let done = () => {};
    this.#last.set(
      socket,
      new Promise(resolve => {
        done = resolve;
      }),
    );
    if (before) await before;
    try {
      return await answer(done);
    } finally {
      done();
    }
  }
}
