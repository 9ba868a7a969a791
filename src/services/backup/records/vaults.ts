import type { DescribeBackupVaultOutput, LatestRevokeRequest } from "@aws-sdk/client-backup";
import { type Arn, type Place, placeOfArn } from "../../../core/basics";
import { table } from "../../../core/store";
import type { EpochMs, Next } from "../../../core/time";
import type { Stored } from "../../../core/world";

/**
 * A backup vault. The number of its recovery points is counted, not stored. It has AWS's members; those in lower case
 * are the mock's own.
 */
export interface Vault extends Omit<Stored<DescribeBackupVaultOutput>, "NumberOfRecoveryPoints"> {
  readonly BackupVaultName: string;
  readonly BackupVaultArn: string;
  readonly VaultType: NonNullable<DescribeBackupVaultOutput["VaultType"]>;
  readonly CreationDate: EpochMs;
  /** The text of its access policy. */
  readonly policy?: string | undefined;
  readonly notifications?: Notifications | undefined;
  /** The approval team that a pending session would associate. None if the session would remove the team. */
  readonly wantedTeam?: string | undefined;
  readonly requesterComment?: string | undefined;
  /** When a restore access vault was approved, and the state of the latest request to revoke it. */
  readonly ApprovalDate?: EpochMs | undefined;
  readonly LatestRevokeRequest?: Stored<LatestRevokeRequest> | undefined;
  readonly next?: Next | undefined;
}

export const vaults = table<Vault>(vault => vault.BackupVaultName)
  .by("type", vault => vault.VaultType)
  .by("source", vault => vault.SourceBackupVaultArn)
  .alias(vault => [vault.BackupVaultArn]);

/** Where a vault is, and its name. */
export interface VaultAddress {
  readonly place: Place;
  readonly name: string;
}

const prefix = "backup-vault:";

/** The address that the ARN of a backup vault names, whether or not the vault exists. */
export function vaultOfArn(arn: Arn | undefined): VaultAddress | undefined {
  if (arn?.service !== "backup" || !arn.resource.startsWith(prefix)) return undefined;
  const place = placeOfArn(arn);
  return place && { place, name: arn.resource.slice(prefix.length) };
}

/** The events that a vault can notify of. The others in the API's model are refused. */
export const sentEvents = [
  "BACKUP_JOB_STARTED",
  "BACKUP_JOB_COMPLETED",
  "BACKUP_JOB_SUCCESSFUL",
  "BACKUP_JOB_FAILED",
  "BACKUP_JOB_EXPIRED",
  "RESTORE_JOB_STARTED",
  "RESTORE_JOB_COMPLETED",
  "RESTORE_JOB_SUCCESSFUL",
  "RESTORE_JOB_FAILED",
  "COPY_JOB_STARTED",
  "COPY_JOB_SUCCESSFUL",
  "COPY_JOB_FAILED",
  "RECOVERY_POINT_MODIFIED",
  "S3_BACKUP_OBJECT_FAILED",
  "S3_RESTORE_OBJECT_FAILED",
  "CONTINUOUS_BACKUP_INTERRUPTED",
  "RECOVERY_POINT_INDEX_COMPLETED",
  "RECOVERY_POINT_INDEX_DELETED",
  "RECOVERY_POINT_INDEXING_FAILED",
  "EKS_RESTORE_OBJECT_FAILED",
  "EKS_RESTORE_OBJECT_SKIPPED",
  "EKS_BACKUP_OBJECT_FAILED",
] as const;

export type VaultEvent = (typeof sentEvents)[number];

/** The topic that a vault notifies, and the events it notifies of, in the order of the request. */
export interface Notifications {
  readonly SNSTopicArn: string;
  readonly BackupVaultEvents: readonly VaultEvent[];
}
