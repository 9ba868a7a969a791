import type { BackupAccount } from "../account/account";
import { emitEvent, isoDate } from "../account/events";
import type { CopyJob } from "../records/copy-jobs";
import { creatorDetail } from "../recovery-points/events";
import { notifyOfJob } from "../vaults/sns-messages";

/**
 * Emits the event of a job's current state, in the format of the Developer Guide's samples, and notifies the vault's
 * topic.
 */
export function emitCopyChange(account: BackupAccount, job: CopyJob): void {
  emitEvent(account, "Copy Job State Change", [job.SourceRecoveryPointArn], job, detailOf);
  notifyOfJob(account, job.sourceVaultName, {
    kind: "COPY_JOB",
    id: job.CopyJobId,
    state: job.State,
    startTime: job.CreationDate,
    resourceArn: job.ResourceArn,
    recoveryPointArn: job.DestinationRecoveryPointArn,
  });
}

const detailOf = (job: CopyJob) => (job.State === "CREATED" ? createdDetail(job) : laterDetail(job));

/** The first event of a job does not contain its id. */
const createdDetail = (job: CopyJob) => ({
  creationDate: isoDate(job.CreationDate),
  state: job.State,
  sourceBackupVaultArn: job.SourceBackupVaultArn,
  destinationBackupVaultArn: job.DestinationBackupVaultArn,
});

const laterDetail = (job: CopyJob) => ({
  copyJobId: job.CopyJobId,
  backupSizeInBytes: job.BackupSizeInBytes,
  creationDate: isoDate(job.CreationDate),
  iamRoleArn: job.IamRoleArn,
  resourceArn: job.ResourceArn,
  resourceType: job.ResourceType,
  sourceBackupVaultArn: job.SourceBackupVaultArn,
  destinationBackupVaultArn: job.DestinationBackupVaultArn,
  state: job.State,
  statusMessage: job.StatusMessage,
  completionDate: isoDate(job.CompletionDate),
  // AWS writes an empty object until the point exists.
  destinationRecoveryPointArn: job.DestinationRecoveryPointArn ?? {},
  createdBy: creatorDetail(job.CreatedBy),
});
