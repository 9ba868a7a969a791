import type { Writable } from "../../../core/table-spec";
import type { BackupJob } from "./backup-jobs";

/** A copy that names each member; the last ones are those that few backup jobs have. */
export function copyOfBackupJob(job: BackupJob): BackupJob {
  const copy: Writable<BackupJob> = {
    AccountId: job.AccountId,
    BackupJobId: job.BackupJobId,
    BackupVaultName: job.BackupVaultName,
    BackupVaultArn: job.BackupVaultArn,
    VaultType: job.VaultType,
    VaultLockState: job.VaultLockState,
    RecoveryPointArn: job.RecoveryPointArn,
    RecoveryPointLifecycle: job.RecoveryPointLifecycle,
    EncryptionKeyArn: job.EncryptionKeyArn,
    IsEncrypted: job.IsEncrypted,
    ResourceArn: job.ResourceArn,
    ResourceType: job.ResourceType,
    CreationDate: job.CreationDate,
    InitiationDate: job.InitiationDate,
    CompletionDate: job.CompletionDate,
    ExpectedCompletionDate: job.ExpectedCompletionDate,
    StartBy: job.StartBy,
    State: job.State,
    MessageCategory: job.MessageCategory,
    PercentDone: job.PercentDone,
    BackupSizeInBytes: job.BackupSizeInBytes,
    BytesTransferred: job.BytesTransferred,
    IamRoleArn: job.IamRoleArn,
    CreatedBy: job.CreatedBy,
    IsParent: job.IsParent,
    pointArn: job.pointArn,
    completionWindowMinutes: job.completionWindowMinutes,
    next: job.next,
  };
  if (job.ResourceName !== undefined) copy.ResourceName = job.ResourceName;
  if (job.StatusMessage !== undefined) copy.StatusMessage = job.StatusMessage;
  if (job.BackupOptions !== undefined) copy.BackupOptions = job.BackupOptions;
  if (job.BackupType !== undefined) copy.BackupType = job.BackupType;
  if (job.ParentJobId !== undefined) copy.ParentJobId = job.ParentJobId;
  if (job.NumberOfChildJobs !== undefined) copy.NumberOfChildJobs = job.NumberOfChildJobs;
  if (job.idempotencyToken !== undefined) copy.idempotencyToken = job.idempotencyToken;
  if (job.pointTags !== undefined) copy.pointTags = job.pointTags;
  if (job.followUp !== undefined) copy.followUp = job.followUp;
  if (job.issue !== undefined) copy.issue = job.issue;
  if (job.misplaced !== undefined) copy.misplaced = job.misplaced;
  if (job.continuous !== undefined) copy.continuous = job.continuous;
  if (job.membership !== undefined) copy.membership = job.membership;
  if (job.asked !== undefined) copy.asked = job.asked;
  if (job.leftOut !== undefined) copy.leftOut = job.leftOut;
  if (job.outcome !== undefined) copy.outcome = job.outcome;
  if (job.retries !== undefined) copy.retries = job.retries;
  return copy;
}
