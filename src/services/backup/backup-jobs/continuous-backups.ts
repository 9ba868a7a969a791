import { arn, parseArn } from "../../../core/basics";
import type { BackupAccount, BackupView } from "../account/account";
import type { BackupJob } from "../records/backup-jobs";
import type { JobFault } from "../records/job-messages";
import type { RecoveryPoint } from "../records/recovery-points";
import { emitPointChange, emitPointMade } from "../recovery-points/events";
import { nextByLifecycle } from "../recovery-points/recovery-points";
import { areEqual } from "./backup-options";

/** The running continuous backup of a resource; there is at most one. */
export function continuousPointOf({ backup }: BackupView, resourceArn: string): RecoveryPoint | undefined {
  const points = backup.recoveryPoints.by("continuous", resourceArn);
  if (points.size === 0) return undefined;
  const [point] = points;
  return point;
}

/**
 * What a job comes to by the continuous backup that there is, or is to be, of its resource: it begins one, lets it go
 * on, or makes a snapshot in spite of what was wanted; or it cannot be done.
 */
export function byContinuity(
  account: BackupAccount,
  job: BackupJob,
): Partial<BackupJob> | { readonly fault: JobFault } {
  // Snapshots of other types go their own way.
  if (!job.continuous && job.ResourceType !== "S3") return {};
  const present = continuousPointOf(account, job.ResourceArn);
  if (!present) return job.continuous ? { pointArn: continuousArn(account, job) } : {};
  const conflict = conflictOf(account, job, present);
  if (conflict && "fault" in conflict) return conflict;
  if (conflict) return { continuous: undefined, ...conflict };
  if (!job.continuous) return besideContinuous(job, present);
  const goesOn = job.ResourceType !== "S3" || isUnchanged(job, present);
  return { pointArn: goesOn ? present.RecoveryPointArn : continuousArn(account, job) };
}

/** What a job wants that meets a continuous backup of its resource. */
type Wish = Pick<BackupJob, "ResourceArn" | "ResourceType" | "BackupVaultName" | "CreatedBy" | "continuous">;

/** What matters of that continuous backup, be it there or about to be. */
export type Present = Pick<RecoveryPoint, "BackupVaultName" | "BackupVaultArn" | "CreatedBy">;

/** How a continuous backup is in the way of what a job wants: the job fails, or makes a snapshot in spite of it. */
export function conflictOf(
  account: BackupView,
  job: Wish,
  present: Present,
): { readonly fault: JobFault } | { readonly issue: JobFault } | undefined {
  const isElsewhere = present.BackupVaultName !== job.BackupVaultName;
  if (isElsewhere && job.ResourceType === "S3") return { fault: elsewhere(job) };
  if (!job.continuous) return undefined;
  return isElsewhere || isOfOtherPlan(account, job, present)
    ? { issue: alreadyContinuous(present) }
    : undefined;
}

const elsewhere = ({ ResourceArn }: Wish): JobFault => ({
  category: "UNSUPPORTED_OPERATION",
  message: `Bucket ${parseArn(ResourceArn)?.resource} already has continuous backup enabled for another vault Backup job failed.`,
});

const alreadyContinuous = ({ CreatedBy, BackupVaultArn }: Present): JobFault => ({
  category: "UNSUPPORTED_OPERATION",
  message: `Enabling continuous backup failed, because of the following error: PITR already configured in backup plan: [${CreatedBy?.BackupPlanArn ?? BackupVaultArn}]`,
});

/** Snapshots of a bucket have the options of its continuous backup, whatever they ask for. */
function besideContinuous({ ResourceArn, BackupOptions }: BackupJob, present: RecoveryPoint) {
  const { options } = present;
  if (areEqual(BackupOptions, options)) return {};
  if (BackupOptions === undefined) return { BackupOptions: options };
  const bucket = parseArn(ResourceArn)?.resource;
  const message = `Periodic/snapshot backup for bucket ${bucket} has different backup options than the continuous backup.`;
  return { BackupOptions: options, issue: { category: "MISCELLANEOUS", message } };
}

/** Whether another plan, that still wants it, has the continuous backup already. */
function isOfOtherPlan({ backup }: BackupView, job: Wish, { CreatedBy }: Present): boolean {
  const id = CreatedBy?.BackupPlanId;
  if (id === undefined || id === job.CreatedBy?.BackupPlanId) return false;
  const owner = backup.plans.get(id);
  return owner?.DeletionDate === undefined && owner?.BackupPlan.Rules.some(isContinuousRule) === true;
}

const isContinuousRule = (rule: { readonly EnableContinuousBackup?: boolean | undefined }): boolean =>
  rule.EnableContinuousBackup === true;

const isUnchanged = (job: BackupJob, present: RecoveryPoint): boolean =>
  job.RecoveryPointLifecycle?.DeleteAfterDays === present.Lifecycle?.DeleteAfterDays &&
  areEqual(job.BackupOptions, present.options);

/** Continuous backups are AWS Backup's own, whatever the snapshots of their type are. */
function continuousArn({ place, ids }: BackupAccount, { ResourceArn, ResourceType }: BackupJob): string {
  const resource = parseArn(ResourceArn)?.resource ?? "";
  const id = {
    S3: () => `${resource}-${ids.hex(8)}`,
    RDS: () => `db-${ids.hex(26).toUpperCase()}`,
    Aurora: () => `cluster-${ids.hex(26).toUpperCase()}`,
  }[ResourceType];
  return arn("backup", place, `recovery-point:continuous:${id ? id() : ids.uuid()}`);
}

/** Begins a continuous backup for good, or lets it go on with what the job brings: its days count from now. */
export function completeContinuous(
  account: BackupAccount,
  job: BackupJob,
  BackupSizeInBytes: number | undefined,
  resourceSize: number,
): RecoveryPoint | undefined {
  const { backup, now } = account;
  const point = backup.recoveryPoints.get(job.pointArn);
  if (!point) return undefined;
  const isNew = point.Status === "CREATING";
  if (isNew) stopOthers(account, point);
  const renewed: RecoveryPoint = {
    ...point,
    Status: "AVAILABLE",
    CompletionDate: now,
    CreatedBy: job.CreatedBy,
    IamRoleArn: job.IamRoleArn,
    Lifecycle: job.RecoveryPointLifecycle,
    BackupSizeInBytes,
    resourceSize,
    renewedAt: now,
    options: job.BackupOptions,
  };
  const kept = backup.recoveryPoints.replace({ ...renewed, next: nextByLifecycle(account, renewed) });
  if (isNew) emitPointMade(account, kept);
  return kept;
}

/** Stops the earlier continuous backup of a bucket, when its retention or options have changed. */
function stopOthers(account: BackupAccount, { ResourceArn }: RecoveryPoint): void {
  const { recoveryPoints } = account.backup;
  for (const other of [...recoveryPoints.by("continuous", ResourceArn)]) {
    emitPointChange(account, recoveryPoints.change(other, { Status: "STOPPED" }));
  }
}
