import { type BackupAccount, write } from "../account";
import { putTags } from "../tags";
import { checkRetentionRange } from "./vault-lock";
import { checkNewVault, emitVaultChange, makeVault, type Vault } from "./vaults";

const VaultType = "LOGICALLY_AIR_GAPPED_BACKUP_VAULT";
const shortestRetention = 7;

export const createLogicallyAirGappedBackupVault = write<"CreateLogicallyAirGappedBackupVault">(
  (input, account) => {
    const { BackupVaultTags, ...asked } = input;
    const replayed = checkNewVault(account, { ...asked, VaultType });
    if (replayed) return replayed;
    checkRetentionRange(asked.MinRetentionDays, asked.MaxRetentionDays, shortestRetention);
    const vault = makeVault(account, {
      ...asked,
      VaultType,
      VaultState: "CREATING",
      next: account.inFlight("becomeAvailable", account.duration("airGappedVault", asked)),
    });
    putTags(account, vault.BackupVaultArn, BackupVaultTags);
    emitVaultChange(account, vault, "CREATED");
    return vault;
  },
);

export const airGappedVaultSteps = {
  becomeAvailable(vault: Vault, { backup }: BackupAccount): void {
    backup.vaults.replace({ ...vault, VaultState: "AVAILABLE", next: undefined });
  },
};
