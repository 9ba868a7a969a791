import { type BackupAccount, write } from "../account/account";
import { invalidParameter, invalidRequest } from "../account/errors";
import type { Vault } from "../records/vaults";
import { isEnabled } from "../settings/global-settings";
import { expires, failSession, nextOfSession, openSession } from "./approval-sessions";
import { vaultToChange } from "./vaults";

/** Approval teams are in us-east-1 only, for the vaults of every Region. */
const teamForm = /^arn:(?:aws:mpa:us-east-1|aws-[a-z-]+:mpa:[a-z0-9-]+):\d{12}:approval-team\/.+$/;

/** A vault whose approval team can be changed now. Throws AWS's errors for others. */
function vaultToAssociate(account: BackupAccount, name: string, action: string): Vault {
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

/** Asks the current team to approve another team, or its own removal. */
function requestTeamChange(
  account: BackupAccount,
  vault: Vault,
  currentTeam: string,
  wantedTeam: string | undefined,
  requesterComment: string | undefined,
): void {
  account.backup.vaults.change(vault, {
    wantedTeam,
    requesterComment,
    LatestMpaApprovalTeamUpdate: openSession(account, currentTeam),
    next: nextOfSession(account, vault, "changeTeam"),
  });
}

export const associateBackupVaultMpaApprovalTeam = write<"AssociateBackupVaultMpaApprovalTeam">(
  ({ BackupVaultName, MpaApprovalTeamArn, RequesterComment }, account) => {
    if (!teamForm.test(MpaApprovalTeamArn)) {
      throw invalidParameter(`Invalid approval team ARN: ${MpaApprovalTeamArn}`);
    }
    const vault = vaultToAssociate(account, BackupVaultName, "AssociateBackupVaultMpaApprovalTeam");
    const currentTeam = vault.MpaApprovalTeamArn;
    if (currentTeam !== undefined) {
      requestTeamChange(account, vault, currentTeam, MpaApprovalTeamArn, RequesterComment);
      return {};
    }
    // The first team needs no approval.
    account.backup.vaults.change(vault, {
      MpaApprovalTeamArn,
      requesterComment: RequesterComment,
      LatestMpaApprovalTeamUpdate: { Status: "APPROVED", InitiationDate: account.now },
    });
    return {};
  },
);

export const disassociateBackupVaultMpaApprovalTeam = write<"DisassociateBackupVaultMpaApprovalTeam">(
  ({ BackupVaultName, RequesterComment }, account) => {
    const vault = vaultToAssociate(account, BackupVaultName, "DisassociateBackupVaultMpaApprovalTeam");
    const currentTeam = vault.MpaApprovalTeamArn;
    if (currentTeam === undefined) {
      throw invalidRequest(`Backup vault ${BackupVaultName} has no approval team.`);
    }
    requestTeamChange(account, vault, currentTeam, undefined, RequesterComment);
    return {};
  },
);

/** Ends a session without a change of the team. The message defaults to that of a session that expired. */
export function keepTeam(vault: Vault, { backup }: BackupAccount, message?: string): void {
  backup.vaults.change(vault, { wantedTeam: undefined, next: undefined }, draft =>
    failSession(draft.LatestMpaApprovalTeamUpdate, message),
  );
}

/** The timed steps of changes of approval teams. */
export const approvalTeamSteps = {
  changeTeam(vault: Vault, account: BackupAccount): void {
    if (expires(account, vault.LatestMpaApprovalTeamUpdate?.InitiationDate)) {
      keepTeam(vault, account);
      return;
    }
    account.backup.vaults.change(
      vault,
      { MpaApprovalTeamArn: vault.wantedTeam, wantedTeam: undefined, next: undefined },
      ({ LatestMpaApprovalTeamUpdate: session }) => {
        if (session) session.Status = "APPROVED";
      },
    );
  },
};
