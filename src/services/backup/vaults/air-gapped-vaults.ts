import { parseArn } from "../../../core/basics";
import { type BackupAccount, write } from "../account/account";
import { invalidRequest } from "../account/errors";
import type { Vault } from "../records/vaults";
import { putTags } from "../tags/tags";
import { checkRetentionRange } from "./vault-lock";
import { checkNewVault, emitVaultChange, makeVault } from "./vaults";

const VaultType = "LOGICALLY_AIR_GAPPED_BACKUP_VAULT";
const shortestRetention = 7;

export const createLogicallyAirGappedBackupVault = write<"CreateLogicallyAirGappedBackupVault">(
  (input, account) => {
    const { BackupVaultTags, ...asked } = input;
    const replayed = checkNewVault(account, { ...asked, VaultType });
    if (replayed) return replayed;
    const key = parseArn(asked.EncryptionKeyArn ?? "");
    if (key && key.region !== account.place.region) {
      throw invalidRequest(`Encryption key ${asked.EncryptionKeyArn} is in another Region.`);
    }
    checkRetentionRange(asked.MinRetentionDays, asked.MaxRetentionDays, shortestRetention);
    const vault = makeVault(account, {
      ...asked,
      VaultType,
      VaultState: "CREATING",
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
