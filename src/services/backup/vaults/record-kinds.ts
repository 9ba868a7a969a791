import type { Kind } from "../../../core/world";
import type { BackupShape } from "../account/account";
import type { TieringConfiguration } from "../records/tiering-configurations";
import type { Vault } from "../records/vaults";
import { sessionLength } from "./approval-sessions";
import { keepTeam } from "./approval-teams";
import { readVaultPolicy } from "./policy-document";
import { keepAccess } from "./restore-access-vaults";

export const vaultKind = {
  description: {
    by: "DescribeBackupVault",
    inputFor: record => ({ BackupVaultName: record.BackupVaultName }),
  },
  further: {
    policy: "GetBackupVaultAccessPolicy.Policy",
    notifications: "GetBackupVaultNotifications",
    LatestRevokeRequest: "ListRestoreAccessBackupVaults.RestoreAccessBackupVaults.LatestRevokeRequest",
  },
  fixed: ["VaultType", "SourceBackupVaultArn"],
  state: "VaultState",
  works: {
    // Access to a restore access vault is granted by its approval team.
    CREATING: vault =>
      vault.VaultType === "RESTORE_ACCESS_BACKUP_VAULT"
        ? { step: "grantAccess", duration: "approvalSession", atMost: sessionLength }
        : { step: "becomeAvailable", duration: "airGappedVault" },
  },
  sideWorks: {
    changeTeam: {
      member: "LatestMpaApprovalTeamUpdate",
      duration: "approvalSession",
      atMost: sessionLength,
    },
    revokeAccess: { member: "LatestRevokeRequest", duration: "approvalSession", atMost: sessionLength },
  },
  failures: {
    FAILED: {
      from: ["CREATING"],
      at: ["becomeAvailable", "grantAccess", "changeTeam", "revokeAccess"],
      fail(vault, account, message) {
        if (vault.next?.step === "changeTeam") keepTeam(vault, account, message);
        else if (vault.next?.step === "revokeAccess") keepAccess(vault, account, message);
        // A description of a vault has no member for a message.
        else account.backup.vaults.change(vault, { VaultState: "FAILED", next: undefined });
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
