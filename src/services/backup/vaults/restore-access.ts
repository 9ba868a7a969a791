import { parseArn } from "../../../core/basics";
import type { BackupAccount, BackupView } from "../account/account";
import { type Vault, vaultOfArn } from "../records/vaults";

/** The vault that an available restore access vault gives access to, and its account. */
function accessedBy(account: BackupView, { VaultType, VaultState, SourceBackupVaultArn }: Vault) {
  if (VaultType !== "RESTORE_ACCESS_BACKUP_VAULT" || VaultState !== "AVAILABLE") return undefined;
  const address = vaultOfArn(parseArn(SourceBackupVaultArn ?? ""));
  const owner = address && account.at(address.place);
  const vault = owner?.backup.vaults.get(address?.name ?? "");
  return owner && vault && { account: owner, vault };
}

/** The vault whose recovery points a vault shows: itself or, for a restore access vault, the source vault. */
export const vaultBehind = (account: BackupView, vault: Vault): { account: BackupView; vault: Vault } =>
  accessedBy(account, vault) ?? { account, vault };

/** The account that has a recovery point: this one, or one that a restore access vault of this one gives access to. */
export function holderOf(account: BackupAccount, pointArn: string): BackupAccount {
  const { backup } = account;
  if (backup.recoveryPoints.has(pointArn)) return account;
  for (const access of backup.vaults.by("type", "RESTORE_ACCESS_BACKUP_VAULT")) {
    const source = accessedBy(account, access);
    const point = source?.account.backup.recoveryPoints.get(pointArn);
    if (source && point?.BackupVaultName === source.vault.BackupVaultName) {
      return account.at(source.account.place);
    }
  }
  return account;
}
