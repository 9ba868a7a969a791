import type { EpochMs } from "./time";

/** Callers that wait for an instant on the mock's clock. No timer of the JavaScript runtime is used. */
export class Waiters {
  #waiting: { readonly at: EpochMs; readonly go: () => void }[] = [];

  get size(): number {
    return this.#waiting.length;
  }

  until(at: EpochMs): Promise<void> {
    return new Promise(go => {
      this.#waiting.push({ at, go });
    });
  }

  wake(now: EpochMs): void {
    const due = this.#waiting.filter(({ at }) => at <= now);
    if (due.length === 0) return;
    this.#waiting = this.#waiting.filter(({ at }) => at > now);
    for (const { go } of due) go();
  }
}
