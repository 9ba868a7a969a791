import type { BackupAccount } from "../account/account";
import { emitEvent, isoDate } from "../account/events";
import type { RestoreJob } from "../records/restore-jobs";
import { notifyOfJob } from "../vaults/sns-messages";

/** Emits the first event of a job, the only one with a `state` instead of a `status`. */
export function emitRestoreCreated(account: BackupAccount, job: RestoreJob): void {
  emitEvent(account, "Restore Job State Change", [job.RecoveryPointArn], job, job => ({
    restoreJobId: job.RestoreJobId,
    creationDate: isoDate(job.CreationDate),
    state: "CREATED",
  }));
}

/**
 * Emits the event of a job's current status, in the format of the Developer Guide's samples, and notifies the vault's
 * topic.
 */
export function emitRestoreChange(account: BackupAccount, job: RestoreJob): void {
  emitEvent(account, "Restore Job State Change", [job.RecoveryPointArn], job, detailOf);
  notifyOfJob(account, job.vaultName, {
    kind: "RESTORE_JOB",
    id: job.RestoreJobId,
    state: job.Status,
    startTime: job.CreationDate,
    resourceArn: job.SourceResourceArn,
    recoveryPointArn: job.RecoveryPointArn,
  });
}

const detailOf = (job: RestoreJob) => ({
  restoreJobId: job.RestoreJobId,
  backupSizeInBytes: String(job.BackupSizeInBytes ?? 0),
  creationDate: isoDate(job.CreationDate),
  iamRoleArn: job.IamRoleArn,
  percentDone: 0,
  resourceType: job.ResourceType,
  status: job.Status,
  statusMessage: job.Status === "FAILED" ? job.StatusMessage : undefined,
  restoreTestingPlanArn: job.CreatedBy?.RestoreTestingPlanArn,
  ...(job.Status === "COMPLETED" && {
    backupVaultArn: job.BackupVaultArn,
    recoveryPointArn: job.RecoveryPointArn,
    sourceResourceArn: job.SourceResourceArn,
    createdResourceArn: job.CreatedResourceArn,
    completionDate: isoDate(job.CompletionDate),
  }),
});
