import { day } from "../core/time";
import type { BackupAccount } from "../services/backup/account/account";
import { createIndex, deleteIndex, indexFault } from "../services/backup/indexing/indexing";
import type { PointIndex } from "../services/backup/records/recovery-point-indexes";
import type { RecoveryPoint } from "../services/backup/records/recovery-points";
import { invalidItem } from "./collection";

/** Gives a point a search index in any state; what is under way goes on from there, and of the rest nobody is told. */
export function seedIndex(
  account: BackupAccount,
  point: RecoveryPoint,
  IndexStatus: PointIndex["IndexStatus"],
  IndexStatusMessage: string | undefined,
): void {
  const fault = indexFault(point);
  if (fault !== undefined) throw invalidItem(fault);
  const begun = createIndex(account, point);
  if (IndexStatus === "PENDING") return;
  const { now, backup } = account;
  const isKeptUp = IndexStatus === "ACTIVE" && begun.continuous;
  const index = backup.pointIndexes.replace({
    ...begun,
    IndexStatus,
    IndexStatusMessage,
    IndexCompletionDate: now,
    building: undefined,
    next: isKeptUp ? account.planned("renew", now + day) : undefined,
  });
  if (IndexStatus === "DELETING") deleteIndex(account, index);
}
