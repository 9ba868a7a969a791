import type { Writable } from "../../../core/table-spec";
import type { RecoveryPoint } from "./recovery-points";

/** A copy that names each member; the last ones are those that few recovery points have. */
export function copyOfRecoveryPoint(point: RecoveryPoint): RecoveryPoint {
  const copy: Writable<RecoveryPoint> = {
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
  };
  if (point.SourceBackupVaultArn !== undefined) copy.SourceBackupVaultArn = point.SourceBackupVaultArn;
  if (point.ResourceName !== undefined) copy.ResourceName = point.ResourceName;
  if (point.StatusMessage !== undefined) copy.StatusMessage = point.StatusMessage;
  if (point.EncryptionKeyType !== undefined) copy.EncryptionKeyType = point.EncryptionKeyType;
  if (point.LastRestoreTime !== undefined) copy.LastRestoreTime = point.LastRestoreTime;
  if (point.ParentRecoveryPointArn !== undefined) copy.ParentRecoveryPointArn = point.ParentRecoveryPointArn;
  if (point.CompositeMemberIdentifier !== undefined)
    copy.CompositeMemberIdentifier = point.CompositeMemberIdentifier;
  if (point.ScanResults !== undefined) copy.ScanResults = point.ScanResults;
  if (point.copyJobId !== undefined) copy.copyJobId = point.copyJobId;
  if (point.infected !== undefined) copy.infected = point.infected;
  if (point.renewedAt !== undefined) copy.renewedAt = point.renewedAt;
  if (point.options !== undefined) copy.options = point.options;
  if (point.onlyToCopy !== undefined) copy.onlyToCopy = point.onlyToCopy;
  if (point.copied !== undefined) copy.copied = point.copied;
  if (point.heldBack !== undefined) copy.heldBack = point.heldBack;
  return copy;
}
