import type { DescribeRecoveryPointOutput, TagResourceInput } from "@aws-sdk/client-backup";
import { type Arn, arnMismatch, parseArn } from "../core/basics";
import { day, minute } from "../core/time";
import type { BackupAccount } from "../services/backup/account/account";
import { readArn } from "../services/backup/account/arns";
import {
  effectiveType,
  newPointArn,
  sizeShown,
  tagsFor,
} from "../services/backup/backup-jobs/recovery-points";
import { createIndex, deleteIndex, indexFault } from "../services/backup/indexing/indexing";
import type { PointIndex } from "../services/backup/records/recovery-point-indexes";
import type { RecoveryPoint } from "../services/backup/records/recovery-points";
import type { BackupSource } from "../services/backup/records/resources";
import type { Vault } from "../services/backup/records/vaults";
import { calculatedLifecycleOf, lifecycleFault } from "../services/backup/recovery-points/lifecycle";
import { nextByLifecycle } from "../services/backup/recovery-points/recovery-points";
import { nameOfSource } from "../services/backup/resources/sources";
import { putTags } from "../services/backup/tags/tags";
import { checkFree, defaultRole, sourceOfItem, vaultNamed } from "./backup-items";
import { type Item, invalidItem, required } from "./collection";
import type { Members } from "./members";

export type PointSeed = DescribeRecoveryPointOutput & Partial<Pick<TagResourceInput, "Tags">>;

/** ListRecoveryPointsByResource names the size otherwise than all other answers. */
export function withUsualSize(item: Members): Members {
  const { BackupSizeBytes, ...others } = item;
  return BackupSizeBytes === undefined ? item : { BackupSizeInBytes: BackupSizeBytes, ...others };
}

/** Makes a recovery point in the state that its lifecycle has brought it to since its creation. */
export function makePoint(item: Item<PointSeed>, account: BackupAccount): RecoveryPoint {
  const { backup } = account;
  const vault = vaultNamed(account, item.BackupVaultName);
  const resource = readArn(required(item.ResourceArn, "ResourceArn"));
  const { ResourceType, BackupSizeInBytes: size } = item;
  const source = sourceOfItem(account, resource, { ResourceType, size });
  const point = agedByLifecycle(pointAtCreation(item, account, vault, { resource, source }), item, account);
  const kept = backup.recoveryPoints.insert({
    ...point,
    next: point.Status === "EXPIRED" ? undefined : nextByLifecycle(account, point),
  });
  putTags(account, kept.RecoveryPointArn, item.Tags ?? tagsFor(source, {}));
  if (item.IndexStatus !== undefined) seedIndex(account, kept, item.IndexStatus, item.IndexStatusMessage);
  return kept;
}

function pointAtCreation(
  item: Item<PointSeed>,
  account: BackupAccount,
  vault: Vault,
  { resource, source }: { readonly resource: Arn; readonly source: BackupSource },
): RecoveryPoint {
  const { now } = account;
  const { Tags, CalculatedLifecycle: _computed, IndexStatus, IndexStatusMessage, ...members } = item;
  const problem = item.Lifecycle && lifecycleFault(item.Lifecycle);
  if (problem !== undefined) throw invalidItem(problem);
  const RecoveryPointArn =
    item.RecoveryPointArn ??
    newPointArn(account, effectiveType(account, source), resource, { at: item.CreationDate }).arn;
  checkPointArn(account, RecoveryPointArn);
  const CreationDate = item.CreationDate ?? now;
  return {
    CompletionDate: CreationDate + minute,
    InitiationDate: CreationDate,
    Status: "COMPLETED",
    StorageClass: "WARM",
    IamRoleArn: defaultRole(account),
    BackupSizeInBytes: sizeShown(source.type, source),
    EncryptionKeyArn: item.IsEncrypted === false ? undefined : vault.EncryptionKeyArn,
    IsEncrypted: true,
    IsParent: false,
    ...members,
    RecoveryPointArn,
    BackupVaultName: vault.BackupVaultName,
    BackupVaultArn: vault.BackupVaultArn,
    VaultType: vault.VaultType,
    ResourceArn: source.arn,
    ResourceType: source.type,
    ResourceName: item.ResourceName ?? nameOfSource(source, resource),
    CreationDate,
    renewedAt: isContinuous(item) ? renewal(item, now) : undefined,
  };
}

const isContinuous = ({ Status }: Item<PointSeed>): boolean => Status === "AVAILABLE" || Status === "STOPPED";

/** When a continuous backup was renewed last: when its expiry says, or else now. */
function renewal({ CalculatedLifecycle, Lifecycle }: Item<PointSeed>, now: number): number {
  const { DeleteAt } = CalculatedLifecycle ?? {};
  const { DeleteAfterDays } = Lifecycle ?? {};
  return DeleteAt === undefined || DeleteAfterDays === undefined ? now : DeleteAt - DeleteAfterDays * day;
}

/** Moves a point to cold storage if its lifecycle would have. Refuses one that would have been deleted. */
function agedByLifecycle(
  point: RecoveryPoint,
  { Status, StorageClass }: Item<PointSeed>,
  { now }: BackupAccount,
): RecoveryPoint {
  const { DeleteAt, MoveToColdStorageAt } = calculatedLifecycleOf(point) ?? {};
  if (DeleteAt !== undefined && DeleteAt <= now && Status === undefined) {
    const expiry = new Date(DeleteAt).toISOString();
    throw invalidItem(
      `expired at ${expiry} by its lifecycle and would have been deleted; give a later CreationDate or a Status`,
    );
  }
  const isCold =
    StorageClass === undefined && MoveToColdStorageAt !== undefined && MoveToColdStorageAt <= now;
  return isCold ? { ...point, StorageClass: "COLD" } : point;
}

/** Refuses the ARN of another place. EC2 snapshots have no account in their ARN. */
function checkPointArn({ backup, place }: BackupAccount, pointArn: string): void {
  checkFree(backup.recoveryPoints, "recovery point", pointArn);
  const arn = parseArn(pointArn);
  const mismatch = arn && arnMismatch(arn, place);
  if (mismatch) throw elsewhere(pointArn, mismatch.actual, mismatch.expected);
}

const elsewhere = (pointArn: string, actual: string, seeded: string) =>
  invalidItem(
    `RecoveryPointArn "${pointArn}" is in ${actual}, but the fixture is seeded in ${seeded}; use aws.in({ … }).seed`,
  );

/** Gives a point a search index in any state. An index that is `PENDING` or `DELETING` goes on from there. */
function seedIndex(
  account: BackupAccount,
  point: RecoveryPoint,
  IndexStatus: PointIndex["IndexStatus"],
  IndexStatusMessage: string | undefined,
): void {
  const problem = indexFault(point);
  if (problem !== undefined) throw invalidItem(problem);
  const pending = createIndex(account, point);
  if (IndexStatus === "PENDING") return;
  const { now, backup } = account;
  const isRenewed = IndexStatus === "ACTIVE" && pending.continuous;
  const index = backup.pointIndexes.change(pending, {
    IndexStatus,
    IndexStatusMessage,
    IndexCompletionDate: now,
    building: undefined,
    next: isRenewed ? account.planned("renew", now + day) : undefined,
  });
  if (IndexStatus === "DELETING") deleteIndex(account, index);
}
