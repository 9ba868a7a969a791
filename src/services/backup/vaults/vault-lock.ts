import { day, type EpochMs } from "../../../core/time";
import { write } from "../account/account";
import { invalidParameter, invalidRequest } from "../account/errors";
import type { Lifecycle } from "../records/lifecycle";
import type { Vault } from "../records/vaults";
import { keptLifecycle } from "../recovery-points/lifecycle";
import { emitVaultChange, vaultToChange } from "./vaults";

const shortestRetention = 1;
const longestRetention = 36_500;
/** A cooling-off period of 72 hours precedes every lock that nobody can take off again. */
const shortestGrace = 3;

/** Whether nobody can change or take off a vault's lock any more: in compliance mode, from the lock date on. */
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

/** Refuses a range of retentions that nothing can be in, or that is longer than any lifecycle. */
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
  const locked = account.backup.vaults.replace({
    ...vault,
    Locked: true,
    MinRetentionDays,
    MaxRetentionDays,
    // Without it the lock is in governance mode: whoever is permitted to may take it off at any time.
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
    const unlocked = account.backup.vaults.replace({
      ...vault,
      Locked: false,
      MinRetentionDays: undefined,
      MaxRetentionDays: undefined,
      LockDate: undefined,
    });
    emitVaultChange(account, unlocked, "MODIFIED");
    return {};
  },
);

/** Whether a vault's lock keeps out what is to be kept for so long; what has no end is kept for ever. */
export function isOutsideLock(
  { MinRetentionDays: least = 0, MaxRetentionDays: most = Number.POSITIVE_INFINITY }: Vault,
  lifecycle: Lifecycle | undefined,
): boolean {
  const days = keptLifecycle(lifecycle)?.DeleteAfterDays ?? Number.POSITIVE_INFINITY;
  return days < least || days > most;
}

/** How jobs write down whether the vault they use is locked. */
export const lockState = (vault: Vault | undefined): "LOCKED" | "UNLOCKED" | undefined =>
  vault && (vault.Locked ? "LOCKED" : "UNLOCKED");
