import type { Timed } from "../../../core/time";
import type { BackupView } from "../account/account";
import type { RecoveryPoint } from "../records/recovery-points";

/**
 * The running backup or copy job of a resource. Only one runs at a time. The job of a composite copy does not block
 * the jobs of its members.
 */
export function runningJobOn(
  { backup }: BackupView,
  resourceArn: string,
  parentJobId?: string,
): Timed | undefined {
  const [job] = backup.backupJobs.by("runningOnResource", resourceArn);
  if (job) return job;
  const [copy] = backup.copyJobs.by("runningOnResource", resourceArn);
  return copy?.CopyJobId === parentJobId ? undefined : copy;
}

/** Whether a copy or restore job is reading a point. */
export function isBeingRead({ backup }: BackupView, point: RecoveryPoint): boolean {
  if (backup.restoreJobs.by("runningFromPoint", point.RecoveryPointArn).size > 0) return true;
  const [copy] = backup.copyJobs.by("runningOnResource", point.ResourceArn);
  return copy?.SourceRecoveryPointArn === point.RecoveryPointArn;
}

/** Whether a backup job is making a point or continuing it. */
export function isBeingWritten({ backup }: BackupView, point: RecoveryPoint): boolean {
  for (const job of backup.backupJobs.by("runningOnResource", point.ResourceArn)) {
    if (job.pointArn === point.RecoveryPointArn) return true;
  }
  return false;
}

/** Whether a point is being scanned or indexed. */
function isBeingExamined({ backup }: BackupView, { RecoveryPointArn, ResourceArn }: RecoveryPoint): boolean {
  if (backup.pointIndexes.get(RecoveryPointArn)?.building) return true;
  for (const scan of backup.scanJobs.by("runningOnResource", ResourceArn)) {
    if (scan.RecoveryPointArn === RecoveryPointArn) return true;
  }
  return false;
}

/** Whether anything is using a point. Waiting jobs do not count. */
export const isInUse = (account: BackupView, point: RecoveryPoint): boolean =>
  isBeingRead(account, point) || isBeingWritten(account, point) || isBeingExamined(account, point);
