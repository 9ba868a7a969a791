import type { DescribeBackupVaultOutput, LatestRevokeRequest } from "@aws-sdk/client-backup";
import { type Place, parseArn } from "../../../core/basics";
import { table } from "../../../core/store";
import type { EpochMs, Next } from "../../../core/time";
import type { Stored } from "../../../core/world";

/** A backup vault in AWS's own words. How many recovery points it holds is counted, not kept. */
export interface Vault extends Omit<Stored<DescribeBackupVaultOutput>, "NumberOfRecoveryPoints"> {
  readonly BackupVaultName: string;
  readonly BackupVaultArn: string;
  readonly VaultType: NonNullable<DescribeBackupVaultOutput["VaultType"]>;
  readonly CreationDate: EpochMs;
  /** The access policy, as it was put. */
  readonly policy?: string | undefined;
  readonly notifications?: Notifications | undefined;
  /** The approval team that a pending session is about; none where the session is about removing it. */
  readonly wantedTeam?: string | undefined;
  readonly requesterComment?: string | undefined;
  /** When a restore access vault was approved, and what became of the latest request to revoke it. */
  readonly ApprovalDate?: EpochMs | undefined;
  readonly LatestRevokeRequest?: Stored<LatestRevokeRequest> | undefined;
  readonly next?: Next | undefined;
}

export const vaults = table<Vault>(vault => vault.BackupVaultName)
  .by("type", vault => vault.VaultType)
  .by("source", vault => vault.SourceBackupVaultArn)
  .alias(vault => [vault.BackupVaultArn]);

/** Which vault of which account and Region an ARN names. */
export interface VaultAddress {
  readonly place: Place;
  readonly name: string;
}

const prefix = "backup-vault:";

/** The vault an ARN names, be it there or not; nothing when the ARN is not of a backup vault. */
export function vaultOfArn(arn: string): VaultAddress | undefined {
  const parts = parseArn(arn);
  if (parts?.service !== "backup" || !parts.resource.startsWith(prefix)) return undefined;
  const { region, accountId } = parts;
  return { place: { region, accountId }, name: parts.resource.slice(prefix.length) };
}

/** The events that AWS Backup still sends. The model lists more: those are deprecated, and refused. */
export const sentEvents = [
  "BACKUP_JOB_STARTED",
  "BACKUP_JOB_COMPLETED",
  "RESTORE_JOB_STARTED",
  "RESTORE_JOB_COMPLETED",
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

/** Which events of a vault go to which topic, in the order in which they were asked for. */
export interface Notifications {
  readonly SNSTopicArn: string;
  readonly BackupVaultEvents: readonly VaultEvent[];
}
