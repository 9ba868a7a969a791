import { parseArn } from "../../../core/basics";
import type { EpochMs } from "../../../core/time";
import type { BackupAccount } from "../account/account";
import { invalidParameter } from "../account/errors";
import { freeArn } from "../jobs/free-arns";
import type { BackupJob } from "../records/backup-jobs";
import type { RecoveryPoint } from "../records/recovery-points";
import type { BackupSource } from "../records/resources";
import type { Vault } from "../records/vaults";
import { emitPointChange, emitPointMade } from "../recovery-points/events";
import { nextByLifecycle } from "../recovery-points/recovery-points";
import { removePoint } from "../recovery-points/removing";
import { isFinished } from "../recovery-points/types";
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

/** The type of a source as this Region's settings have it. */
export function typeHere(account: BackupAccount, source: BackupSource): ResourceType {
  const type = typeOfSource(source);
  if (!type) throw invalidParameter(`Unsupported resource type: ${source.arn}`);
  return managesItself(account, type.name) ? withoutAdvancedDynamoDB(type) : type;
}

/** What makes the ARN of a point another one than its type's. */
interface PointPlace {
  /** In a logically air-gapped vault AWS Backup holds every point itself. */
  readonly airGapped?: boolean | undefined;
  /** The state of an EKS cluster has a point of its own, besides the composite one. */
  readonly clusterState?: boolean | undefined;
  /** When its backup began, if not now. */
  readonly at?: EpochMs | undefined;
}

/** The ARN that a source's next recovery point will have; only of some types the service tells it in advance. */
export function pointArnFor(
  account: BackupAccount,
  source: BackupSource,
  { airGapped = false, clusterState = false, at = account.now }: PointPlace = {},
): { readonly arn: string; readonly knownInAdvance: boolean } {
  const { place, ids } = account;
  const parts = parseArn(source.arn);
  const type = typeHere(account, source);
  if (!parts) throw invalidParameter(`Invalid ARN: ${source.arn}`);
  const form = clusterState ? clusterStateForm : airGapped ? backupForm : type.pointArn;
  const knownInAdvance = type.name === "EFS" || (type.name === "DynamoDB" && can(type, "fullyManaged"));
  const arnAt = (moment: EpochMs) => form(place, ids, parts, moment);
  return { arn: type.composite ? freeArn(account, source.arn, arnAt, at) : arnAt(at), knownInAdvance };
}

/** Makes the recovery point of a job that has begun to run. */
export function beginPoint(account: BackupAccount, job: BackupJob, vault: Vault, source: BackupSource): void {
  // A continuous backup goes on in the point it has.
  if (job.continuous && account.backup.recoveryPoints.has(job.pointArn)) return;
  const type = typeHere(account, source);
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
  linkedService(account, job.ResourceArn)?.pointStarted?.(account, point);
  emitPointChange(account, point);
}

/** What the caller assigns wins over what the source has, of which the first by name are taken when there are too many. */
function tagsFor({ tags }: BackupSource, { pointTags = {} }: BackupJob): Readonly<Record<string, string>> {
  const own = Object.keys(tags).filter(key => !key.startsWith("aws:") && !Object.hasOwn(pointTags, key));
  const room = maxTags - Object.keys(pointTags).length;
  const kept = own.length > room ? own.sort().slice(0, Math.max(0, room)) : own;
  return { ...Object.fromEntries(kept.map(key => [key, tags[key] ?? ""])), ...pointTags };
}

/** Finishes the recovery point of a job, and starts its lifecycle. */
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
  linkedService(account, job.ResourceArn)?.pointCompleted?.(account, kept);
  emitPointMade(account, kept);
  return kept;
}

/** Takes away what a job that did not finish had begun. */
export function discardPoint(account: BackupAccount, job: BackupJob): void {
  const point = account.backup.recoveryPoints.get(job.pointArn);
  if (point?.Status === "CREATING") removePoint(account, point);
}

/**
 * How large a backup is: of EFS what came since the last point in the same vault, nothing for RDS, and unknown for
 * FSx; of the rest the size of the resource.
 */
export function sizeOfBackup(account: BackupAccount, job: BackupJob, size: number): number | undefined {
  if (job.ResourceType === "FSx") return undefined;
  if (job.ResourceType === "RDS") return 0;
  return job.ResourceType === "EFS" ? Math.max(0, size - backedUpBefore(account, job)) : size;
}

/** How much of a resource the newest point in the job's vault holds. */
function backedUpBefore({ backup }: BackupAccount, job: BackupJob): number {
  for (const point of backup.recoveryPoints.by("resource", job.ResourceArn).newest()) {
    if (point.BackupVaultName === job.BackupVaultName && isFinished(point)) {
      return point.resourceSize ?? point.BackupSizeInBytes ?? 0;
    }
  }
  return 0;
}
