import type { BackupAccount } from "../account/account";
import { emitEvent, isoDate } from "../account/events";
import type { RestoreJob } from "../records/restore-jobs";
import { vaultOfArn } from "../records/vaults";
import { notifyOfJob } from "../vaults/sns-messages";

/** The first event of a job; only this one calls its state a state. */
export function emitRestoreCreated(account: BackupAccount, job: RestoreJob): void {
  emitEvent(account, "Restore Job State Change", [job.RecoveryPointArn], job, job => ({
    restoreJobId: job.RestoreJobId,
    creationDate: isoDate(job.CreationDate),
    state: "CREATED",
  }));
}

/** The event of a restore job's present status, in the form of the Developer Guide's samples, and the vault's notice. */
export function emitRestoreChange(account: BackupAccount, job: RestoreJob): void {
  emitEvent(account, "Restore Job State Change", [job.RecoveryPointArn], job, detailOf);
  const vault = vaultOfArn(job.BackupVaultArn);
  if (!vault) return;
  notifyOfJob(account, vault.name, {
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
