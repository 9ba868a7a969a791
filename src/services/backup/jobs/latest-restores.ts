import { table } from "../../../core/table-spec";
import { type EpochMs, minute } from "../../../core/time";
import type { BackupAccount } from "../account";
import type { RestoreJob } from "./restore-jobs";

/** The last restore of a resource, which AWS Backup remembers longer than its job. */
export interface LatestRestore {
  readonly ResourceArn: string;
  readonly LatestRestoreExecutionTimeMinutes: number;
  readonly LatestRestoreJobCreationDate: EpochMs;
  readonly LatestRestoreRecoveryPointCreationDate: EpochMs | undefined;
}

export const latestRestores = table<LatestRestore>(restore => restore.ResourceArn);

/** Keeps what will be told of a job that has just completed. */
export function keepLatestRestore({ backup, now }: BackupAccount, job: RestoreJob): void {
  backup.latestRestores.put({
    ResourceArn: job.SourceResourceArn,
    LatestRestoreExecutionTimeMinutes: Math.ceil((now - job.CreationDate) / minute),
    LatestRestoreJobCreationDate: job.CreationDate,
    LatestRestoreRecoveryPointCreationDate: job.RecoveryPointCreationDate,
  });
}
