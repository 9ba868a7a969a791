import { parseArn } from "../core/basics";
import { day, type EpochMs } from "../core/time";
import type { RecoveryPoint } from "../services/backup/records/recovery-points";
import { calculatedLifecycleOf } from "../services/backup/recovery-points/lifecycle";
import type { Branch } from "./branch";
import type { PointCourse } from "./course";
import { ruleOfPoint } from "./holdings";
import { monthOf, monthsBetween } from "./months";
import type { Prices, TypePrices } from "./prices";
import { type KeptChange, sizeOf } from "./storage";

/** What is paid for. */
export type CostKind =
  /** Storage, in GB-months. */
  | "storage"
  /** The days that a backup in cold storage lacks to 90 when it is removed, in GB-months. */
  | "earlyDeletion"
  /** Copies to another Region, in GB. */
  | "copy"
  /** Restores, in GB. */
  | "restore"
  /** Recovery points that restore tests restore, by number. */
  | "restoreTest";

/** What is paid for in a month, or would be if it had a price. */
export interface Usage {
  /** The month: `2026-01`. */
  readonly month: string;
  /** What is paid for. */
  readonly kind: CostKind;
  /** The storage it is in, or restored from; of copies, that of the source. */
  readonly tier: "warm" | "cold";
  /** The ARN of the vault; of copies, that of the source. */
  readonly vault: string;
  /** The rule as `plan / rule`, or `on demand`. */
  readonly rule: string;
  /** The ARN of the resource. */
  readonly resourceArn: string;
  /** Its type, as AWS Backup names it. */
  readonly resourceType: string;
  /** How much, in GB-months, GB of 2^30 bytes, or recovery points. */
  readonly quantity: number;
}

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

const gb = 1024 ** 3;
const shortestCold = 90 * day;

/** An item without its sum: what tells it from others. */
type Item = Omit<Usage, "quantity"> & { readonly region: string; readonly toRegion?: string | undefined };

/** Sums quantities of the same item. */
class Meter {
  readonly #sums = new Map<string, { readonly item: Item; quantity: number }>();

  add(item: Item, quantity: number): void {
    if (quantity === 0) return;
    const key = Object.values(item).join(" ");
    const sum = this.#sums.get(key) ?? { item, quantity: 0 };
    sum.quantity += quantity;
    this.#sums.set(key, sum);
  }

  get sums(): Iterable<{ readonly item: Item; readonly quantity: number }> {
    return this.#sums.values();
  }
}

const regionOf = (vaultArn: string): string => parseArn(vaultArn)?.region ?? "";

type OfPoint = Pick<Item, "vault" | "region" | "rule" | "resourceArn" | "resourceType">;

const aboutPoint = (record: RecoveryPoint): OfPoint => ({
  vault: record.BackupVaultArn ?? record.BackupVaultName,
  region: regionOf(record.BackupVaultArn ?? ""),
  rule: ruleOfPoint(record),
  resourceArn: record.ResourceArn,
  resourceType: record.ResourceType,
});

/** Storage: what each point takes, until it takes something else. */
function meterStorage(meter: Meter, { to }: Branch, changes: readonly KeptChange[]): void {
  for (const { storage } of changes) {
    for (const { at, point, tier, bytes } of storage) {
      // Taken from now to the end; what ceases later is taken off again.
      for (const { month, share } of monthsBetween(at, to)) {
        meter.add({ month, kind: "storage", tier, ...aboutPoint(point.record) }, (bytes / gb) * share);
      }
    }
  }
}

/** When a point that was cold at the start had moved there, by its lifecycle. */
const coldSince = (record: RecoveryPoint): EpochMs | undefined =>
  calculatedLifecycleOf(record)?.MoveToColdStorageAt;

function meterEarlyDeletions(meter: Meter, points: Iterable<PointCourse>): void {
  for (const { first, record, coldAt: moved, goneAt } of points) {
    const coldAt = moved ?? (first.StorageClass === "COLD" ? coldSince(first) : undefined);
    if (coldAt === undefined || goneAt === undefined) continue;
    const lacking = shortestCold - (goneAt - coldAt);
    if (lacking <= 0) continue;
    const { month, length } = monthOf(goneAt);
    const item: Item = { month, kind: "earlyDeletion", tier: "cold", ...aboutPoint(record) };
    meter.add(item, (sizeOf(record) / gb) * (lacking / length));
  }
}

/** Copies transfer what they add to the storage of their vault. */
function meterCopies(meter: Meter, { course }: Branch, changes: readonly KeptChange[]): void {
  const added = new Map<PointCourse, number>();
  for (const { point, points, storage } of changes) {
    if (points !== 1) continue;
    added.set(point, storage.find(change => change.point === point)?.bytes ?? 0);
  }
  for (const { job, point } of course.copies.all) {
    if (!point || job.CompletionDate === undefined) continue;
    const [region, toRegion] = [regionOf(job.SourceBackupVaultArn), regionOf(job.DestinationBackupVaultArn)];
    if (region === toRegion) continue;
    const { month } = monthOf(job.CompletionDate);
    const item: Item = {
      month,
      kind: "copy",
      tier: "warm",
      ...aboutPoint(point.record),
      vault: job.SourceBackupVaultArn,
      region,
      toRegion,
    };
    meter.add(item, (added.get(point) ?? 0) / gb);
  }
}

function meterRestores(meter: Meter, { course }: Branch): void {
  for (const { job, point } of course.restores.all) {
    if (job.Status !== "COMPLETED" || job.CompletionDate === undefined || !point) continue;
    const { coldAt, first, record } = point;
    const isCold = first.StorageClass === "COLD" || (coldAt !== undefined && coldAt <= job.CreationDate);
    const { month } = monthOf(job.CompletionDate);
    const item: Item = { month, kind: "restore", tier: isCold ? "cold" : "warm", ...aboutPoint(record) };
    meter.add(item, sizeOf(record) / gb);
    if (job.CreatedBy?.RestoreTestingPlanArn !== undefined) meter.add({ ...item, kind: "restoreTest" }, 1);
  }
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
  const meter = new Meter();
  meterStorage(meter, branch, changes);
  meterEarlyDeletions(meter, new Set(changes.map(({ point }) => point)));
  meterCopies(meter, branch, changes);
  meterRestores(meter, branch);
  const items: Cost[] = [];
  const unpriced: Usage[] = [];
  for (const { item, quantity: sum } of meter.sums) {
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
