import type { Timed } from "../../../core/next";
import type { Records } from "../../../core/table-reader";
import type { BackupView } from "../account";
import type { RecoveryPoint } from "../points/recovery-points";

/**
 * The job that is at work on a resource: one backup or copy at a time, the others wait. The copy of a composite, which
 * waits for its members, is none that these wait for.
 */
export function runningOn(
  { backup }: BackupView,
  resourceArn: string,
  parentJobId?: string,
): Timed | undefined {
  const job = firstOf(backup.backupJobs.by("runningOnResource", resourceArn));
  if (job) return job;
  const copy = firstOf(backup.copyJobs.by("runningOnResource", resourceArn));
  return copy?.CopyJobId === parentJobId ? undefined : copy;
}

/** Every backup asks, and mostly there is none: an iterator would cost more than the answer. */
function firstOf<R extends object>(records: Records<R>): R | undefined {
  if (records.size === 0) return undefined;
  const [first] = records;
  return first;
}

/** Whether a copy or a restore is at work with a point. */
export function isRead({ backup }: BackupView, point: RecoveryPoint): boolean {
  if (backup.restoreJobs.by("runningFromPoint", point.RecoveryPointArn).size > 0) return true;
  const [copy] = backup.copyJobs.by("runningOnResource", point.ResourceArn);
  return copy?.SourceRecoveryPointArn === point.RecoveryPointArn;
}

/** Whether a backup job is creating a point, or updating it in the case of a continuous backup. */
export function isWritten({ backup }: BackupView, point: RecoveryPoint): boolean {
  for (const job of backup.backupJobs.by("runningOnResource", point.ResourceArn)) {
    if (job.pointArn === point.RecoveryPointArn) return true;
  }
  return false;
}

/** Whether a scan or the building of an index is at work with a point. */
function isExamined({ backup }: BackupView, { RecoveryPointArn, ResourceArn }: RecoveryPoint): boolean {
  if (backup.pointIndexes.get(RecoveryPointArn)?.building) return true;
  for (const scan of backup.scanJobs.by("runningOnResource", ResourceArn)) {
    if (scan.RecoveryPointArn === RecoveryPointArn) return true;
  }
  return false;
}

/** Whether anything is at work with a point; what only waits for its turn is not. */
export const isInUse = (account: BackupView, point: RecoveryPoint): boolean =>
  isRead(account, point) || isWritten(account, point) || isExamined(account, point);
