/** Counts in two levels: `jobs` by the state they ended in, `recoveryPoints` by what happened to them. */
export type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** A running count of what happened. */
export class Tally {
  readonly #counts = new Map<string, Map<string, number>>();

  add(group: string, name: string, amount = 1): void {
    const counts = this.#counts.get(group) ?? new Map<string, number>();
    counts.set(name, (counts.get(name) ?? 0) + amount);
    this.#counts.set(group, counts);
  }

  addAll(other: Tally): void {
    for (const [group, counts] of other.#counts) {
      for (const [name, amount] of counts) this.add(group, name, amount);
    }
  }

  get counts(): Counts {
    return Object.fromEntries(
      [...this.#counts].map(([group, counts]) => [group, Object.fromEntries(counts)]),
    );
  }
}
