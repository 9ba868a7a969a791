import type { DescribeBackupVaultOutput, LatestRevokeRequest } from "@aws-sdk/client-backup";
import type { Next } from "../../../core/next";
import type { Stored } from "../../../core/stored";
import { table } from "../../../core/table-spec";
import type { EpochMs } from "../../../core/time";
import type { Notifications } from "../vaults/notifications";

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
