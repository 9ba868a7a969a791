import type { EventDetail } from "../../../core/world";
import type { BackupAccount } from "../account/account";
import { emitEvent, isoDate } from "../account/events";
import type { RecoveryPoint } from "../records/recovery-points";
import { calculated } from "./lifecycle";

/** The plan and rule behind a job or a point, as the events name them. */
export const creatorDetail = (createdBy: RecoveryPoint["CreatedBy"]) =>
  createdBy && {
    backupPlanId: createdBy.BackupPlanId,
    backupPlanArn: createdBy.BackupPlanArn,
    backupPlanVersion: createdBy.BackupPlanVersion,
    backupPlanRuleId: createdBy.BackupRuleId,
  };

/** The event of a new point that is finished; it counts as made. */
export function emitPointMade(account: BackupAccount, point: RecoveryPoint): void {
  account.tally("recoveryPoints", "made");
  emitPointChange(account, point);
}

/** The event of a point's present state. */
export function emitPointChange(account: BackupAccount, point: RecoveryPoint): void {
  emitEvent(account, "Recovery Point State Change", [point.RecoveryPointArn], point, detailOf);
}

/** The event of a point that goes. */
export function emitPointRemoval(account: BackupAccount, point: RecoveryPoint): void {
  emitEvent(account, "Recovery Point State Change", [point.RecoveryPointArn], point, removalOf);
}

const detailOf = (point: RecoveryPoint): EventDetail => ({
  backupVaultName: point.BackupVaultName,
  backupVaultArn: point.BackupVaultArn,
  creationDate: isoDate(point.CreationDate),
  completionDate: isoDate(point.CompletionDate),
  iamRoleArn: point.IamRoleArn,
  resourceType: point.ResourceType,
  resourceArn: point.ResourceArn,
  status: point.Status,
  isEncrypted: String(point.IsEncrypted === true),
  storageClass: point.StorageClass,
  createdBy: creatorDetail(point.CreatedBy),
  ...lifecycleDetail(point),
});

const removalOf = (point: RecoveryPoint): EventDetail => ({ ...detailOf(point), status: "DELETING" });

function lifecycleDetail(point: RecoveryPoint) {
  const { Lifecycle } = point;
  if (!Lifecycle) return undefined;
  const { MoveToColdStorageAfterDays: cold, DeleteAfterDays: last } = Lifecycle;
  const { MoveToColdStorageAt: coldAt, DeleteAt: lastAt } = calculated(point) ?? {};
  return {
    lifecycle: {
      ...(cold !== undefined && { moveToColdStorageAfterDays: cold }),
      ...(last !== undefined && { deleteAfterDays: last }),
    },
    // The capital in the middle is AWS's own.
    calculatedLifeCycle: {
      ...(coldAt !== undefined && { moveToColdStorageAt: isoDate(coldAt) }),
      ...(lastAt !== undefined && { deleteAt: isoDate(lastAt) }),
    },
  };
}
