import type { Entry } from "../entry";
import type { WorldBuilder } from "../world-builder";
import type { Answer } from "./answer";

const inVaults: readonly Entry["list"][] = ["backup.recoveryPoints", "backup.backupJobs"];

/** Vaults that recovery points and jobs only name. Answers that list the vaults know better. */
export function assumedVaults(
  entries: readonly Entry[],
  answers: readonly Answer[],
  notes: WorldBuilder,
): readonly Entry[] {
  if (answers.some(({ operation }) => operation === "ListBackupVaults")) return [];
  const vaults = entries.flatMap(({ list, item }) =>
    list === "backup.vaults" ? [item["BackupVaultName"]] : [],
  );
  const known = new Set<unknown>(vaults);
  return entries.flatMap(({ list, item, type }) => {
    const { BackupVaultName, VaultType = "BACKUP_VAULT" } = item;
    // Nothing says how long an air-gapped vault keeps what is in it.
    if (!inVaults.includes(list) || known.has(BackupVaultName) || VaultType !== "BACKUP_VAULT") return [];
    known.add(BackupVaultName);
    const name = String(BackupVaultName);
    notes.warn(name, "the vault is not in the dump; it was added without a lock, policy or key");
    return [{ list: "backup.vaults", item: { BackupVaultName: name }, name, type, origin: { name } }];
  });
}
