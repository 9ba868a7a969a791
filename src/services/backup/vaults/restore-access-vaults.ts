import { parseArn } from "../../../core/basics";
import { type BackupAccount, type BackupView, read, write } from "../account/account";
import { invalidParameter, invalidRequest, limitExceeded, notFound } from "../account/errors";
import { pageOf } from "../account/paging";
import { type Vault, vaultOfArn } from "../records/vaults";
import { putTags } from "../tags/tags";
import { expires, failSession, nextOfSession, openSession } from "./approval-sessions";
import { checkVaultPolicy } from "./vault-guard";
import { removeVault } from "./vault-removal";
import { checkNewVault, emitVaultChange, makeVault } from "./vaults";

const VaultType = "RESTORE_ACCESS_BACKUP_VAULT";

function airGappedVault(account: BackupView, name: string, action: string): Vault {
  const vault = account.backup.vaults.get(name);
  if (vault?.VaultType !== "LOGICALLY_AIR_GAPPED_BACKUP_VAULT") {
    throw notFound(`Logically air-gapped backup vault ${name} does not exist.`);
  }
  checkVaultPolicy(account, vault, action);
  return vault;
}

/** The approval team that decides about access to a vault. */
function approvalTeamOf(account: BackupAccount, arn: string): string {
  const address = vaultOfArn(parseArn(arn));
  if (!address || address.place.region !== account.place.region) {
    throw invalidParameter(`Invalid source backup vault ARN: ${arn}`);
  }
  const owner = account.at(address.place);
  const vault = airGappedVault(owner, address.name, "CreateRestoreAccessBackupVault");
  if (vault.VaultState !== "AVAILABLE") throw invalidRequest(`Backup vault ${arn} is not available yet.`);
  const team = vault.MpaApprovalTeamArn;
  if (team === undefined) throw invalidRequest(`Backup vault ${arn} has no approval team.`);
  return team;
}

export const createRestoreAccessBackupVault = write<"CreateRestoreAccessBackupVault">((input, account) => {
  const { SourceBackupVaultArn, BackupVaultTags, CreatorRequestId, RequesterComment } = input;
  const team = approvalTeamOf(account, SourceBackupVaultArn);
  const earlier = [...account.backup.vaults.by("source", SourceBackupVaultArn)];
  const replayed =
    CreatorRequestId === undefined
      ? undefined
      : earlier.find(vault => vault.CreatorRequestId === CreatorRequestId);
  if (replayed && (input.BackupVaultName ?? replayed.BackupVaultName) === replayed.BackupVaultName) {
    return vaultOutput(replayed);
  }
  const failed = earlier.find(vault => vault.VaultState === "FAILED");
  if (failed) {
    throw limitExceeded(
      `The restore access vault ${failed.BackupVaultName} of this source failed; delete it first.`,
    );
  }
  const BackupVaultName = input.BackupVaultName ?? nameAfter(account, SourceBackupVaultArn);
  checkNewVault(account, { BackupVaultName, VaultType });
  const vault = makeVault(account, {
    BackupVaultName,
    VaultType,
    VaultState: "CREATING",
    SourceBackupVaultArn,
    CreatorRequestId,
    MpaApprovalTeamArn: team,
    MpaSessionArn: openSession(account, team).MpaSessionArn,
    requesterComment: RequesterComment,
  });
  putTags(account, vault.BackupVaultArn, BackupVaultTags);
  emitVaultChange(account, vault, "CREATED");
  return vaultOutput(vault);
});

const longestName = 50;

/** A free name made from that of the source vault. */
function nameAfter({ backup }: BackupAccount, sourceArn: string): string {
  const source = vaultOfArn(parseArn(sourceArn))?.name ?? "";
  for (let number = 1; ; number++) {
    const ending = number === 1 ? "-restore-access" : `-restore-access-${number}`;
    const name = `${source.slice(0, longestName - ending.length)}${ending}`;
    if (!backup.vaults.has(name)) return name;
  }
}

const vaultOutput = (vault: Vault) => ({
  ...vault,
  RestoreAccessBackupVaultArn: vault.BackupVaultArn,
  RestoreAccessBackupVaultName: vault.BackupVaultName,
});

/** A restore access vault by its ARN, in any account and Region. */
function vaultWithArn(account: BackupView, arn: string): Vault | undefined {
  const address = vaultOfArn(parseArn(arn));
  return address && account.at(address.place).backup.vaults.get(address.name);
}

export const listRestoreAccessBackupVaults = read<"ListRestoreAccessBackupVaults">((input, account) => {
  const source = airGappedVault(account, input.BackupVaultName, "ListRestoreAccessBackupVaults");
  const accesses = account.backup.restoreAccesses.by("vault", source.BackupVaultName);
  const { items, token } = pageOf(accesses, input);
  return {
    RestoreAccessBackupVaults: items.map(access => ({
      ...vaultWithArn(account, access.RestoreAccessBackupVaultArn),
      ...access,
    })),
    NextToken: token,
  };
});

export const revokeRestoreAccessBackupVault = write<"RevokeRestoreAccessBackupVault">((input, account) => {
  const { RestoreAccessBackupVaultArn: arn, RequesterComment } = input;
  const source = airGappedVault(account, input.BackupVaultName, "RevokeRestoreAccessBackupVault");
  const access = account.backup.restoreAccesses.get(arn);
  const address = access?.BackupVaultName === source.BackupVaultName ? vaultOfArn(parseArn(arn)) : undefined;
  const vault = address && vaultWithArn(account, arn);
  if (!vault) throw notFound(`Cannot find restore access backup vault with ARN: ${arn}`);
  if (vault.VaultState !== "AVAILABLE") {
    throw invalidRequest(`Access through ${arn} cannot be revoked: its state is ${vault.VaultState}.`);
  }
  if (vault.LatestRevokeRequest?.Status === "PENDING") {
    throw invalidRequest(`A request to revoke access through ${arn} is pending already.`);
  }
  const requester = account.at(address.place);
  requester.backup.vaults.change(vault, {
    requesterComment: RequesterComment,
    LatestRevokeRequest: openSession(account, vault.MpaApprovalTeamArn ?? ""),
    next: nextOfSession(requester, vault, "revokeAccess"),
  });
  return {};
});

/** Ends a session without revoking access. The message defaults to that of a session that expired. */
export function keepAccess(vault: Vault, { backup }: BackupAccount, message?: string): void {
  backup.vaults.change(vault, { next: undefined }, draft => failSession(draft.LatestRevokeRequest, message));
}

/** The timed steps of restore access vaults. */
export const restoreAccessSteps = {
  grantAccess(vault: Vault, account: BackupAccount): void {
    const { backup, now } = account;
    const members: Partial<Vault> = expires(account, vault.CreationDate)
      ? { VaultState: "FAILED" }
      : { VaultState: "AVAILABLE", ApprovalDate: now };
    backup.vaults.change(vault, { ...members, next: undefined });
  },

  revokeAccess(vault: Vault, account: BackupAccount): void {
    if (expires(account, vault.LatestRevokeRequest?.InitiationDate)) keepAccess(vault, account);
    else removeVault(account, vault);
  },
};
