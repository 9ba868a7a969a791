import { setTimeout as wait } from "node:timers/promises";

/** Spreads calls over time. This is real time: it protects the quotas of a real account. */
export class Pace {
  readonly #interval: number;
  #next = 0;

  constructor(callsPerSecond: number) {
    this.#interval = 1_000 / callsPerSecond;
  }

  /** Resolves when the next call may be made. */
  async turn(): Promise<void> {
    const now = performance.now();
    const at = Math.max(now, this.#next);
    this.#next = at + this.#interval;
    if (at > now) await wait(at - now);
  }
}
