import { type BackupAccount, write } from "../account/account";
import { invalidRequest, invalidState } from "../account/errors";
import { isInUse } from "../jobs/busy";
import type { RecoveryPoint } from "../records/recovery-points";
import { checkAlterable } from "./alteration-guard";
import { emitPointChange } from "./events";
import { pointIn } from "./recovery-points";
import { memberLeft, removePoint } from "./removing";
import { isClusterState, isContinuous } from "./types";

export const disassociateRecoveryPoint = write<"DisassociateRecoveryPoint">((input, account) => {
  const point = pointIn(account, input.BackupVaultName, input.RecoveryPointArn);
  const { RecoveryPointArn, Status } = point;
  checkAlterable(account, point, "DisassociateRecoveryPoint");
  if (!isContinuous(point)) {
    throw invalidRequest(
      `Recovery point ${RecoveryPointArn} cannot be disassociated: it is not a continuous backup.`,
    );
  }
  if (Status === "EXPIRED") return {};
  if (Status !== "AVAILABLE" && Status !== "COMPLETED") {
    throw invalidState(
      `Recovery point ${RecoveryPointArn} cannot be disassociated: its status is ${Status}.`,
    );
  }
  if (isInUse(account, point)) {
    throw invalidState(
      `Recovery point ${RecoveryPointArn} cannot be disassociated while it is being backed up to, restored, scanned or indexed.`,
    );
  }
  release(account, point);
  return {};
});

/** Amazon S3 has no backups of its own to keep the point, so it only stops. Points of other types leave AWS Backup. */
function release(account: BackupAccount, point: RecoveryPoint): void {
  if (point.ResourceType !== "S3") removePoint(account, point);
  else emitPointChange(account, account.backup.recoveryPoints.change(point, { Status: "STOPPED" }));
}

export const disassociateRecoveryPointFromParent = write<"DisassociateRecoveryPointFromParent">(
  (input, account) => {
    const point = pointIn(account, input.BackupVaultName, input.RecoveryPointArn);
    const { RecoveryPointArn, ParentRecoveryPointArn } = point;
    checkAlterable(account, point, "DisassociateRecoveryPointFromParent");
    const cannot = `Recovery point ${RecoveryPointArn} cannot be disassociated from its parent`;
    if (ParentRecoveryPointArn === undefined) throw invalidRequest(`${cannot}: it has none.`);
    if (isClusterState(point)) {
      throw invalidRequest(`${cannot}: it is the state of an EKS cluster.`);
    }
    account.backup.recoveryPoints.change(point, {
      ParentRecoveryPointArn: undefined,
      CompositeMemberIdentifier: undefined,
    });
    memberLeft(account, ParentRecoveryPointArn);
    return {};
  },
);
