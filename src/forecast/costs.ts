import type { Branch } from "./branch";
import type { Prices, TypePrices } from "./prices";
import type { KeptChange } from "./storage";
import { type CostKind, type Item, metered, type Usage } from "./usage";

/** What is paid in a month. */
export interface Cost extends Usage {
  /** The price of one. */
  readonly price: number;
  /** What it costs. */
  readonly amount: number;
}

/** An amount of a part of the costs: a month, a vault, a rule, a resource, a tier. */
export interface CostOf {
  /** The part. */
  readonly of: string;
  /** What it costs. */
  readonly amount: number;
}

/** What backups cost. */
export interface Costs {
  /** The currency of the prices. */
  readonly currency: string;
  /** The sum of all that has a price. */
  readonly total: number;
  /** The sums by month, in order. */
  readonly months: readonly CostOf[];
  /** The sums by ARN of the vault. */
  readonly vaults: readonly CostOf[];
  /** The sums by rule. */
  readonly rules: readonly CostOf[];
  /** The sums by ARN of the resource. */
  readonly resources: readonly CostOf[];
  /** The sums by storage tier. */
  readonly tiers: readonly CostOf[];
  /** Every item. */
  readonly items: readonly Cost[];
  /** What has no price in the lists given: it costs something in AWS, and nothing here. */
  readonly unpriced: readonly Usage[];
}

/** The price of an item in the list of its Region and type. */
const priceOf: Readonly<Record<CostKind, (item: Item, prices: TypePrices) => number | undefined>> = {
  storage: ({ tier }, prices) => (tier === "cold" ? prices.coldStorage : prices.warmStorage),
  earlyDeletion: (_, prices) => prices.coldStorage,
  copy: ({ toRegion = "" }, { copyTo = {} }) =>
    Object.hasOwn(copyTo, toRegion) ? copyTo[toRegion] : copyTo["*"],
  restore: ({ tier }, prices) => (tier === "cold" ? prices.coldRestore : prices.warmRestore),
  restoreTest: (_, prices) => prices.restoreTest,
};

/** Sums of storage that was taken and taken off again are not quite zero. */
const rounded = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;

/** What backups cost by these prices. */
export function costsOf(branch: Branch, changes: readonly KeptChange[], lists: readonly Prices[]): Costs {
  const items: Cost[] = [];
  const unpriced: Usage[] = [];
  for (const { item, quantity: sum } of metered(branch, changes)) {
    const { region, toRegion: _, ...of } = item;
    const quantity = rounded(sum, 9);
    if (quantity === 0) continue;
    const prices = lists.find(list => list.region === region)?.types[of.resourceType];
    const price = prices && priceOf[of.kind](item, prices);
    if (price === undefined) unpriced.push({ ...of, quantity });
    else items.push({ ...of, quantity, price, amount: rounded(quantity * price, 9) });
  }
  return {
    currency: lists[0]?.currency ?? "",
    total: total(items),
    months: sumsBy(items, ({ month }) => month),
    vaults: sumsBy(items, ({ vault }) => vault),
    rules: sumsBy(items, ({ rule }) => rule),
    resources: sumsBy(items, ({ resourceArn }) => resourceArn),
    tiers: sumsBy(items, ({ tier }) => tier),
    items: items.sort(byMonth),
    unpriced: unpriced.sort(byMonth),
  };
}

const byMonth = (one: Usage, other: Usage): number =>
  one.month < other.month ? -1 : one.month > other.month ? 1 : 0;

const total = (costs: readonly Cost[]): number =>
  rounded(
    costs.reduce((sum, { amount }) => sum + amount, 0),
    6,
  );

function sumsBy(costs: readonly Cost[], partOf: (cost: Cost) => string): readonly CostOf[] {
  const parts = new Map<string, Cost[]>();
  for (const cost of costs) {
    const part = parts.get(partOf(cost));
    if (part) part.push(cost);
    else parts.set(partOf(cost), [cost]);
  }
  return [...parts]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([of, list]) => ({ of, amount: total(list) }));
}
