import { day, type EpochMs } from "../../../core/time";
import { write } from "../account/account";
import { invalidParameter, invalidRequest } from "../account/errors";
import type { Lifecycle } from "../records/lifecycle";
import type { Vault } from "../records/vaults";
import { keptLifecycle } from "../recovery-points/lifecycle";
import { emitVaultChange, vaultToChange } from "./vaults";

const shortestRetention = 1;
const longestRetention = 36_500;
/** Every irremovable lock has a cooling-off period of at least 72 hours. */
const shortestGrace = 3;

/** Whether a vault's lock can no longer be changed or removed: in compliance mode, from the lock date on. */
const isImmutable = ({ LockDate }: Vault, now: EpochMs): boolean => LockDate !== undefined && LockDate <= now;

function refuseImmutable(vault: Vault, now: EpochMs): void {
  if (!isImmutable(vault, now)) return;
  throw invalidRequest(
    `The Vault Lock configuration of backup vault ${vault.BackupVaultName} is immutable: it cannot be changed or deleted.`,
  );
}

function checkDays(name: string, days: number | undefined, least: number): void {
  if (days === undefined || (days >= least && days <= longestRetention)) return;
  throw invalidParameter(`${name} must be between ${least} and ${longestRetention} days.`);
}

/** Validates the range of retention that a lock allows. */
export function checkRetentionRange(min: number | undefined, max: number | undefined, least: number): void {
  checkDays("MinRetentionDays", min, least);
  checkDays("MaxRetentionDays", max, least);
  if (min !== undefined && max !== undefined && min > max) {
    throw invalidParameter("MinRetentionDays cannot be more than MaxRetentionDays.");
  }
}

export const putBackupVaultLockConfiguration = write<"PutBackupVaultLockConfiguration">((input, account) => {
  const { MinRetentionDays, MaxRetentionDays, ChangeableForDays } = input;
  const vault = vaultToChange(account, input.BackupVaultName, "PutBackupVaultLockConfiguration");
  refuseImmutable(vault, account.now);
  checkRetentionRange(MinRetentionDays, MaxRetentionDays, shortestRetention);
  checkDays("ChangeableForDays", ChangeableForDays, shortestGrace);
  const locked = account.backup.vaults.change(vault, {
    Locked: true,
    MinRetentionDays,
    MaxRetentionDays,
    // Without ChangeableForDays, the lock is in governance mode and can be removed at any time.
    LockDate: ChangeableForDays === undefined ? undefined : account.now + ChangeableForDays * day,
  });
  emitVaultChange(account, locked, "MODIFIED");
  return {};
});

export const deleteBackupVaultLockConfiguration = write<"DeleteBackupVaultLockConfiguration">(
  (input, account) => {
    const vault = vaultToChange(account, input.BackupVaultName, "DeleteBackupVaultLockConfiguration");
    refuseImmutable(vault, account.now);
    if (!vault.Locked) return {};
    const unlocked = account.backup.vaults.change(vault, {
      Locked: false,
      MinRetentionDays: undefined,
      MaxRetentionDays: undefined,
      LockDate: undefined,
    });
    emitVaultChange(account, unlocked, "MODIFIED");
    return {};
  },
);

/** Whether a lifecycle violates the range of retention of a vault's lock. Without a lifecycle, retention is infinite. */
export function isOutsideLock(
  { MinRetentionDays: least = 0, MaxRetentionDays: most = Number.POSITIVE_INFINITY }: Vault,
  lifecycle: Lifecycle | undefined,
): boolean {
  const days = keptLifecycle(lifecycle)?.DeleteAfterDays ?? Number.POSITIVE_INFINITY;
  return days < least || days > most;
}

/** The lock state of a vault in the form of job records. */
export const lockState = (vault: Vault | undefined): "LOCKED" | "UNLOCKED" | undefined =>
  vault && (vault.Locked ? "LOCKED" : "UNLOCKED");
