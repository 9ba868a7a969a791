import { hour } from "../../../core/time";
import type { BackupAccount } from "../account/account";
import type { RecoveryPoint } from "../records/recovery-points";
import { calculatedLifecycleOf } from "./lifecycle";
import { isClusterState } from "./types";

/** When to check an overdue point again. */
const again = hour;

/**
 * Whether a point has to outlive its own lifecycle; if so, postpones its expiry. A composite point lives as long as
 * the points in it, and the state of an EKS cluster as long as its composite.
 */
export function postponesExpiry(account: BackupAccount, point: RecoveryPoint): boolean {
  const { recoveryPoints } = account.backup;
  if (isClusterState(point) && recoveryPoints.has(point.ParentRecoveryPointArn ?? "")) {
    recoveryPoints.change(point, { next: undefined });
    return true;
  }
  const last = point.IsParent ? endOfMembers(account, point) : undefined;
  if (last === undefined) return false;
  const isBounded = Number.isFinite(last);
  const at = last > account.now ? last : account.now + again;
  recoveryPoints.change(point, { next: isBounded ? account.planned("expire", at) : undefined });
  return true;
}

/** When the last point in a composite expires: infinity if never, undefined if there is none. */
function endOfMembers({ backup }: BackupAccount, point: RecoveryPoint): number | undefined {
  let last: number | undefined;
  for (const member of backup.recoveryPoints.by("parent", point.RecoveryPointArn)) {
    if (isClusterState(member)) continue;
    last = Math.max(last ?? 0, calculatedLifecycleOf(member)?.DeleteAt ?? Number.POSITIVE_INFINITY);
  }
  return last;
}
