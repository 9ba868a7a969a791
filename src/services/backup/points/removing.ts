import type { BackupAccount } from "../account";
import { invalidRequest } from "../errors";
import { linkedService } from "../sources";
import { removeTags } from "../tags";
import { emitPointChange } from "./point-events";
import type { RecoveryPoint } from "./recovery-points";

/** Takes a point out, with all that hangs on it. */
export function removePoint(account: BackupAccount, point: RecoveryPoint): void {
  account.backup.recoveryPoints.remove(point.RecoveryPointArn);
  removeTags(account, point.RecoveryPointArn);
  linkedService(account, point.ResourceArn)?.pointRemoved?.(account, point);
  emitPointChange(account, point, "DELETING");
  if (point.ParentRecoveryPointArn !== undefined) memberLeft(account, point.ParentRecoveryPointArn);
}

/** A composite point goes after its members, not before them. */
export function checkNoMembers({ backup }: BackupAccount, point: RecoveryPoint): void {
  const members = backup.recoveryPoints.by("parent", point.RecoveryPointArn).size;
  if (members === 0) return;
  throw invalidRequest(
    `Recovery point ${point.RecoveryPointArn} cannot be deleted: there are ${members} recovery points in it.`,
  );
}

/**
 * A member was taken out of a composite point, which is partial from then on. With its last member the composite of
 * a CloudFormation stack goes too; that of an EKS cluster stays.
 */
export function memberLeft(account: BackupAccount, parentArn: string): void {
  const { recoveryPoints } = account.backup;
  const parent = recoveryPoints.get(parentArn);
  if (!parent) return;
  const isEmpty = recoveryPoints.by("parent", parentArn).size === 0;
  if (isEmpty && parent.ResourceType === "CloudFormation") removePoint(account, parent);
  else if (parent.Status === "COMPLETED") {
    emitPointChange(account, recoveryPoints.replace({ ...parent, Status: "PARTIAL" }));
  }
}
