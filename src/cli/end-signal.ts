/** Signals that ask the command to end, by the terminal, by a service manager, by a closed window. */
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** One Ctrl+C can come twice: from the terminal, and passed on by npm. In milliseconds. */
const sameRequest = 200;
/** How often to look whether the process that started this one still runs, in milliseconds. */
const lookEvery = 100;

/** Waits for the first signal. A second one ends the process at once. */
export class EndSignal {
  readonly received: Promise<void>;
  readonly #atOnce: () => void;
  readonly #watch: NodeJS.Timeout | undefined;
  #resolve: () => void = () => {};
  #first: number | undefined;

  /** `atOnce` cleans up, synchronously, before a second signal ends the process. */
  constructor(atOnce: () => void) {
    this.#atOnce = atOnce;
    this.received = new Promise(resolve => {
      this.#resolve = resolve;
    });
    for (const name of signals) process.on(name, this.#receive);
    this.#watch = this.#watchParent();
  }

  /** Gives signals their usual effect back. */
  dispose(): void {
    for (const name of signals) process.off(name, this.#receive);
    clearInterval(this.#watch);
  }

  readonly #receive = (signal: NodeJS.Signals): void => {
    if (this.#first === undefined) {
      this.#first = performance.now();
      this.#resolve();
      return;
    }
    if (performance.now() - this.#first < sameRequest) return;
    this.dispose();
    this.#atOnce();
    process.kill(process.pid, signal);
  };

  /** npm and npx start commands through a shell that passes no signal on, but ends: then this process has a new parent. */
  #watchParent(): NodeJS.Timeout | undefined {
    if (process.env["npm_command"] === undefined) return undefined;
    const parent = process.ppid;
    return setInterval(() => {
      if (process.ppid !== parent) this.#resolve();
    }, lookEvery).unref();
  }
}
