import { isAccessed } from "../access-points/protection";
import type { BackupAccount } from "../account/account";
import { isHeld } from "../legal-holds/holding";
import { nextByLifecycle } from "./recovery-points";

/** Resumes the lifecycles that no hold and no access point stops any longer. Overdue steps follow immediately. */
export function resumeLifecycles(account: BackupAccount): void {
  const { recoveryPoints } = account.backup;
  for (const point of [...recoveryPoints.by("heldBack", "yes")]) {
    if (isHeld(account, point) || isAccessed(account, point)) continue;
    recoveryPoints.change(point, { heldBack: undefined, next: nextByLifecycle(account, point) });
  }
}
