import type { BackupView } from "../account/account";
import type { Vault } from "../records/vaults";

/** Why a vault is full; undefined while it accepts recovery points. */
export function fullVaultFault(
  account: BackupView,
  { BackupVaultName, BackupVaultArn }: Vault,
): string | undefined {
  const limit = account.quota("recoveryPointsPerVault");
  const { recoveryPoints } = account.backup;
  // Usually all vaults together hold fewer points than the limit, which is cheaper to check.
  return recoveryPoints.size < limit || recoveryPoints.by("vault", BackupVaultName).size < limit
    ? undefined
    : `Limit exceeded: backup vault ${BackupVaultArn} has the maximum number of recovery points, which is ${limit}.`;
}
