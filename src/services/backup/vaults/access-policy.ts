import { isOpenToAll } from "../../../core/basics";
import { read, write } from "../account/account";
import { invalidParameter, missingParameter, notFound } from "../account/errors";
import { readVaultPolicy } from "./policy-document";
import { vaultFor, vaultToChange } from "./vaults";

const tooOpen =
  "The specified policy cannot be added to the vault due to cross-account sharing restrictions. Amend the policy or the vault's settings, then retry request";

export const putBackupVaultAccessPolicy = write<"PutBackupVaultAccessPolicy">(
  ({ BackupVaultName, Policy }, account) => {
    const vault = vaultToChange(account, BackupVaultName, "PutBackupVaultAccessPolicy");
    if (Policy === undefined) throw missingParameter("Policy is required.");
    const read = readVaultPolicy(Policy);
    if ("fault" in read) throw invalidParameter(`The specified policy is invalid: ${read.fault}.`);
    if (isOpenToAll(read.policy, vault.BackupVaultArn)) throw invalidParameter(tooOpen);
    account.backup.vaults.change(vault, { policy: Policy });
    return {};
  },
);

export const getBackupVaultAccessPolicy = read<"GetBackupVaultAccessPolicy">((input, account) => {
  const vault = vaultFor(account, input.BackupVaultName, "GetBackupVaultAccessPolicy");
  if (vault.policy === undefined) {
    throw notFound(`Backup Vault ${vault.BackupVaultArn} has no associated POLICY`);
  }
  return { ...vault, Policy: vault.policy };
});

export const deleteBackupVaultAccessPolicy = write<"DeleteBackupVaultAccessPolicy">((input, account) => {
  const vault = vaultToChange(account, input.BackupVaultName, "DeleteBackupVaultAccessPolicy");
  account.backup.vaults.change(vault, { policy: undefined });
  return {};
});
