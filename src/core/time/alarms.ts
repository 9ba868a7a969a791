import type { EpochMs } from "./time";

interface Alarm {
  readonly at: EpochMs;
  readonly ring: () => void;
  readonly cancel: () => void;
}

/** Work of the test's own that is due at an instant of the mock's clock, such as the answer of a delayed stub. */
export class Alarms {
  /** Ordered by time, then by when they were set. */
  readonly #alarms: Alarm[] = [];

  get size(): number {
    return this.#alarms.length;
  }

  get first(): EpochMs | undefined {
    return this.#alarms[0]?.at;
  }

  /** `cancel` is called in place of `ring` if the alarms are cleared before. */
  set(at: EpochMs, ring: () => void, cancel: () => void): void {
    const later = this.#alarms.findIndex(alarm => alarm.at > at);
    this.#alarms.splice(later === -1 ? this.#alarms.length : later, 0, { at, ring, cancel });
  }

  /** Rings the first alarm. */
  ringFirst(): void {
    this.#alarms.shift()?.ring();
  }

  clear(): void {
    for (const { cancel } of this.#alarms.splice(0)) cancel();
  }
}
