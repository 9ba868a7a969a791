import { day, type EpochMs } from "../../../core/time";
import type { BackupAccount } from "../account/account";
import type { BackupJob } from "../records/backup-jobs";
import type { RecoveryPoint } from "../records/recovery-points";
import type { BackupSource } from "../records/resources";
import { isFinished, typeOfPoint } from "../recovery-points/types";
import { can } from "../resources/resource-types";

/** A resource at the moment of a backup. */
export interface Moment {
  readonly at: EpochMs;
  readonly size: number;
}

/** The share of data that changes at least once in a time, if every day changes this share of it, chosen evenly. */
export const changedIn = (time: number, dailyChange: number): number => 1 - (1 - dailyChange) ** (time / day);

/** What an incremental backup stores, in bytes: what has grown and changed since the one before. */
export function increment(before: Moment, after: Moment, dailyChange: number): number {
  const grown = Math.max(0, after.size - before.size);
  const rest = Math.min(after.size, before.size);
  return grown + rest * changedIn(after.at - before.at, dailyChange);
}

/** The share of a resource's data that changes in a day, if a fixture does not say: AWS documents none. */
export const usualDailyChange = 0.02;

/** The share that changes in a day. A resource of which nothing is known does not change. */
const dailyChangeOf = ({ growth, dailyChange }: BackupSource): number =>
  dailyChange ?? (growth === undefined ? 0 : usualDailyChange);

/** The point that an incremental backup continues: the newest warm one in the same vault, or anywhere in this place. */
function baseOf({ backup }: BackupAccount, job: BackupJob, anyVault: boolean): RecoveryPoint | undefined {
  for (const point of backup.recoveryPoints.by("resource", job.ResourceArn).newest()) {
    if (!isFinished(point) || point.StorageClass === "COLD") continue;
    if (anyVault || point.BackupVaultName === job.BackupVaultName) return point;
  }
  return undefined;
}

/** The bytes that a backup of a resource adds to those before it in its vault. The first one is full. */
export function incrementOf(account: BackupAccount, job: BackupJob, source: BackupSource): number {
  return Math.round(incrementSince(baseOf(account, job, false), job, source));
}

function incrementSince(base: RecoveryPoint | undefined, job: BackupJob, source: BackupSource): number {
  const { sizeInBytes: size } = source;
  if (!base) return size;
  const before = { at: base.CreationDate, size: base.resourceSize ?? base.BackupSizeInBytes ?? 0 };
  return increment(before, { at: job.CreationDate, size }, dailyChangeOf(source));
}

/**
 * The bytes that a job transfers: those of its backup, and none to a snapshot that stays with the service. Of a resource
 * that is known to grow or change, an incremental backup transfers less than the size that it shows.
 */
export function bytesTransferred(
  account: BackupAccount,
  job: BackupJob,
  source: BackupSource | undefined,
  size: number,
): number {
  const isKnown = source?.growth !== undefined || source?.dailyChange !== undefined;
  const { ResourceArn, ResourceType, pointArn: RecoveryPointArn } = job;
  const type = typeOfPoint({ ResourceArn, ResourceType, RecoveryPointArn });
  if (!isKnown && type && !can(type, "fullyManaged")) return 0;
  if (!isKnown || size !== source.sizeInBytes) return size;
  if (!type || !can(type, "incremental")) return size;
  const base = baseOf(account, job, !can(type, "fullyManaged"));
  return Math.round(incrementSince(base, job, source));
}
