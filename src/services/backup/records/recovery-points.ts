import type { DescribeRecoveryPointOutput } from "@aws-sdk/client-backup";
import { table, type Writable } from "../../../core/store";
import type { EpochMs, Next } from "../../../core/time";
import type { Stored } from "../../../core/world";

/**
 * A recovery point. Its calculated dates follow from its lifecycle, and its index is a record of its own. Capitalised members are AWS's; the others are the mock's own.
 */
export interface RecoveryPoint
  extends Omit<
    Stored<DescribeRecoveryPointOutput>,
    "CalculatedLifecycle" | "IndexStatus" | "IndexStatusMessage"
  > {
  readonly RecoveryPointArn: string;
  readonly BackupVaultName: string;
  readonly ResourceArn: string;
  readonly ResourceType: string;
  readonly CreationDate: EpochMs;
  readonly Status: NonNullable<DescribeRecoveryPointOutput["Status"]>;
  /** The backup job or the copy job that made it. */
  readonly backupJobId?: string | undefined;
  readonly copyJobId?: string | undefined;
  /** The size of the resource in bytes. An incremental backup is smaller. */
  readonly resourceSize?: number | undefined;
  /** Whether the resource was infected when it was backed up. A scan finds that. */
  readonly infected?: boolean | undefined;
  /**
   * When a job last continued a continuous backup, and with which options. The days of its lifecycle count from then.
   */
  readonly renewedAt?: EpochMs | undefined;
  readonly options?: Readonly<Record<string, string>> | undefined;
  /** A snapshot of a continuous backup that is made only to be copied, and removed after that. */
  readonly onlyToCopy?: true | undefined;
  /** Whether the continuous backup has a logically air-gapped target. */
  readonly airGapped?: true | undefined;
  /** A copied point that only a restore or a legal hold keeps from being removed. */
  readonly copied?: true | undefined;
  /** Whether a legal hold stopped its lifecycle. */
  readonly heldBack?: true | undefined;
  readonly next?: Next | undefined;
}

export const recoveryPoints = table<RecoveryPoint>(point => point.RecoveryPointArn)
  .copied(copyOfRecoveryPoint)
  .by("vault", point => point.BackupVaultName)
  .by("resource", point => point.ResourceArn)
  .by("parent", point => point.ParentRecoveryPointArn)
  .by("continuous", point => (point.Status === "AVAILABLE" ? point.ResourceArn : undefined))
  .by("copied", point => (point.copied ? "yes" : undefined))
  .by("heldBack", point => (point.heldBack ? "yes" : undefined));

/** A copy that names every member, for speed. The last ones are missing from most recovery points. */
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
  if (point.airGapped !== undefined) copy.airGapped = point.airGapped;
  if (point.copied !== undefined) copy.copied = point.copied;
  if (point.heldBack !== undefined) copy.heldBack = point.heldBack;
  return copy;
}
