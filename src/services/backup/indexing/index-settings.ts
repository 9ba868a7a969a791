import { read, write } from "../account/account";
import { invalidParameter, invalidRequest, missingParameter, notFound } from "../account/errors";
import { isRoleArn } from "../account/names";
import { pageOf } from "../account/paging";
import type { PointIndex } from "../records/recovery-point-indexes";
import { pointIn } from "../recovery-points/recovery-points";
import { checkResource } from "../resources/resource-input";
import { can, resourceTypeNamed } from "../resources/resource-types";
import { checkVaultPolicy } from "../vaults/vault-guard";
import { vaultNamed } from "../vaults/vaults";
import { createIndex, deleteIndex, indexFault } from "./indexing";

export const getRecoveryPointIndexDetails = read<"GetRecoveryPointIndexDetails">((input, account) => {
  const { BackupVaultName, RecoveryPointArn } = input;
  const vault = vaultNamed(account, BackupVaultName);
  checkVaultPolicy(account, vault, "GetRecoveryPointIndexDetails", RecoveryPointArn);
  pointIn(account, BackupVaultName, RecoveryPointArn);
  const index = account.backup.pointIndexes.get(RecoveryPointArn);
  if (!index) throw notFound(`Recovery point ${RecoveryPointArn} has no backup index.`);
  return index;
});

export const updateRecoveryPointIndexSettings = write<"UpdateRecoveryPointIndexSettings">(
  (input, account) => {
    const { BackupVaultName, RecoveryPointArn, IamRoleArn, Index } = input;
    const vault = vaultNamed(account, BackupVaultName);
    checkVaultPolicy(account, vault, "UpdateRecoveryPointIndexSettings", RecoveryPointArn);
    const point = pointIn(account, BackupVaultName, RecoveryPointArn);
    if (IamRoleArn !== undefined && !isRoleArn(IamRoleArn)) {
      throw invalidParameter(`Invalid IAM role ARN: ${IamRoleArn}`);
    }
    if (Index === "ENABLED" && IamRoleArn === undefined) throw missingParameter("IamRoleArn is required.");
    const present = account.backup.pointIndexes.get(RecoveryPointArn);
    if (Index === "DISABLED") {
      if (!present) throw invalidRequest(`Recovery point ${RecoveryPointArn} has no backup index.`);
      const gone = present.IndexStatus === "DELETING" ? present : deleteIndex(account, present);
      return { ...gone, next: undefined, Index };
    }
    if (present?.IndexStatus === "DELETING") {
      throw invalidRequest(`The backup index of recovery point ${RecoveryPointArn} is being deleted.`);
    }
    if (present && present.IndexStatus !== "FAILED") return { ...present, next: undefined, Index };
    const fault = indexFault(point);
    if (fault !== undefined) throw invalidRequest(fault);
    return { ...createIndex(account, point, { IamRoleArn }), next: undefined, Index };
  },
);

export const listIndexedRecoveryPoints = read<"ListIndexedRecoveryPoints">((input, account) => {
  const { SourceResourceArn, ResourceType, IndexStatus, CreatedBefore, CreatedAfter } = input;
  const { pointIndexes } = account.backup;
  const type = ResourceType === undefined ? undefined : resourceTypeNamed(ResourceType);
  if (ResourceType !== undefined && !(type && can(type, "searchIndex"))) {
    throw invalidParameter(`Backup indexes are not supported for resource type ${ResourceType}.`);
  }
  if (SourceResourceArn !== undefined) checkResource(account, SourceResourceArn);
  const where = (index: PointIndex) =>
    (ResourceType === undefined || index.ResourceType === ResourceType) &&
    (IndexStatus === undefined || index.IndexStatus === IndexStatus) &&
    (CreatedBefore === undefined || index.BackupCreationDate < CreatedBefore) &&
    (CreatedAfter === undefined || index.BackupCreationDate > CreatedAfter);
  const list =
    SourceResourceArn === undefined ? pointIndexes.all() : pointIndexes.by("resource", SourceResourceArn);
  const { items, token } = pageOf(list, input, { where, newestFirst: true });
  const [unfinished] = pointIndexes.by("inTransition", "yes");
  return { IndexedRecoveryPoints: items, NextToken: token, next: unfinished?.next };
});
