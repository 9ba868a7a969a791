import type { BackupView } from "../account";
import { invalidRequest } from "../errors";
import { checkVaultPolicy } from "../vaults/vault-guard";
import type { RecoveryPoint } from "./recovery-points";

/** What can be done to a recovery point by hand that a vault or a legal hold may refuse. */
type Alteration =
  | "DeleteRecoveryPoint"
  | "DisassociateRecoveryPoint"
  | "DisassociateRecoveryPointFromParent"
  | "UpdateRecoveryPointLifecycle";

/** Refuses what the vault's access policy or its lock keep from being done to a point. */
export function checkAlterable(account: BackupView, point: RecoveryPoint, action: Alteration): void {
  const vault = account.backup.vaults.get(point.BackupVaultName);
  if (!vault) return;
  checkVaultPolicy(account, vault, action, point.RecoveryPointArn);
  if (vault.Locked) {
    throw invalidRequest(
      `Recovery point ${point.RecoveryPointArn} cannot be changed or deleted: backup vault ${vault.BackupVaultName} is locked.`,
    );
  }
}
