/** Throws that look random and are not: the same seed, the same throws. Cheap, for millions of them. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = (seed ^ 0x9e3779b9) | 0 || 1;
  }

  /** A whole number from 0 up to, but not including, `bound`. */
  below(bound: number): number {
    this.#state ^= this.#state << 13;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    return (this.#state >>> 0) % bound;
  }

  chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  pick<T>(from: readonly T[]): T {
    const picked = from[this.below(from.length)];
    if (picked === undefined) throw new Error("There is nothing to pick from.");
    return picked;
  }

  /** One of anything that has a size, without copying it. */
  pickOf<T>(from: Iterable<T> & { readonly size: number }): T | undefined {
    let left = from.size === 0 ? -1 : this.below(from.size);
    if (left < 0) return undefined;
    for (const item of from) if (left-- === 0) return item;
    return undefined;
  }

  /** Some of a list, at least one where there is any. */
  some<T>(from: readonly T[]): T[] {
    const taken = from.filter(() => this.chance(40));
    return taken.length > 0 || from.length === 0 ? taken : [this.pick(from)];
  }

  /** A name out of a few, so that names meet again. */
  fewNames(stem: string): string {
    return `${stem}${this.below(6)}`;
  }
}
