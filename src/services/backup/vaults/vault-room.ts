import type { BackupView } from "../account";
import type { Vault } from "./vaults";

/** Why a vault takes in no more recovery points, if so. */
export function fullVaultFault(
  account: BackupView,
  { BackupVaultName, BackupVaultArn }: Vault,
): string | undefined {
  const limit = account.quota("recoveryPointsPerVault");
  return account.backup.recoveryPoints.by("vault", BackupVaultName).size < limit
    ? undefined
    : `Limit exceeded: backup vault ${BackupVaultArn} has the maximum number of recovery points, which is ${limit}.`;
}
