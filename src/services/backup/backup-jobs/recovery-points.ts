import type { Arn } from "../../../core/basics";
import type { EpochMs } from "../../../core/time";
import type { BackupAccount } from "../account/account";
import { invalidParameter } from "../account/errors";
import { unusedArn } from "../jobs/unused-arns";
import type { BackupJob } from "../records/backup-jobs";
import type { RecoveryPoint } from "../records/recovery-points";
import type { BackupSource } from "../records/resources";
import type { Vault } from "../records/vaults";
import { emitPointChange, emitPointMade } from "../recovery-points/events";
import { nextByLifecycle } from "../recovery-points/recovery-points";
import { removePoint } from "../recovery-points/removing";
import {
  backupForm,
  can,
  clusterStateForm,
  type ResourceType,
  withoutAdvancedDynamoDB,
} from "../resources/resource-types";
import { linkedService, typeOfSource } from "../resources/sources";
import { managesItself } from "../settings/region-settings";
import { maxTags, putTags } from "../tags/tags";
import { incrementOf } from "./increments";

/** The type of a resource, as far as it depends on the Region's settings. */
export function effectiveType(account: BackupAccount, source: BackupSource): ResourceType {
  const type = typeOfSource(source);
  if (!type) throw invalidParameter(`Unsupported resource type: ${source.arn}`);
  return managesItself(account, type.name) ? withoutAdvancedDynamoDB(type) : type;
}

/** What the ARN of a recovery point depends on besides the type of its resource. */
interface PointTraits {
  /** In a logically air-gapped vault, AWS Backup keeps every point itself. */
  readonly airGapped?: boolean | undefined;
  /** The state of an EKS cluster has a point of its own, within the composite point. */
  readonly clusterState?: boolean | undefined;
  /** When its backup began. Default: now. */
  readonly at?: EpochMs | undefined;
}

/** The ARN of a resource's next recovery point. AWS shows it in advance only for some types. */
export function newPointArn(
  account: BackupAccount,
  type: ResourceType,
  resource: Arn,
  { airGapped = false, clusterState = false, at = account.now }: PointTraits = {},
): { readonly arn: string; readonly knownInAdvance: boolean } {
  const { place, ids } = account;
  const form = clusterState ? clusterStateForm : airGapped ? backupForm : type.pointArn;
  const knownInAdvance = type.name === "EFS" || (type.name === "DynamoDB" && can(type, "fullyManaged"));
  const arnAt = (moment: EpochMs) => form(place, ids, resource, moment);
  return { arn: type.composite ? unusedArn(account, resource.text, arnAt, at) : arnAt(at), knownInAdvance };
}

/** Creates the recovery point of a job that starts to run. */
export function beginPoint(account: BackupAccount, job: BackupJob, vault: Vault, source: BackupSource): void {
  // A continuous backup continues its existing point.
  if (job.continuous && account.backup.recoveryPoints.has(job.pointArn)) return;
  const type = effectiveType(account, source);
  const EncryptionKeyArn = can(type, "fullyManaged") ? vault.EncryptionKeyArn : source.encryptionKeyArn;
  const point = account.backup.recoveryPoints.insert({
    RecoveryPointArn: job.pointArn,
    BackupVaultName: vault.BackupVaultName,
    BackupVaultArn: vault.BackupVaultArn,
    ResourceArn: job.ResourceArn,
    ResourceType: job.ResourceType,
    ResourceName: job.ResourceName,
    CreatedBy: job.CreatedBy,
    IamRoleArn: job.IamRoleArn,
    Status: "CREATING",
    CreationDate: job.CreationDate,
    InitiationDate: job.InitiationDate,
    Lifecycle: job.RecoveryPointLifecycle,
    EncryptionKeyArn,
    IsEncrypted: EncryptionKeyArn !== undefined || vault.EncryptionKeyType === "AWS_OWNED_KMS_KEY",
    StorageClass: "WARM",
    IsParent: job.IsParent,
    ParentRecoveryPointArn: job.membership?.parentPointArn,
    CompositeMemberIdentifier: job.membership?.memberId,
    VaultType: vault.VaultType,
    backupJobId: job.BackupJobId,
    infected: source.infected || undefined,
  });
  putTags(account, point.RecoveryPointArn, tagsFor(source, job));
  linkedService(account, job)?.pointStarted?.(account, point);
  emitPointChange(account, point);
}

/** The requested tags, and the resource's own tags that they leave room for, in alphabetical order. */
export function tagsFor(
  { tags }: Pick<BackupSource, "tags">,
  { pointTags = {} }: Pick<BackupJob, "pointTags">,
): Readonly<Record<string, string>> {
  const keys = Object.keys(tags);
  if (keys.length === 0) return pointTags;
  const own = keys.filter(key => !key.startsWith("aws:") && !Object.hasOwn(pointTags, key));
  const room = maxTags - Object.keys(pointTags).length;
  const kept = own.length > room ? own.sort().slice(0, Math.max(0, room)) : own;
  return { ...Object.fromEntries(kept.map(key => [key, tags[key] ?? ""])), ...pointTags };
}

/** Completes the recovery point of a job, and starts its lifecycle. */
export function completePoint(
  account: BackupAccount,
  job: BackupJob,
  BackupSizeInBytes: number | undefined,
  resourceSize: number,
  partial: string | undefined,
): RecoveryPoint | undefined {
  const { backup, now } = account;
  const point = backup.recoveryPoints.get(job.pointArn);
  if (!point) return undefined;
  const kept = backup.recoveryPoints.change(point, {
    Status: partial === undefined ? "COMPLETED" : "PARTIAL",
    StatusMessage: partial,
    CompletionDate: now,
    BackupSizeInBytes,
    resourceSize,
    next: nextByLifecycle(account, point),
  });
  linkedService(account, job)?.pointCompleted?.(account, kept);
  emitPointMade(account, kept);
  return kept;
}

/** Removes the unfinished point of a job that ends without one. */
export function discardPoint(account: BackupAccount, job: BackupJob): void {
  const point = account.backup.recoveryPoints.get(job.pointArn);
  if (point?.Status === "CREATING") removePoint(account, point);
}

/**
 * The size of a backup. For EFS, it is what has grown and changed since the last point in the same vault; for RDS, 0; for
 * FSx, unknown; for all others, the size of the resource.
 */
export function sizeOfBackup(
  account: BackupAccount,
  job: BackupJob,
  source: BackupSource | undefined,
): number | undefined {
  const { ResourceType: type } = job;
  return type === "EFS" && source ? incrementOf(account, job, source) : sizeShown(type, source);
}

/** The size that a full backup of a type shows. */
export function sizeShown(type: string, source: BackupSource | undefined): number | undefined {
  if (type === "FSx") return undefined;
  return type === "RDS" || !source ? 0 : source.sizeInBytes;
}
