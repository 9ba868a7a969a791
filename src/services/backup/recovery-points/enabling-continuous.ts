import { day, type EpochMs, hour } from "../../../core/time";
import type { BackupAccount } from "../account/account";
import type { RecoveryPoint } from "../records/recovery-points";

/** The weekly maintenance window of RDS databases: Sunday, 03:00 UTC. The epoch began on a Thursday. */
const windowStart = 3 * day + 3 * hour;
const week = 7 * day;

const nextWindow = (now: EpochMs): EpochMs =>
  windowStart + (Math.floor((now - windowStart) / week) + 1) * week;

type Resource = Pick<RecoveryPoint, "ResourceArn" | "ResourceType">;

/**
 * Whether a continuous backup of a resource can be started. RDS enables continuous backups in the maintenance window after
 * the first request; until then, AWS Backup makes snapshots (Developer Guide, document history, 2026-02-26).
 */
export function enablesContinuous(
  { backup, now }: BackupAccount,
  { ResourceArn, ResourceType }: Resource,
): boolean {
  const entry = ResourceType === "RDS" ? backup.resources.get(ResourceArn) : undefined;
  if (!entry) return true;
  if (entry.continuousFrom === undefined) backup.resources.change(entry, { continuousFrom: nextWindow(now) });
  return entry.continuousFrom !== undefined && entry.continuousFrom <= now;
}

/** RDS disables the continuous backups of a database when their recovery point is deleted. */
export function disableContinuous({ backup }: BackupAccount, point: RecoveryPoint): void {
  if (point.ResourceType !== "RDS" || point.Status !== "AVAILABLE") return;
  const entry = backup.resources.get(point.ResourceArn);
  if (entry?.continuousFrom !== undefined) backup.resources.change(entry, { continuousFrom: undefined });
}
