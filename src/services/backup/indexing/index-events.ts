import type { BackupAccount } from "../account/account";
import { emitEvent, isoDate } from "../account/events";
import type { PointIndex } from "../records/recovery-point-indexes";
import { notifyOfIndex } from "../vaults/sns-messages";

/** Reports a state of an index to the event bus and the vault's topic. PENDING is not reported. */
export function emitIndexChange(
  account: BackupAccount,
  index: PointIndex,
  indexStatus: "ACTIVE" | "FAILED" | "DELETED",
): void {
  const { accountId } = account.place;
  emitEvent(account, "Recovery Point Index State Change", [index.RecoveryPointArn], index, index => ({
    recoveryPointArn: index.RecoveryPointArn,
    accountId,
    indexStatus,
    iamRoleArn: index.IamRoleArn,
    resourceType: index.ResourceType,
    backupVaultArn: index.BackupVaultArn,
    indexCreationTime: isoDate(index.IndexCreationDate),
    indexCompletionTime: isoDate(index.IndexCompletionDate),
    indexDeletionTime: isoDate(index.IndexDeletionDate),
    isIndexingContinuous: index.continuous,
    sourceResourceArn: index.SourceResourceArn,
    backupCreationTime: isoDate(index.BackupCreationDate),
    indexStatusMessage: index.IndexStatusMessage,
  }));
  notifyOfIndex(account, index.BackupVaultName, {
    pointArn: index.RecoveryPointArn,
    status: indexStatus,
    isContinuous: index.continuous,
  });
}
