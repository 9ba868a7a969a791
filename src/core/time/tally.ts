/** Counts by name. */
export type Counts = Readonly<Record<string, number>>;

/** A running count of what happened, in groups: `jobs` by the state they ended in, `recoveryPoints`, each rule of a plan. */
export class Tally {
  readonly #groups = new Map<string, Map<string, number>>();
  readonly #rules = new Map<string, Map<string, number>>();

  add(group: string, name: string, amount = 1): void {
    addTo(this.#groups, group, name, amount);
  }

  /** Counts something of one rule of a plan. */
  addOfRule(rule: string, name: string, amount = 1): void {
    addTo(this.#rules, rule, name, amount);
  }

  addAll(other: Tally): void {
    addAllTo(this.#groups, other.#groups);
    addAllTo(this.#rules, other.#rules);
  }

  get counts(): Readonly<Record<string, Counts>> {
    return asObject(this.#groups);
  }

  get rules(): Readonly<Record<string, Counts>> {
    return asObject(this.#rules);
  }
}

type Groups = Map<string, Map<string, number>>;

function addTo(groups: Groups, group: string, name: string, amount: number): void {
  const counts = groups.get(group) ?? new Map<string, number>();
  counts.set(name, (counts.get(name) ?? 0) + amount);
  groups.set(group, counts);
}

function addAllTo(groups: Groups, others: Groups): void {
  for (const [group, counts] of others) {
    for (const [name, amount] of counts) addTo(groups, group, name, amount);
  }
}

const asObject = (groups: Groups): Readonly<Record<string, Counts>> =>
  Object.fromEntries([...groups].map(([group, counts]) => [group, Object.fromEntries(counts)]));
