import type { BackupAccount } from "../account/account";
import { emitEvent, isoDate } from "../account/events";
import type { CopyJob } from "../records/copy-jobs";
import { vaultOfArn } from "../records/vaults";
import { creatorDetail } from "../recovery-points/events";
import { notifyOfJob } from "../vaults/sns-messages";

/** The event of a copy job's present state, in the form of the Developer Guide's samples, and the vault's notice. */
export function emitCopyChange(account: BackupAccount, job: CopyJob): void {
  emitEvent(account, "Copy Job State Change", [job.SourceRecoveryPointArn], job, detailOf);
  const vault = vaultOfArn(job.SourceBackupVaultArn);
  if (!vault) return;
  notifyOfJob(account, vault.name, {
    kind: "COPY_JOB",
    id: job.CopyJobId,
    state: job.State,
    startTime: job.CreationDate,
    resourceArn: job.ResourceArn,
    recoveryPointArn: job.DestinationRecoveryPointArn,
  });
}

const detailOf = (job: CopyJob) => (job.State === "CREATED" ? createdDetail(job) : laterDetail(job));

/** The first event of a job does not name it. */
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
  // Until there is one, the service writes an empty object in its place.
  destinationRecoveryPointArn: job.DestinationRecoveryPointArn ?? {},
  createdBy: creatorDetail(job.CreatedBy),
});
