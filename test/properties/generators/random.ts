/** Pseudo-random choices (xorshift32): the same seed gives the same sequence. Fast enough for millions of draws. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = (seed ^ 0x9e3779b9) | 0 || 1;
  }

  /** An integer from 0 to `bound - 1`. */
  below(bound: number): number {
    this.#state ^= this.#state << 13;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    return (this.#state >>> 0) % bound;
  }

  chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  pick<T>(items: readonly T[]): T {
    const picked = items[this.below(items.length)];
    if (picked === undefined) throw new Error("Failed to pick an item: the list is empty.");
    return picked;
  }

  /** An item of any sized collection, without copying the collection. */
  pickFrom<T>(items: Iterable<T> & { readonly size: number }): T | undefined {
    let left = items.size === 0 ? -1 : this.below(items.size);
    if (left < 0) return undefined;
    for (const item of items) if (left-- === 0) return item;
    return undefined;
  }

  /** Some items of a list, at least one unless the list is empty. */
  subset<T>(items: readonly T[]): T[] {
    const taken = items.filter(() => this.chance(40));
    return taken.length > 0 || items.length === 0 ? taken : [this.pick(items)];
  }

  /** One of six names with this stem, so that names collide often. */
  reusedName(stem: string): string {
    return `${stem}${this.below(6)}`;
  }
}
