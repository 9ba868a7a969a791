import type { BackupAccount } from "../account/account";
import { isReserved } from "../account/names";
import type { BackupJob } from "../records/backup-jobs";
import { type Fault, fault } from "../records/job-messages";
import type { BackupSource } from "../records/resources";
import type { Vault } from "../records/vaults";
import { sourceOf } from "../resources/sources";
import { fullVaultFault } from "../vaults/vault-capacity";
import { isDenied } from "../vaults/vault-guard";
import { isOutsideLock } from "../vaults/vault-lock";

/** The vault and the resource that a backup needs. */
export interface ReadyBackup {
  readonly vault: Vault;
  readonly source: BackupSource;
}

/** Finds what a backup job needs, or why the job fails. */
export function readyBackup(account: BackupAccount, job: BackupJob): ReadyBackup | Fault {
  const vault = account.backup.vaults.get(job.BackupVaultName);
  if (!vault) {
    return fault(`Backup job failed because backup vault ${job.BackupVaultArn} does not exist.`);
  }
  if (vault.VaultType === "RESTORE_ACCESS_BACKUP_VAULT") {
    return fault(
      `Backup job failed because ${job.BackupVaultArn} is a restore access backup vault, which holds no recovery points of its own.`,
    );
  }
  if (isReserved(vault.BackupVaultName) && !isReserved(job.CreatedBy?.BackupPlanId ?? "")) {
    return fault("Insufficient privileges to perform this action.");
  }
  // StartBackupJob itself checks the policy for the jobs it creates.
  if (job.CreatedBy && isDenied(account, vault, "StartBackupJob")) {
    return fault("Access Denied trying to call AWS Backup service");
  }
  if (job.targetFault) return { fault: job.targetFault };
  const source = sourceOf(account, job);
  if (!source) {
    return fault(`Backup job failed because resource ${job.ResourceArn} does not exist.`);
  }
  if (isOutsideLock(vault, job.RecoveryPointLifecycle)) {
    return fault("Backup job failed because the lifecycle is outside the valid range for backup vault.");
  }
  // A continuous backup usually continues an existing point, which takes no room.
  const full = job.continuous ? undefined : fullVaultFault(account, vault);
  return full === undefined ? { vault, source } : fault(full);
}
