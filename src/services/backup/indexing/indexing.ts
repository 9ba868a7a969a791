import { day, minute } from "../../../core/time";
import type { BackupAccount } from "../account/account";
import { takeOutcome } from "../jobs/outcomes";
import type { PointIndex } from "../records/recovery-point-indexes";
import type { RecoveryPoint } from "../records/recovery-points";
import { isContinuous, isFinished, typeOfPoint } from "../recovery-points/types";
import { can } from "../resources/resource-types";
import { vaultArn } from "../vaults/vaults";
import { emitIndexChange } from "./index-events";

const retryAfter = minute;

/** Why a point cannot have an index; undefined when it can (Developer Guide, "Backup indexes"). */
export function indexFault(point: RecoveryPoint): string | undefined {
  const type = typeOfPoint(point);
  const cannot = `Recovery point ${point.RecoveryPointArn} cannot be indexed`;
  if (!type || !can(type, "searchIndex")) {
    return `${cannot}: backup indexes are not supported for resource type ${point.ResourceType}.`;
  }
  if (point.VaultType === "LOGICALLY_AIR_GAPPED_BACKUP_VAULT") {
    return `${cannot}: it is in a logically air-gapped vault.`;
  }
  if (point.StorageClass === "COLD") return `${cannot}: it is in cold storage.`;
  return isFinished(point) ? undefined : `${cannot}: its status is ${point.Status}.`;
}

/** Creates the index of a point, or replaces a failed one. */
export function createIndex(
  account: BackupAccount,
  point: RecoveryPoint,
  IamRoleArn = point.IamRoleArn,
): PointIndex {
  const { backup, place, now } = account;
  const outcome = takeOutcome(account, "index", {
    resourceArn: point.ResourceArn,
    resourceType: point.ResourceType,
    backupVaultName: point.BackupVaultName,
  });
  const index: PointIndex = {
    RecoveryPointArn: point.RecoveryPointArn,
    BackupVaultName: point.BackupVaultName,
    BackupVaultArn: vaultArn(place, point.BackupVaultName),
    SourceResourceArn: point.ResourceArn,
    ResourceType: point.ResourceType,
    IamRoleArn,
    BackupCreationDate: point.CreationDate,
    IndexCreationDate: now,
    IndexStatus: "PENDING",
    continuous: isContinuous(point),
    failure: outcome?.fails?.message,
  };
  return backup.pointIndexes.put(startedOrQueued(account, index, outcome?.takes));
}

/** An index that is being built or, when the maximum number is, that waits and stays PENDING. */
function startedOrQueued(
  account: BackupAccount,
  index: PointIndex,
  takes = account.duration("recoveryPointIndex", index),
) {
  const { pointIndexes } = account.backup;
  const busy =
    pointIndexes.by("building", "yes").size >= account.quota("indexesAtATime") ||
    pointIndexes.by("buildingOfResource", index.SourceResourceArn).size >=
      account.quota("indexesAtATimePerResource");
  return busy
    ? { ...index, next: account.inFlight("start", retryAfter) }
    : { ...index, building: true as const, next: account.inFlight("complete", takes) };
}

export function deleteIndex(account: BackupAccount, index: PointIndex): PointIndex {
  return account.backup.pointIndexes.change(index, {
    IndexStatus: "DELETING",
    IndexDeletionDate: account.now,
    building: undefined,
    next: account.inFlight("remove", account.duration("recoveryPointIndexDeletion", index)),
  });
}

/** The timed steps of indexes. */
export const pointIndexSteps = {
  start(index: PointIndex, account: BackupAccount): void {
    account.backup.pointIndexes.replace(startedOrQueued(account, index));
  },

  complete(index: PointIndex, account: BackupAccount): void {
    const { failure } = index;
    const finished = account.backup.pointIndexes.change(index, {
      IndexStatus: failure === undefined ? "ACTIVE" : "FAILED",
      IndexStatusMessage: failure,
      IndexCompletionDate: account.now,
      building: undefined,
      next: failure === undefined ? nextRenewal(account, index) : undefined,
    });
    emitIndexChange(account, finished, failure === undefined ? "ACTIVE" : "FAILED");
  },

  /** The index of a continuous backup is updated once a day. */
  renew(index: PointIndex, account: BackupAccount): void {
    account.backup.pointIndexes.change(index, {
      IndexCompletionDate: account.now,
      next: nextRenewal(account, index),
    });
  },

  remove(index: PointIndex, account: BackupAccount): void {
    account.backup.pointIndexes.remove(index.RecoveryPointArn);
    emitIndexChange(account, index, "DELETED");
  },
};

const nextRenewal = (account: BackupAccount, index: PointIndex) =>
  index.continuous ? account.planned("renew", account.now + day) : undefined;
