import { type BackupAccount, write } from "../account/account";
import { invalidParameter, invalidRequest } from "../account/errors";
import type { Vault } from "../records/vaults";
import { isEnabled } from "../settings/global-settings";
import { expiredSession, openSession, outcomeOf } from "./approval-sessions";
import { vaultToChange } from "./vaults";

const teamForm = /^arn:aws[a-z-]*:mpa:[a-z0-9-]+:\d{12}:approval-team\/.+$/;

/** The vault, if its approval team can be changed now. */
function vaultForTeams(account: BackupAccount, name: string, action: string): Vault {
  const vault = vaultToChange(account, name, action);
  if (!isEnabled(account, "isMpaEnabled")) {
    throw invalidRequest("Multi-party approval is not enabled for the current organization.");
  }
  if (vault.VaultType !== "LOGICALLY_AIR_GAPPED_BACKUP_VAULT") {
    throw invalidRequest(`Backup vault ${name} is not a logically air-gapped vault.`);
  }
  if (vault.VaultState !== "AVAILABLE") throw invalidRequest(`Backup vault ${name} is not available yet.`);
  if (vault.LatestMpaApprovalTeamUpdate?.Status === "PENDING") {
    throw invalidRequest(`A change of the approval team of backup vault ${name} is pending already.`);
  }
  return vault;
}

/** Asks the present team whether another one may take its place, or none. */
function askForTeam(
  account: BackupAccount,
  vault: Vault,
  present: string,
  wantedTeam: string | undefined,
  requesterComment: string | undefined,
): void {
  account.backup.vaults.replace({
    ...vault,
    wantedTeam,
    requesterComment,
    LatestMpaApprovalTeamUpdate: openSession(account, present),
    next: outcomeOf(account, vault, { approved: "changeTeam", expired: "keepTeam" }),
  });
}

export const associateBackupVaultMpaApprovalTeam = write<"AssociateBackupVaultMpaApprovalTeam">(
  ({ BackupVaultName, MpaApprovalTeamArn, RequesterComment }, account) => {
    if (!teamForm.test(MpaApprovalTeamArn)) {
      throw invalidParameter(`Invalid approval team ARN: ${MpaApprovalTeamArn}`);
    }
    const vault = vaultForTeams(account, BackupVaultName, "AssociateBackupVaultMpaApprovalTeam");
    const present = vault.MpaApprovalTeamArn;
    if (present !== undefined) {
      askForTeam(account, vault, present, MpaApprovalTeamArn, RequesterComment);
      return {};
    }
    // There is nobody to ask about the first team.
    account.backup.vaults.replace({
      ...vault,
      MpaApprovalTeamArn,
      requesterComment: RequesterComment,
      LatestMpaApprovalTeamUpdate: { Status: "APPROVED", InitiationDate: account.now },
    });
    return {};
  },
);

export const disassociateBackupVaultMpaApprovalTeam = write<"DisassociateBackupVaultMpaApprovalTeam">(
  ({ BackupVaultName, RequesterComment }, account) => {
    const vault = vaultForTeams(account, BackupVaultName, "DisassociateBackupVaultMpaApprovalTeam");
    const present = vault.MpaApprovalTeamArn;
    if (present === undefined) {
      throw invalidRequest(`Backup vault ${BackupVaultName} has no approval team.`);
    }
    askForTeam(account, vault, present, undefined, RequesterComment);
    return {};
  },
);

export const approvalTeamSteps = {
  changeTeam(vault: Vault, { backup }: BackupAccount): void {
    backup.vaults.replace({
      ...vault,
      MpaApprovalTeamArn: vault.wantedTeam,
      wantedTeam: undefined,
      LatestMpaApprovalTeamUpdate: { ...vault.LatestMpaApprovalTeamUpdate, Status: "APPROVED" },
      next: undefined,
    });
  },

  keepTeam(vault: Vault, { backup }: BackupAccount): void {
    backup.vaults.replace({
      ...vault,
      wantedTeam: undefined,
      LatestMpaApprovalTeamUpdate: {
        ...vault.LatestMpaApprovalTeamUpdate,
        Status: "FAILED",
        StatusMessage: expiredSession,
      },
      next: undefined,
    });
  },
};
