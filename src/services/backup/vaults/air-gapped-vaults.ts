import { type Place, samePartition } from "../../../core/basics";
import { type BackupAccount, write } from "../account/account";
import { invalidRequest } from "../account/errors";
import type { Vault } from "../records/vaults";
import { putTags } from "../tags/tags";
import { checkRetentionRange } from "./vault-lock";
import { checkNewVault, emitVaultChange, makeVault } from "./vaults";

const VaultType = "LOGICALLY_AIR_GAPPED_BACKUP_VAULT";
/** In days. */
export const shortestAirGappedRetention = 7;

/** AWS offers these vaults in its main partition only. */
function checkOffered({ region }: Place): void {
  if (samePartition(region, "us-east-1")) return;
  throw invalidRequest(`Logically air-gapped backup vaults are not available in ${region}.`);
}

export const createLogicallyAirGappedBackupVault = write<"CreateLogicallyAirGappedBackupVault">(
  (input, account) => {
    const { BackupVaultTags, ...vaultInput } = input;
    checkOffered(account.place);
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
