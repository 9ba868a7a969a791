import { setTimeout as wait } from "node:timers/promises";

/** Spreads calls over time. This is real time: it protects the quotas of a real account. */
export class Pace {
  readonly #interval: number;
  readonly signal: AbortSignal | undefined;
  #next = 0;

  constructor(callsPerSecond: number, signal?: AbortSignal) {
    this.#interval = 1_000 / callsPerSecond;
    this.signal = signal;
  }

  /** Resolves when the next call may be made. Rejects with the reason of the signal. */
  async turn(): Promise<void> {
    this.signal?.throwIfAborted();
    const now = performance.now();
    const at = Math.max(now, this.#next);
    this.#next = at + this.#interval;
    if (at > now) await wait(at - now);
    this.signal?.throwIfAborted();
  }
}
