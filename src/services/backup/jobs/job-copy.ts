import type { Usual } from "../../../core/table-spec";
import type { BackupJob } from "./backup-jobs";

/** What few backup jobs have. */
export const rareInBackupJob = [
  "ResourceName",
  "StatusMessage",
  "BackupOptions",
  "BackupType",
  "ParentJobId",
  "NumberOfChildJobs",
  "idempotencyToken",
  "pointTags",
  "followUp",
  "issue",
  "continuous",
  "membership",
  "asked",
  "leftOut",
  "outcome",
  "retries",
] as const satisfies readonly (keyof BackupJob)[];

/** What all backup jobs have, or will once they are done. */
export const usualOfBackupJob = (job: BackupJob): Usual<BackupJob, (typeof rareInBackupJob)[number]> => ({
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
});
