import type { BackupView } from "../account/account";
import type { RecoveryPoint } from "../records/recovery-points";

/** Whether a point has backup access points, which keep it from being deleted. */
export const isAccessed = ({ backup }: BackupView, { RecoveryPointArn }: RecoveryPoint): boolean =>
  backup.accessPoints.size > 0 && backup.accessPoints.by("point", RecoveryPointArn).size > 0;
