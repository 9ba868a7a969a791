import { parseArn } from "../../../core/basics";
import { type BackupAccount, write } from "../account/account";
import { invalidRequest } from "../account/errors";
import { isReserved } from "../account/names";
import type { DeletedVault } from "../records/deleted-vaults";
import { type Vault, vaultOfArn } from "../records/vaults";
import { removeTags } from "../tags/tags";
import { emitVaultChange, vaultToChange } from "./vaults";

export const deleteBackupVault = write<"DeleteBackupVault">((input, account) => {
  const { backup } = account;
  const vault = vaultToChange(account, input.BackupVaultName, "DeleteBackupVault");
  const points = backup.recoveryPoints.by("vault", vault.BackupVaultName).size;
  if (points > 0) {
    throw invalidRequest("Backup vault cannot be deleted because it contains recovery points.", {
      Code: "ERROR_9101",
      Context: String(points),
    });
  }
  const reason = retentionReason(account, vault);
  if (reason !== undefined) {
    throw invalidRequest(`Backup vault ${vault.BackupVaultName} cannot be deleted${reason}.`);
  }
  removeVault(account, vault);
  if (vault.VaultType === "LOGICALLY_AIR_GAPPED_BACKUP_VAULT") keepNameTaken(account, vault);
  return {};
});

/** Such a vault is deleted in the background, after the call has been answered. */
function keepNameTaken(account: BackupAccount, { BackupVaultName, BackupVaultArn, CreatorRequestId }: Vault) {
  const takes = account.duration("airGappedVaultDeletion", { BackupVaultName });
  account.backup.deletedVaults.put({
    BackupVaultName,
    BackupVaultArn,
    CreatorRequestId,
    next: account.inFlight("freeName", takes),
  });
}

/** The step that ends the deletion of a logically air-gapped vault. */
export const deletedVaultSteps = {
  freeName({ BackupVaultName }: DeletedVault, { backup }: BackupAccount): void {
    backup.deletedVaults.remove(BackupVaultName);
  },
};

/** Why an empty vault cannot be deleted, as the end of a sentence; undefined when it can. */
function retentionReason({ backup }: BackupAccount, vault: Vault): string | undefined {
  const { BackupVaultName, VaultType, VaultState } = vault;
  if (isReserved(BackupVaultName)) return "";
  if (VaultType === "RESTORE_ACCESS_BACKUP_VAULT") {
    return VaultState === "FAILED" ? undefined : ": access to it has to be revoked";
  }
  if (VaultState === "CREATING") return " while it is being created";
  return backup.restoreAccesses.by("vault", BackupVaultName).size > 0
    ? ": restore access vaults give access to it"
    : undefined;
}

/** Removes a vault, its tags and its access to a source vault. */
export function removeVault(account: BackupAccount, vault: Vault): void {
  const { backup } = account;
  backup.vaults.remove(vault.BackupVaultName);
  removeTags(account, vault.BackupVaultArn);
  const source = vaultOfArn(parseArn(vault.SourceBackupVaultArn ?? ""));
  if (source) account.at(source.place).backup.restoreAccesses.remove(vault.BackupVaultArn);
  emitVaultChange(account, vault, "DELETED");
}
