import { day } from "../../../core/time";
import { type BackupAccount, write } from "../account/account";
import { invalidParameter, invalidRequest } from "../account/errors";
import type { Lifecycle } from "../records/lifecycle";
import type { RecoveryPoint } from "../records/recovery-points";
import { can } from "../resources/resource-types";
import { notifyOfPoint } from "../vaults/sns-messages";
import { checkAlterable } from "./alteration-guard";
import { calculatedLifecycleOf, keptLifecycle, lifecycleFault } from "./lifecycle";
import { nextByLifecycle, pointIn } from "./recovery-points";
import { isContinuous, typeOfPoint } from "./types";

export const updateRecoveryPointLifecycle = write<"UpdateRecoveryPointLifecycle">((input, account) => {
  const point = pointIn(account, input.BackupVaultName, input.RecoveryPointArn);
  checkAlterable(account, point, "UpdateRecoveryPointLifecycle");
  checkChangeable(point);
  const fault = input.Lifecycle && lifecycleFault(input.Lifecycle);
  if (fault !== undefined) throw invalidParameter(fault);
  // A part that is left out is removed.
  const requested = keptLifecycle(input.Lifecycle) ?? {};
  const lifecycle = point.StorageClass === "COLD" ? keptCold(point, requested) : requested;
  checkColdDays(account, point, lifecycle);
  const updated: RecoveryPoint = { ...point, Lifecycle: keptLifecycle(lifecycle), heldBack: undefined };
  const kept = account.backup.recoveryPoints.replace({
    ...updated,
    next: point.Status === "CREATING" ? undefined : nextByLifecycle(account, updated),
  });
  notifyOfPoint(account, kept.BackupVaultName, kept.RecoveryPointArn);
  return { ...kept, CalculatedLifecycle: calculatedLifecycleOf(kept), next: undefined };
});

function checkChangeable(point: RecoveryPoint): void {
  const cannot = `The lifecycle of recovery point ${point.RecoveryPointArn} cannot be changed`;
  if (isContinuous(point)) throw invalidRequest(`${cannot}: it is a continuous backup.`);
  if (point.Status === "EXPIRED" || point.Status === "DELETING") {
    throw invalidRequest(`${cannot}: its status is ${point.Status}.`);
  }
}

/** The days until cold storage cannot change for a point that is there already. */
function keptCold(point: RecoveryPoint, requested: Lifecycle): Lifecycle {
  const cold = point.Lifecycle?.MoveToColdStorageAfterDays;
  const days = requested.MoveToColdStorageAfterDays ?? cold;
  if (days !== cold) {
    throw invalidRequest(
      `MoveToColdStorageAfterDays of recovery point ${point.RecoveryPointArn} cannot be changed: it is in cold storage.`,
    );
  }
  const lifecycle = { ...requested, ...(cold !== undefined && { MoveToColdStorageAfterDays: cold }) };
  const fault = lifecycleFault(lifecycle);
  if (fault !== undefined) throw invalidParameter(fault);
  return lifecycle;
}

/** Refuses a move to cold storage in the past or today. AWS moves points tomorrow at the earliest. */
function checkColdDays({ now }: BackupAccount, point: RecoveryPoint, lifecycle: Lifecycle): void {
  const days = lifecycle.MoveToColdStorageAfterDays;
  const type = typeOfPoint(point);
  if (days === undefined || days === point.Lifecycle?.MoveToColdStorageAfterDays) return;
  if (!type || !can(type, "coldStorage")) return;
  const least = Math.ceil((now - point.CreationDate) / day) + 1;
  if (days >= least) return;
  throw invalidParameter(
    `Invalid lifecycle. MoveToColdStorageAfterDays cannot be less than ${least} days for a recovery point of this age`,
  );
}
