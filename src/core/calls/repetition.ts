import type { EpochMs } from "../time";

/** As many calls as programs wait by in turn, such as one for each of a fleet of jobs; older ones are forgotten. */
const maxRemembered = 100_000;

interface Remembered {
  /** When the first record that the answer showed in flight changes. */
  readonly due: EpochMs | undefined;
  /** How often this answer was given. */
  readonly times: number;
}

/**
 * Recognizes calls that repeat an earlier one while nothing has changed: this is how a program waits. The passage of
 * time alone is no change, but if it has changed what the call shows, the call is no repetition.
 */
export class Repetition {
  readonly #calls = new Map<string, Remembered>();
  #revision: number | undefined;

  /** How often this call was answered alike since the last change; counts this time too. */
  count(call: string, revision: number, due: EpochMs | undefined): number {
    if (revision !== this.#revision) this.#calls.clear();
    this.#revision = revision;
    const known = this.#calls.get(call);
    const times = known && known.due === due ? known.times : 0;
    this.#remember(call, { due, times: times + 1 });
    return times;
  }

  /** Notes another answer to a call, after time has moved for it. */
  answered(call: string, revision: number, due: EpochMs | undefined): void {
    if (revision === this.#revision) this.#remember(call, { due, times: 1 });
  }

  #remember(call: string, remembered: Remembered): void {
    this.#calls.delete(call);
    this.#calls.set(call, remembered);
    if (this.#calls.size <= maxRemembered) return;
    const [oldest] = this.#calls.keys();
    if (oldest !== undefined) this.#calls.delete(oldest);
  }
}
