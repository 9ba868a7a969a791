import type { BackupView } from "../account/account";
import type { RecoveryPoint } from "../records/recovery-points";
import { type Metadata, RestoreMetadata } from "../records/restore-metadata";
import { isInSpan, restorableSpan, spanText } from "../recovery-points/restorable-span";
import { isContinuous } from "../recovery-points/types";

/** The metadata keys that hold the moment to restore to. */
const momentKeys = ["RestoreTime", "restoreToTime"];

/** Why the restore of a continuous backup fails: it cannot be restored to that moment. */
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
