import type { BackupAccount } from "../account/account";
import { isReserved } from "../account/names";
import type { BackupJob } from "../records/backup-jobs";
import type { JobFault } from "../records/job-messages";
import type { BackupSource } from "../records/resources";
import type { Vault } from "../records/vaults";
import { findSource } from "../resources/sources";
import { fullVaultFault } from "../vaults/vault-capacity";
import { isDenied } from "../vaults/vault-guard";
import { isOutsideLock } from "../vaults/vault-lock";

/** Everything a backup takes, at hand. */
export interface ReadyBackup {
  readonly vault: Vault;
  readonly source: BackupSource;
}

const fault = (category: string, message: string): { readonly fault: JobFault } => ({
  fault: { category, message },
});

/** What a backup job needs, as it is at this moment, or why it cannot go on. */
export function readyBackup(
  account: BackupAccount,
  job: BackupJob,
): ReadyBackup | { readonly fault: JobFault } {
  const vault = account.backup.vaults.get(job.BackupVaultName);
  if (!vault) {
    return fault(
      "RESOURCE_NOT_FOUND",
      `Backup job failed because backup vault ${job.BackupVaultArn} does not exist.`,
    );
  }
  if (vault.VaultType === "RESTORE_ACCESS_BACKUP_VAULT") {
    return fault(
      "UNSUPPORTED_OPERATION",
      `Backup job failed because ${job.BackupVaultArn} is a restore access backup vault, which holds no recovery points of its own.`,
    );
  }
  if (isReserved(vault.BackupVaultName) && !isReserved(job.CreatedBy?.BackupPlanId ?? "")) {
    return fault("ACCESS_DENIED", "Insufficient privileges to perform this action.");
  }
  // Who starts a job himself is refused at once.
  if (job.CreatedBy && isDenied(account, vault, "StartBackupJob")) {
    return fault("ACCESS_DENIED", "Access Denied trying to call AWS Backup service");
  }
  if (job.misplaced) return { fault: job.misplaced };
  const source = findSource(account, job.ResourceArn);
  if (!source) {
    return fault(
      "RESOURCE_NOT_FOUND",
      `Backup job failed because resource ${job.ResourceArn} does not exist.`,
    );
  }
  if (isOutsideLock(vault, job.RecoveryPointLifecycle)) {
    return fault(
      "INVALID_LIFECYCLE",
      "Backup job failed because the lifecycle is outside the valid range for backup vault.",
    );
  }
  // A continuous backup mostly goes on in the point it has.
  const full = job.continuous ? undefined : fullVaultFault(account, vault);
  return full === undefined ? { vault, source } : fault("LIMIT_EXCEEDED", full);
}
