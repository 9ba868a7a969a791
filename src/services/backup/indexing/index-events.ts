import type { BackupAccount } from "../account/account";
import { emitEvent, isoDate } from "../account/events";
import type { PointIndex } from "../records/recovery-point-indexes";
import { notifyOfIndex } from "../vaults/sns-messages";

const texts = {
  ACTIVE: "An AWS Backup recovery point index was successfully completed.",
  DELETED: "An AWS Backup recovery point index was deleted.",
  FAILED: "An AWS Backup recovery point index failed to create.",
};

const messageOf = ({ RecoveryPointArn }: PointIndex, status: keyof typeof texts): string =>
  `${texts[status]} Indexed recovery point arn : ${RecoveryPointArn}`;

/** Reports a state of an index to the event bus and the vault's topic. PENDING is not reported. */
export function emitIndexChange(
  account: BackupAccount,
  index: PointIndex,
  indexStatus: "ACTIVE" | "FAILED" | "DELETED",
): void {
  const { accountId } = account.place;
  const deletedAt = indexStatus === "DELETED" ? account.now : undefined;
  emitEvent(account, "Recovery Point Index State Change", [index.RecoveryPointArn], index, index => ({
    recoveryPointArn: index.RecoveryPointArn,
    accountId,
    indexStatus,
    iamRoleArn: index.IamRoleArn,
    resourceType: index.ResourceType,
    backupVaultArn: index.BackupVaultArn,
    indexCreationTime: isoDate(index.IndexCreationDate),
    indexCompletionTime: indexStatus === "ACTIVE" ? isoDate(index.IndexCompletionDate) : undefined,
    indexDeletionTime: isoDate(deletedAt),
    isIndexingContinuous: index.continuous,
    sourceResourceArn: index.SourceResourceArn,
    backupCreationTime: isoDate(index.BackupCreationDate),
    indexStatusMessage: messageOf(index, indexStatus),
  }));
  notifyOfIndex(account, index.BackupVaultName, {
    pointArn: index.RecoveryPointArn,
    status: indexStatus,
    isContinuous: index.continuous,
  });
}
