import { parseArn } from "../../../core/place";
import type { BackupAccount } from "../account";
import { invalidParameter } from "../errors";
import type { BackupSource } from "../links";
import { emitPointChange } from "../points/point-events";
import { isFinished } from "../points/point-type";
import { nextByLifecycle, type RecoveryPoint } from "../points/recovery-points";
import { removePoint } from "../points/removing";
import { can, type ResourceType, withoutAdvancedDynamoDB } from "../resource-types";
import { managesItself } from "../settings";
import { linkedService, typeOfSource } from "../sources";
import { putTags } from "../tags";
import type { Vault } from "../vaults/vaults";
import type { BackupJob } from "./backup-jobs";

/** The type of a source as this Region's settings have it. */
function typeHere(account: BackupAccount, source: BackupSource): ResourceType {
  const type = typeOfSource(source);
  if (!type) throw invalidParameter(`Unsupported resource type: ${source.arn}`);
  return managesItself(account, type.name) ? withoutAdvancedDynamoDB(type) : type;
}

/** The ARN that a source's next recovery point will have; only of some types the service tells it in advance. */
export function pointArnFor(
  account: BackupAccount,
  source: BackupSource,
): { readonly arn: string; readonly knownInAdvance: boolean } {
  const parts = parseArn(source.arn);
  const type = typeHere(account, source);
  if (!parts) throw invalidParameter(`Invalid ARN: ${source.arn}`);
  const knownInAdvance = type.name === "EFS" || (type.name === "DynamoDB" && can(type, "F"));
  return { arn: type.pointArn(account.place, account.ids, parts), knownInAdvance };
}

/** Makes the recovery point of a job that has begun to run. */
export function beginPoint(account: BackupAccount, job: BackupJob, vault: Vault, source: BackupSource): void {
  const type = typeHere(account, source);
  const EncryptionKeyArn = can(type, "F") ? vault.EncryptionKeyArn : source.encryptionKeyArn;
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
    IsParent: false,
    VaultType: vault.VaultType,
    backupJobId: job.BackupJobId,
    infected: source.infected || undefined,
  });
  // What the caller assigns wins over what the source has.
  putTags(account, point.RecoveryPointArn, { ...userTags(source.tags), ...job.pointTags });
  linkedService(account, job.ResourceArn)?.pointStarted?.(account, point);
  emitPointChange(account, point);
}

const userTags = (tags: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(tags).filter(([key]) => !key.startsWith("aws:")));

/** Finishes the recovery point of a job, and starts its lifecycle. */
export function completePoint(
  account: BackupAccount,
  job: BackupJob,
  BackupSizeInBytes: number | undefined,
  resourceSize: number,
): RecoveryPoint | undefined {
  const { backup, now } = account;
  const point = backup.recoveryPoints.get(job.pointArn);
  if (!point) return undefined;
  const completed: RecoveryPoint = {
    ...point,
    Status: "COMPLETED",
    CompletionDate: now,
    BackupSizeInBytes,
    resourceSize,
  };
  const kept = backup.recoveryPoints.replace({ ...completed, next: nextByLifecycle(account, completed) });
  linkedService(account, job.ResourceArn)?.pointCompleted?.(account, kept);
  emitPointChange(account, kept);
  return kept;
}

/** Takes away what a job that did not finish had begun. */
export function discardPoint(account: BackupAccount, job: BackupJob): void {
  const point = account.backup.recoveryPoints.get(job.pointArn);
  if (point) removePoint(account, point);
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
