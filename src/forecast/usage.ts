import { parseArn } from "../core/basics";
import { day, type EpochMs } from "../core/time";
import type { RecoveryPoint } from "../services/backup/records/recovery-points";
import { calculatedLifecycleOf } from "../services/backup/recovery-points/lifecycle";
import type { Branch } from "./branch";
import type { PointCourse } from "./course";
import { ruleOfPoint } from "./holdings";
import { monthOf, monthsBetween } from "./months";
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

const gb = 1024 ** 3;
const shortestCold = 90 * day;

/** An item without its sum: what tells it from others. */
export type Item = Omit<Usage, "quantity"> & {
  readonly region: string;
  readonly toRegion?: string | undefined;
};

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

/** All that is paid for, or would be if it had a price. */
export function metered(
  branch: Branch,
  changes: readonly KeptChange[],
): Iterable<{ readonly item: Item; readonly quantity: number }> {
  const meter = new Meter();
  meterStorage(meter, branch, changes);
  meterEarlyDeletions(meter, new Set(changes.map(({ point }) => point)));
  meterCopies(meter, branch, changes);
  meterRestores(meter, branch);
  return meter.sums;
}
