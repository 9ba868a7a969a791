import { day, minute } from "../../../core/time";
import type { BackupAccount } from "../account/account";
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
  onDemand?: { readonly IamRoleArn: string | undefined },
): PointIndex {
  const { backup, place, now } = account;
  const index: PointIndex = {
    RecoveryPointArn: point.RecoveryPointArn,
    BackupVaultName: point.BackupVaultName,
    BackupVaultArn: vaultArn(place, point.BackupVaultName),
    SourceResourceArn: point.ResourceArn,
    ResourceType: point.ResourceType,
    IamRoleArn: onDemand ? onDemand.IamRoleArn : point.IamRoleArn,
    BackupCreationDate: point.CreationDate,
    IndexCreationDate: now,
    IndexStatus: "PENDING",
    onDemand: onDemand && true,
    continuous: isContinuous(point),
  };
  return backup.pointIndexes.put(startedOrQueued(account, index));
}

/** Regions that build fewer indexes at a time. */
const smallRegions: ReadonlySet<string> = new Set(["ap-southeast-5", "ca-central-1"]);

/** Whether as many indexes are being built as can be at a time. */
function isBusy(account: BackupAccount, index: PointIndex): boolean {
  const { pointIndexes } = account.backup;
  const most = smallRegions.has(account.place.region) ? "indexesAtATimeInSmallRegions" : "indexesAtATime";
  return (
    pointIndexes.by("building", "yes").size >= account.quota(most) ||
    pointIndexes.by("buildingOfResource", index.SourceResourceArn).size >=
      account.quota("indexesAtATimePerResource") ||
    (index.onDemand === true &&
      pointIndexes.by("buildingOnDemand", "yes").size >= account.quota("indexesAtATimeOnDemand"))
  );
}

/** An index that is being built or, when the maximum number is, that waits and stays PENDING. */
const startedOrQueued = (account: BackupAccount, index: PointIndex): PointIndex =>
  isBusy(account, index)
    ? { ...index, next: account.inFlight("start", retryAfter) }
    : {
        ...index,
        building: true,
        next: account.inFlight("complete", account.duration("recoveryPointIndex", index)),
      };

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
    const finished = account.backup.pointIndexes.change(index, {
      IndexStatus: "ACTIVE",
      IndexStatusMessage: undefined,
      IndexCompletionDate: account.now,
      building: undefined,
      next: nextRenewal(account, index),
    });
    emitIndexChange(account, finished, "ACTIVE");
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

/** Ends the building of an index as failed. */
export function failIndex(index: PointIndex, account: BackupAccount, message: string | undefined): void {
  const failed = account.backup.pointIndexes.change(index, {
    IndexStatus: "FAILED",
    IndexStatusMessage: message,
    IndexCompletionDate: account.now,
    building: undefined,
    next: undefined,
  });
  emitIndexChange(account, failed, "FAILED");
}

/** When the index of a continuous backup is built again. */
export const nextRenewal = (account: BackupAccount, index: PointIndex) =>
  index.continuous ? account.planned("renew", account.now + day) : undefined;
