import { isAccessed } from "../access-points/protection";
import type { BackupView } from "../account/account";
import { invalidRequest } from "../account/errors";
import { isHeld } from "../legal-holds/holding";
import type { RecoveryPoint } from "../records/recovery-points";
import { checkVaultPolicy } from "../vaults/vault-guard";

/** The actions on a recovery point that a vault or a legal hold can prevent. */
type Alteration =
  | "DeleteRecoveryPoint"
  | "DisassociateRecoveryPoint"
  | "DisassociateRecoveryPointFromParent"
  | "UpdateRecoveryPointLifecycle";

/** Refuses an action that the vault's access policy, its lock or a legal hold prevents. */
export function checkAlterable(account: BackupView, point: RecoveryPoint, action: Alteration): void {
  const vault = account.backup.vaults.get(point.BackupVaultName);
  if (!vault) return;
  checkVaultPolicy(account, vault, action, point.RecoveryPointArn);
  if (vault.Locked) {
    throw invalidRequest("RecoveryPoint cannot be deleted or updated (Backup vault configured with Lock)");
  }
  // A hold stops lifecycles, but they can still be changed.
  if (action !== "UpdateRecoveryPointLifecycle" && isHeld(account, point)) {
    throw invalidRequest("The recovery point cannot be deleted because it has active legal hold(s)");
  }
  if (action === "DeleteRecoveryPoint" && isAccessed(account, point)) {
    throw invalidRequest("The recovery point cannot be deleted because it has backup access points.");
  }
}
