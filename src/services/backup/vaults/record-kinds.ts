import type { Kind } from "../../../core/world";
import type { BackupShape } from "../account/account";
import type { TieringConfiguration } from "../records/tiering-configurations";
import type { Vault } from "../records/vaults";
import { readVaultPolicy } from "./policy-document";

export const vaultKind = {
  description: {
    by: "DescribeBackupVault",
    inputFor: record => ({ BackupVaultName: record.BackupVaultName }),
  },
  further: { policy: "GetBackupVaultAccessPolicy.Policy", notifications: "GetBackupVaultNotifications" },
  fixed: ["VaultType", "SourceBackupVaultArn"],
  state: "VaultState",
  works: {
    // Access to a restore access vault is granted by its approval team.
    CREATING: vault =>
      vault.VaultType === "LOGICALLY_AIR_GAPPED_BACKUP_VAULT"
        ? { step: "becomeAvailable", duration: "airGappedVault" }
        : undefined,
  },
  failures: {
    FAILED: {
      from: ["CREATING"],
      at: ["becomeAvailable"],
      // A description of a vault has no member for a message.
      fail(vault, { backup }) {
        backup.vaults.change(vault, { VaultState: "FAILED", next: undefined });
      },
    },
  },
  fault(before, { policy }) {
    if (policy === undefined || policy === before.policy) return undefined;
    const read = readVaultPolicy(policy);
    return "fault" in read ? `policy is invalid: ${read.fault}` : undefined;
  },
} satisfies Kind<BackupShape, Vault>;

export const tieringKind = {
  description: {
    by: "GetTieringConfiguration.TieringConfiguration",
    inputFor: record => ({ TieringConfigurationName: record.TieringConfigurationName }),
  },
} satisfies Kind<BackupShape, TieringConfiguration>;
