import { write } from "../account/account";
import { invalidParameter, invalidRequest, pointNotFound } from "../account/errors";
import { isRoleArn } from "../account/names";
import type { RecoveryPoint } from "../records/recovery-points";
import { isUnfinishedRestore } from "../records/restore-jobs";
import { restoreMetadataOf } from "../recovery-points/restore-metadata";
import { isFinished } from "../recovery-points/types";
import { holderOf } from "../vaults/restore-access";
import { checkVaultPolicy } from "../vaults/vault-guard";
import { createRestoreJob } from "./creating";
import { metadataFault } from "./metadata";

export const startRestoreJob = write<"StartRestoreJob">((input, account) => {
  const { backup } = account;
  const { RecoveryPointArn, IamRoleArn, Metadata, ResourceType } = input;
  const token = input.IdempotencyToken;
  const [earlier] = token === undefined ? [] : backup.restoreJobs.by("idempotencyToken", token);
  if (earlier && isUnfinishedRestore(earlier)) return earlier;
  if (earlier) throw invalidParameter(`Restore job ${earlier.RestoreJobId} already finished`);
  if (IamRoleArn !== undefined && !isRoleArn(IamRoleArn)) {
    throw invalidParameter(`Invalid IAM role ARN: ${IamRoleArn}`);
  }
  const holder = holderOf(account, RecoveryPointArn);
  const point = holder.backup.recoveryPoints.get(RecoveryPointArn);
  const vault = point && holder.backup.vaults.get(point.BackupVaultName);
  if (!point || !vault) throw pointNotFound();
  checkVaultPolicy(holder, vault, "StartRestoreJob", RecoveryPointArn);
  if (ResourceType !== undefined && ResourceType !== point.ResourceType) {
    throw invalidParameter(
      `Resource type ${ResourceType} is not that of recovery point ${RecoveryPointArn}, which is ${point.ResourceType}.`,
    );
  }
  checkRestorable(point);
  const fault = metadataFault(point, Metadata, restoreMetadataOf(holder, point));
  if (fault !== undefined) throw invalidParameter(fault);
  return createRestoreJob(account, {
    point,
    metadata: Metadata,
    roleArn: IamRoleArn,
    copiesTags: input.CopySourceTagsToRestoredResource === true,
    idempotencyToken: token,
  });
});

function checkRestorable(point: RecoveryPoint): void {
  if (!isFinished(point)) {
    throw invalidRequest(
      `Recovery point ${point.RecoveryPointArn} cannot be restored: its status is ${point.Status}.`,
    );
  }
}
