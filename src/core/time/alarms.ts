import type { EpochMs } from "./time";

/** Work that is due at an instant. */
export interface Alarm {
  readonly at: EpochMs;
  /** Called at that instant. */
  ring(): void;
  /** Called in place of `ring` if the alarms are cleared before. */
  cancel(): void;
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

  /** Sets an alarm, and returns a function that takes it back: true if it was still to ring. */
  set(alarm: Alarm): () => boolean {
    const later = this.#alarms.findIndex(({ at }) => at > alarm.at);
    this.#alarms.splice(later === -1 ? this.#alarms.length : later, 0, alarm);
    return () => {
      const index = this.#alarms.indexOf(alarm);
      if (index !== -1) this.#alarms.splice(index, 1);
      return index !== -1;
    };
  }

  /** Rings the first alarm. */
  ringFirst(): void {
    this.#alarms.shift()?.ring();
  }

  clear(): void {
    for (const alarm of this.#alarms.splice(0)) alarm.cancel();
  }
}
