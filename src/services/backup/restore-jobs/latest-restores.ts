import { minute } from "../../../core/time";
import type { BackupAccount } from "../account/account";
import type { RestoreJob } from "../records/restore-jobs";

/** Keeps the data of a completed restore that AWS shows for its resource. */
export function keepLatestRestore({ backup, now }: BackupAccount, job: RestoreJob): void {
  backup.latestRestores.put({
    ResourceArn: job.SourceResourceArn,
    LatestRestoreExecutionTimeMinutes: Math.ceil((now - job.CreationDate) / minute),
    LatestRestoreJobCreationDate: job.CreationDate,
    LatestRestoreRecoveryPointCreationDate: job.RecoveryPointCreationDate,
  });
}
