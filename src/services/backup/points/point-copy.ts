import type { Usual } from "../../../core/table-spec";
import type { RecoveryPoint } from "./recovery-points";

/** What few recovery points have. */
export const rareInRecoveryPoint = [
  "SourceBackupVaultArn",
  "ResourceName",
  "StatusMessage",
  "EncryptionKeyType",
  "LastRestoreTime",
  "ParentRecoveryPointArn",
  "CompositeMemberIdentifier",
  "ScanResults",
  "copyJobId",
  "infected",
  "renewedAt",
  "options",
  "onlyToCopy",
  "heldBack",
] as const satisfies readonly (keyof RecoveryPoint)[];

/** What all recovery points have, or will once they are done. */
export const usualOfRecoveryPoint = (
  point: RecoveryPoint,
): Usual<RecoveryPoint, (typeof rareInRecoveryPoint)[number]> => ({
  RecoveryPointArn: point.RecoveryPointArn,
  BackupVaultName: point.BackupVaultName,
  BackupVaultArn: point.BackupVaultArn,
  ResourceArn: point.ResourceArn,
  ResourceType: point.ResourceType,
  CreatedBy: point.CreatedBy,
  IamRoleArn: point.IamRoleArn,
  Status: point.Status,
  CreationDate: point.CreationDate,
  InitiationDate: point.InitiationDate,
  CompletionDate: point.CompletionDate,
  BackupSizeInBytes: point.BackupSizeInBytes,
  Lifecycle: point.Lifecycle,
  EncryptionKeyArn: point.EncryptionKeyArn,
  IsEncrypted: point.IsEncrypted,
  StorageClass: point.StorageClass,
  IsParent: point.IsParent,
  VaultType: point.VaultType,
  backupJobId: point.backupJobId,
  resourceSize: point.resourceSize,
  next: point.next,
});
