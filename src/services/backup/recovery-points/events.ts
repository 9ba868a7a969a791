import type { EventDetail } from "../../../core/world";
import type { BackupAccount } from "../account/account";
import { emitEvent, isoDate } from "../account/events";
import type { RecoveryPoint } from "../records/recovery-points";
import { calculatedLifecycleOf } from "./lifecycle";

/** The plan and rule that caused a job or a point, as in events. */
export const creatorDetail = (createdBy: RecoveryPoint["CreatedBy"]) =>
  createdBy && {
    backupPlanId: createdBy.BackupPlanId,
    backupPlanArn: createdBy.BackupPlanArn,
    backupPlanVersion: createdBy.BackupPlanVersion,
    backupPlanRuleId: createdBy.BackupRuleId,
  };

/** Emits the event of a new finished point, and counts it. */
export function emitPointMade(account: BackupAccount, point: RecoveryPoint): void {
  account.tally("recoveryPoints", "made");
  emitPointChange(account, point);
}

/** Emits the event of a point's current state. */
export function emitPointChange(account: BackupAccount, point: RecoveryPoint): void {
  emitEvent(account, "Recovery Point State Change", [point.RecoveryPointArn], point, detailOf);
}

/** Emits the event of a deleted point. */
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
  const { MoveToColdStorageAt: coldAt, DeleteAt: lastAt } = calculatedLifecycleOf(point) ?? {};
  return {
    lifecycle: {
      ...(cold !== undefined && { moveToColdStorageAfterDays: cold }),
      ...(last !== undefined && { deleteAfterDays: last }),
    },
    // The spelling is AWS's.
    calculatedLifeCycle: {
      ...(coldAt !== undefined && { moveToColdStorageAt: isoDate(coldAt) }),
      ...(lastAt !== undefined && { deleteAt: isoDate(lastAt) }),
    },
  };
}
