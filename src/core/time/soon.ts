import { type EpochMs, minute } from "./time";

/** When a step is due; of two at the same instant, the lower order comes first. */
export interface When {
  readonly at: EpochMs;
  readonly order: number;
}

export const byTime = (a: When, b: When): number => a.at - b.at || a.order - b.order;

/** How near a step has to be to be kept here. */
const near = 60 * minute;

/**
 * The nearest steps of a pass of time, as a binary heap. Most steps of a job are taken in the pass that schedules them:
 * here they cost a fraction of what the tree of the agenda takes.
 */
export class Soon {
  readonly #steps: When[] = [];
  readonly #entries: number[] = [];
  /** The orders of removed steps, which are skipped when they come first. */
  readonly #removed = new Set<number>();

  /** Whether a step that is added at an instant belongs here. */
  static isNear = ({ at }: When, now: EpochMs): boolean => at - now <= near;

  get first(): When | undefined {
    return this.#steps[0];
  }

  get firstEntry(): number | undefined {
    return this.#entries[0];
  }

  add(when: When, entry: number): void {
    this.#rise(this.#steps.length, when, entry);
  }

  /** Removes a step that is here. */
  remove(when: When): void {
    if (when === this.#steps[0]) this.#removeFirst();
    else this.#removed.add(when.order);
    for (let first = this.#steps[0]; first && this.#removed.delete(first.order); first = this.#steps[0])
      this.#removeFirst();
  }

  /** All steps, in no order. */
  *steps(): Generator<readonly [When, number], undefined> {
    for (const [index, when] of this.#steps.entries()) {
      const entry = this.#entries[index];
      if (entry !== undefined && !this.#removed.has(when.order)) yield [when, entry];
    }
  }

  #removeFirst(): void {
    const last = this.#steps.pop();
    const entry = this.#entries.pop();
    if (last !== undefined && entry !== undefined && this.#steps.length > 0) this.#sink(last, entry);
  }

  /** Puts a step at an index or above, below all that are due earlier. */
  #rise(from: number, when: When, entry: number): void {
    let index = from;
    while (index > 0) {
      const above = (index - 1) >> 1;
      const parent = this.#steps[above];
      if (!parent || byTime(parent, when) <= 0) break;
      this.#set(index, parent, this.#entries[above]);
      index = above;
    }
    this.#set(index, when, entry);
  }

  /** Puts a step at the top or below, above all that are due later. */
  #sink(when: When, entry: number): void {
    const size = this.#steps.length;
    let index = 0;
    for (let below = 1; below < size; below = 2 * index + 1) {
      const left = this.#steps[below];
      const right = this.#steps[below + 1];
      const isRight = left !== undefined && right !== undefined && byTime(right, left) < 0;
      const child = isRight ? right : left;
      if (!child || byTime(when, child) <= 0) break;
      const at = isRight ? below + 1 : below;
      this.#set(index, child, this.#entries[at]);
      index = at;
    }
    this.#set(index, when, entry);
  }

  #set(index: number, when: When, entry: number | undefined): void {
    this.#steps[index] = when;
    if (entry !== undefined) this.#entries[index] = entry;
  }
}
