import { hour } from "../../../core/time";
import type { BackupAccount } from "../account/account";
import type { RecoveryPoint } from "../records/recovery-points";
import { calculated } from "./lifecycle";
import { isClusterState } from "./types";

/** When to look again whether a point that is overdue has gone. */
const again = hour;

/**
 * A composite point lives as long as the longest-lived point in it, and the state of an EKS cluster as long as its
 * composite. Puts an expiry off that has come too early for that; false when it has not.
 */
export function outlivesLifecycle(account: BackupAccount, point: RecoveryPoint): boolean {
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

/** When the last of the points in a composite goes, which may be never; nothing when there is none in it. */
function endOfMembers({ backup }: BackupAccount, point: RecoveryPoint): number | undefined {
  let last: number | undefined;
  for (const member of backup.recoveryPoints.by("parent", point.RecoveryPointArn)) {
    if (isClusterState(member)) continue;
    last = Math.max(last ?? 0, calculated(member)?.DeleteAt ?? Number.POSITIVE_INFINITY);
  }
  return last;
}
