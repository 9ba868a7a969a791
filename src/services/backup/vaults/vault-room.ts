import type { BackupView } from "../account/account";
import type { Vault } from "../records/vaults";

/** Why a vault takes in no more recovery points, if so. */
export function fullVaultFault(
  account: BackupView,
  { BackupVaultName, BackupVaultArn }: Vault,
): string | undefined {
  const limit = account.quota("recoveryPointsPerVault");
  const { recoveryPoints } = account.backup;
  // Mostly there are fewer in all vaults together, and nobody has to count those of one.
  return recoveryPoints.size < limit || recoveryPoints.by("vault", BackupVaultName).size < limit
    ? undefined
    : `Limit exceeded: backup vault ${BackupVaultArn} has the maximum number of recovery points, which is ${limit}.`;
}
