import type { BackupView } from "../account/account";
import type { RecoveryPoint } from "../records/recovery-points";
import { type Metadata, RestoreMetadata } from "../records/restore-metadata";
import { isInSpan, restorableSpan, spanText } from "../recovery-points/restorable-span";
import { isContinuous } from "../recovery-points/types";

/** The keys by which the types of resources are told as of when they are to be restored. */
const momentKeys = ["RestoreTime", "restoreToTime"];

/** What makes the restore of a continuous backup fail: a moment that it cannot be restored as of. */
export function momentFault(
  account: BackupView,
  point: RecoveryPoint,
  metadata: Metadata,
): string | undefined {
  if (!isContinuous(point)) return undefined;
  const given = new RestoreMetadata(metadata);
  const text = momentKeys.map(key => given.get(key)).find(value => value !== undefined);
  if (text === undefined) return undefined;
  const at = Date.parse(text);
  if (Number.isNaN(at)) return "Restore metadata is invalid.";
  const span = restorableSpan(account, point);
  return isInSpan(at, span) ? undefined : `The time to restore to must lie ${spanText(span)}.`;
}
