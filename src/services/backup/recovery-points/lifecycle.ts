import { day, type EpochMs } from "../../../core/time";
import type { Lifecycle } from "../records/lifecycle";
import { can, type ResourceType } from "../resources/resource-types";
import { typeOfPoint } from "./types";

/** The value that clears either part of a lifecycle. */
const cleared = -1;
const longestRetentionDays = 36_500;
const shortestColdDays = 90;

const isSet = (days: number | undefined): days is number => days !== undefined && days !== cleared;

/** Why a lifecycle is refused, in AWS's words, if it is. */
export function lifecycleFault(lifecycle: Lifecycle): string | undefined {
  const { MoveToColdStorageAfterDays: cold, DeleteAfterDays: last } = lifecycle;
  if (isSet(last) && (last < 1 || last > longestRetentionDays)) {
    return `Invalid lifecycle. DeleteAfterDays cannot be less than 1 or more than ${longestRetentionDays} days`;
  }
  if (isSet(cold) && (cold < 1 || cold > longestRetentionDays)) {
    return `Invalid lifecycle. MoveToColdStorageAfterDays cannot be less than 1 or more than ${longestRetentionDays} days`;
  }
  if (isSet(cold) && isSet(last) && last < cold + shortestColdDays) {
    return "Invalid lifecycle. DeleteAfterDays cannot be less than 90 days apart from MoveToColdStorageAfterDays";
  }
  if (lifecycle.DeleteAfterEvent !== undefined)
    return "Invalid lifecycle. DeleteAfterEvent is not valid as an input";
  return undefined;
}

/** The lifecycle to store, without the parts that `-1` clears. */
export function keptLifecycle(lifecycle: Lifecycle | undefined): Lifecycle | undefined {
  if (!lifecycle) return undefined;
  const { MoveToColdStorageAfterDays: cold, DeleteAfterDays: last, ...rest } = lifecycle;
  // Usually nothing is cleared. Then all points share the plan's own document.
  if (cold !== cleared && last !== cleared && (isSet(cold) || isSet(last))) return lifecycle;
  const kept: Lifecycle = {
    ...rest,
    ...(isSet(cold) && { MoveToColdStorageAfterDays: cold }),
    ...(isSet(last) && { DeleteAfterDays: last }),
  };
  return Object.keys(kept).length > 0 ? kept : undefined;
}

/** When a recovery point moves to cold storage. Its type has to support it. */
export function coldAt(
  type: ResourceType | undefined,
  created: EpochMs,
  lifecycle: Lifecycle | undefined,
): EpochMs | undefined {
  const days = lifecycle?.MoveToColdStorageAfterDays;
  if (days === undefined || !type || !can(type, "coldStorage")) return undefined;
  // EBS snapshots are archived only if the lifecycle opts in.
  if (type.name === "EBS" && lifecycle?.OptInToArchiveForSupportedResources !== true) return undefined;
  return created + days * day;
}

/** When a recovery point expires. */
const deleteAt = (created: EpochMs, lifecycle: Lifecycle | undefined): EpochMs | undefined =>
  lifecycle?.DeleteAfterDays === undefined ? undefined : created + lifecycle.DeleteAfterDays * day;

export interface CalculatedLifecycle {
  readonly MoveToColdStorageAt?: EpochMs;
  readonly DeleteAt?: EpochMs;
}

/** The dates of a lifecycle: whole days after the creation. */
function datesOf(
  type: ResourceType | undefined,
  created: EpochMs,
  lifecycle: Lifecycle | undefined,
): CalculatedLifecycle | undefined {
  const cold = coldAt(type, created, lifecycle);
  const last = deleteAt(created, lifecycle);
  if (cold === undefined && last === undefined) return undefined;
  return {
    ...(cold !== undefined && { MoveToColdStorageAt: cold }),
    ...(last !== undefined && { DeleteAt: last }),
  };
}

/** The calculated lifecycle of a point. The lifecycle of a continuous backup counts from its last job. */
export const calculatedLifecycleOf = (point: {
  readonly RecoveryPointArn: string;
  readonly ResourceArn: string;
  readonly ResourceType: string;
  readonly CreationDate: EpochMs;
  readonly renewedAt?: EpochMs | undefined;
  readonly Lifecycle?: Lifecycle | undefined;
}): CalculatedLifecycle | undefined =>
  datesOf(typeOfPoint(point), point.renewedAt ?? point.CreationDate, point.Lifecycle);
