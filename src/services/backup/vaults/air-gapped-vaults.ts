import { type BackupAccount, write } from "../account/account";
import type { Vault } from "../records/vaults";
import { putTags } from "../tags/tags";
import { checkRetentionRange } from "./vault-lock";
import { checkNewVault, emitVaultChange, makeVault } from "./vaults";

const VaultType = "LOGICALLY_AIR_GAPPED_BACKUP_VAULT";
/** In days. */
export const shortestAirGappedRetention = 7;

export const createLogicallyAirGappedBackupVault = write<"CreateLogicallyAirGappedBackupVault">(
  (input, account) => {
    const { BackupVaultTags, ...vaultInput } = input;
    const replayed = checkNewVault(account, { ...vaultInput, VaultType });
    if (replayed) return replayed;
    checkRetentionRange(vaultInput.MinRetentionDays, vaultInput.MaxRetentionDays, shortestAirGappedRetention);
    const vault = makeVault(account, { ...vaultInput, VaultType, VaultState: "CREATING" });
    putTags(account, vault.BackupVaultArn, BackupVaultTags);
    emitVaultChange(account, vault, "CREATED");
    return vault;
  },
);

/** The timed steps of logically air-gapped vaults. */
export const airGappedVaultSteps = {
  becomeAvailable(vault: Vault, { backup }: BackupAccount): void {
    backup.vaults.change(vault, { VaultState: "AVAILABLE", next: undefined });
  },
};
