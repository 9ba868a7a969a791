import type { BackupAccount } from "../account/account";
import { invalidRequest } from "../account/errors";
import { pointIndexSteps } from "../indexing/indexing";
import type { RecoveryPoint } from "../records/recovery-points";
import { linkedService } from "../resources/sources";
import { removeTags } from "../tags/tags";
import { emitPointChange, emitPointRemoval } from "./events";
import { isClusterState } from "./types";

/** Removes a point with its tags and index, from its composite, and in its own service. */
export function removePoint(account: BackupAccount, point: RecoveryPoint): void {
  account.backup.recoveryPoints.remove(point.RecoveryPointArn);
  removeTags(account, point.RecoveryPointArn);
  removeIndexOf(account, point);
  linkedService(account, point)?.pointRemoved?.(account, point);
  emitPointRemoval(account, point);
  if (point.IsParent) removeClusterState(account, point);
  if (point.ParentRecoveryPointArn !== undefined) memberLeft(account, point.ParentRecoveryPointArn);
}

function removeClusterState(account: BackupAccount, composite: RecoveryPoint): void {
  for (const member of [...account.backup.recoveryPoints.by("parent", composite.RecoveryPointArn)]) {
    if (isClusterState(member)) removePoint(account, member);
  }
}

function removeIndexOf(account: BackupAccount, point: RecoveryPoint): void {
  if (account.backup.pointIndexes.size === 0) return;
  const index = account.backup.pointIndexes.get(point.RecoveryPointArn);
  if (index) pointIndexSteps.remove({ ...index, IndexDeletionDate: account.now }, account);
}

/** Refuses to delete a composite point before its members, and the state of an EKS cluster without its composite. */
export function checkMembership({ backup }: BackupAccount, point: RecoveryPoint): void {
  const { RecoveryPointArn, ParentRecoveryPointArn } = point;
  const cannot = `Recovery point ${RecoveryPointArn} cannot be deleted`;
  if (isClusterState(point) && ParentRecoveryPointArn !== undefined) {
    throw invalidRequest(`${cannot}: it is the state of an EKS cluster and goes with its composite.`);
  }
  for (const member of backup.recoveryPoints.by("parent", RecoveryPointArn)) {
    if (!isClusterState(member)) throw invalidRequest(`${cannot}: there are recovery points in it.`);
  }
}

/**
 * Updates a composite point after a member was removed. It becomes partial. After the last member, the composite of a
 * CloudFormation stack is removed too; that of an EKS cluster stays.
 */
export function memberLeft(account: BackupAccount, parentArn: string): void {
  const { recoveryPoints } = account.backup;
  const parent = recoveryPoints.get(parentArn);
  if (!parent) return;
  // While it is being made, its job decides its status.
  if (parent.Status === "CREATING") return;
  const isEmpty = recoveryPoints.by("parent", parentArn).size === 0;
  if (isEmpty && parent.ResourceType === "CloudFormation") removePoint(account, parent);
  else if (parent.Status === "COMPLETED") {
    const StatusMessage = "Some of its recovery points have been removed.";
    emitPointChange(account, recoveryPoints.change(parent, { Status: "PARTIAL", StatusMessage }));
  }
}
