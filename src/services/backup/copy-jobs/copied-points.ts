import { arn, parseArn } from "../../../core/basics";
import type { EpochMs } from "../../../core/time";
import type { BackupAccount } from "../account/account";
import { unusedArn } from "../jobs/unused-arns";
import type { CopyJob } from "../records/copy-jobs";
import type { RecoveryPoint } from "../records/recovery-points";
import type { Vault } from "../records/vaults";
import { emitPointMade } from "../recovery-points/events";
import { nextByLifecycle } from "../recovery-points/recovery-points";
import { typeOfPoint } from "../recovery-points/types";
import { linkedService } from "../resources/sources";
import { putTags, tagsOf } from "../tags/tags";
import type { ReadyCopy } from "./faults";

/** Types whose unencrypted points have unencrypted copies. All other copies are encrypted with the vault's key. */
const staysUnencrypted: ReadonlySet<string> = new Set(["Aurora", "DocumentDB", "Neptune"]);

function keyOfCopy(source: RecoveryPoint, vault: Vault): string | undefined {
  if (source.IsEncrypted !== true && staysUnencrypted.has(source.ResourceType)) return undefined;
  return vault.EncryptionKeyArn;
}

/**
 * The ARN of a copy. AWS Backup itself keeps the points in logically air-gapped vaults. Elsewhere, the ARNs of RDS
 * snapshots show that they are copies.
 */
export function arnOfCopy(destination: BackupAccount, source: RecoveryPoint, vault: Vault): string {
  const { place, ids, now } = destination;
  const resource = parseArn(source.ResourceArn);
  const type = typeOfPoint(source);
  if (!resource || !type || vault.VaultType === "LOGICALLY_AIR_GAPPED_BACKUP_VAULT") {
    return arn("backup", place, `recovery-point:${ids.uuid()}`);
  }
  const arnAt = (moment: EpochMs) => type.pointArn(place, ids, resource, moment);
  if (type.composite) return unusedArn(destination, source.ResourceArn, arnAt, now);
  return arnAt(now).replace("awsbackup:job-", "awsbackup:copyjob-");
}

/**
 * The parent of a copy: the copy of the composite or, for a point that exists only to be copied, the composite
 * itself.
 */
function parentOfCopy({ backup }: BackupAccount, job: CopyJob, source: RecoveryPoint): string | undefined {
  if (job.ParentJobId !== undefined) return backup.copyJobs.get(job.ParentJobId)?.copyArn;
  return source.Lifecycle?.DeleteAfterEvent === undefined ? undefined : source.ParentRecoveryPointArn;
}

/** Creates the copy of a point in the destination vault. */
export function makeCopy(
  account: BackupAccount,
  job: CopyJob,
  { point: source, destination, vault, lifecycle }: ReadyCopy,
  partial: string | undefined,
): RecoveryPoint {
  const EncryptionKeyArn = keyOfCopy(source, vault);
  const isOtherAccount = account.place.accountId !== destination.place.accountId;
  const copy: RecoveryPoint = {
    RecoveryPointArn: job.copyArn ?? arnOfCopy(destination, source, vault),
    BackupVaultName: vault.BackupVaultName,
    BackupVaultArn: vault.BackupVaultArn,
    // Within an account, AWS Backup does not show the source.
    SourceBackupVaultArn: isOtherAccount ? job.SourceBackupVaultArn : undefined,
    ResourceArn: source.ResourceArn,
    ResourceType: source.ResourceType,
    ResourceName: source.ResourceName,
    CreatedBy: job.CreatedBy,
    IamRoleArn: job.IamRoleArn,
    Status: source.Status === "PARTIAL" || partial !== undefined ? "PARTIAL" : "COMPLETED",
    StatusMessage: partial ?? source.StatusMessage,
    // A copy has the creation date of its source, and its lifecycle counts from there.
    CreationDate: source.CreationDate,
    InitiationDate: job.CreationDate,
    CompletionDate: destination.now,
    BackupSizeInBytes: job.outcome?.transfers ?? source.BackupSizeInBytes,
    Lifecycle: lifecycle,
    EncryptionKeyArn,
    IsEncrypted: EncryptionKeyArn !== undefined || vault.EncryptionKeyType === "AWS_OWNED_KMS_KEY",
    StorageClass: "WARM",
    IsParent: job.IsParent,
    ParentRecoveryPointArn: parentOfCopy(account, job, source),
    CompositeMemberIdentifier: source.CompositeMemberIdentifier,
    VaultType: vault.VaultType,
    copyJobId: job.CopyJobId,
    resourceSize: source.resourceSize,
    infected: source.infected,
  };
  const kept = destination.backup.recoveryPoints.insert({
    ...copy,
    next: nextByLifecycle(destination, copy),
  });
  putTags(destination, kept.RecoveryPointArn, tagsOf(account, source.RecoveryPointArn));
  linkedService(destination, kept)?.pointCopied?.(destination, kept, { account, point: source });
  emitPointMade(destination, kept);
  return kept;
}
