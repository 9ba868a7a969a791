import {
  AwsError,
  allowsAccount,
  deniesAccount,
  globalArn,
  type Place,
  readPolicy,
} from "../../../core/basics";
import type { BackupView } from "../account/account";
import type { Vault } from "../records/vaults";

/** Whether a vault's access policy denies an action on the vault, or on a point in it, to the whole account. */
export function isDenied({ place }: BackupView, vault: Vault, action: string, pointArn?: string): boolean {
  if (vault.policy === undefined) return false;
  const read = readPolicy(vault.policy);
  const arns = pointArn === undefined ? [vault.BackupVaultArn] : [vault.BackupVaultArn, pointArn];
  return "policy" in read && deniesAccount(read.policy, `backup:${action}`, arns, place);
}

const copyInto = "backup:CopyIntoBackupVault";

/**
 * Whether the access policy of a vault lets a role of another account copy into it. The policy has to allow this to
 * that account.
 */
export function admitsCopiesFrom(vault: Vault, source: Place, role: string | undefined): boolean {
  const read = vault.policy === undefined ? undefined : readPolicy(vault.policy);
  if (!read || !("policy" in read)) return false;
  const { BackupVaultArn } = vault;
  return (
    allowsAccount(read.policy, copyInto, BackupVaultArn, source, role) &&
    !deniesAccount(read.policy, copyInto, [BackupVaultArn], source)
  );
}

/**
 * Refuses an action that the vault's access policy denies to everyone. The mock does not know the caller, so it ignores
 * statements with conditions or about single principals, and requires no Allow.
 */
export function checkVaultPolicy(account: BackupView, vault: Vault, action: string, pointArn?: string): void {
  if (!isDenied(account, vault, action, pointArn)) return;
  const caller = globalArn("iam", account.place, "root");
  throw new AwsError(
    "AccessDeniedException",
    `User: ${caller} is not authorized to perform: backup:${action} on resource: ${vault.BackupVaultArn} with an explicit deny in a resource-based policy`,
  );
}
