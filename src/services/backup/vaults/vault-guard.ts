import { AwsError, deniesAccount, globalArn, readPolicy } from "../../../core/basics";
import type { BackupView } from "../account/account";
import type { Vault } from "../records/vaults";

/** Whether a vault's own access policy denies an action on it, or on a point in it, to the whole account. */
export function isDenied({ place }: BackupView, vault: Vault, action: string, pointArn?: string): boolean {
  if (vault.policy === undefined) return false;
  const read = readPolicy(vault.policy);
  const arns = pointArn === undefined ? [vault.BackupVaultArn] : [vault.BackupVaultArn, pointArn];
  return "policy" in read && deniesAccount(read.policy, `backup:${action}`, arns, place);
}

/**
 * Refuses an action that the vault's own access policy denies to everyone. Who calls is not known here, so statements
 * under conditions or about some principals decide nothing; nor is an Allow needed.
 */
export function checkVaultPolicy(account: BackupView, vault: Vault, action: string, pointArn?: string): void {
  if (!isDenied(account, vault, action, pointArn)) return;
  const caller = globalArn("iam", account.place, "root");
  throw new AwsError(
    "AccessDeniedException",
    `User: ${caller} is not authorized to perform: backup:${action} on resource: ${vault.BackupVaultArn} with an explicit deny in a resource-based policy`,
  );
}
