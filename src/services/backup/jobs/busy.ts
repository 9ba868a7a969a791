import type { Timed } from "../../../core/next";
import type { BackupView } from "../account";
import type { RecoveryPoint } from "../points/recovery-points";

/** The job that is at work on a resource: one backup or copy at a time, the others wait. */
export function runningOn({ backup }: BackupView, resourceArn: string): Timed | undefined {
  const [job] = backup.backupJobs.by("runningOnResource", resourceArn);
  if (job) return job;
  const [copy] = backup.copyJobs.by("runningOnResource", resourceArn);
  return copy;
}

/** Whether a copy or a restore is at work with a point. */
export function isRead({ backup }: BackupView, point: RecoveryPoint): boolean {
  if (backup.restoreJobs.by("runningFromPoint", point.RecoveryPointArn).size > 0) return true;
  const [copy] = backup.copyJobs.by("runningOnResource", point.ResourceArn);
  return copy?.SourceRecoveryPointArn === point.RecoveryPointArn;
}
