import { arn, parseArn } from "../../../core/basics";
import type { BackupAccount, BackupView } from "../account/account";
import type { BackupJob } from "../records/backup-jobs";
import { type Fault, type JobMessage, jobMessage } from "../records/job-messages";
import type { RecoveryPoint } from "../records/recovery-points";
import { enablesContinuous } from "../recovery-points/enabling-continuous";
import { emitPointChange, emitPointMade } from "../recovery-points/events";
import { nextByLifecycle } from "../recovery-points/recovery-points";
import { areSameOptions } from "./backup-options";

/** The active continuous backup of a resource. There is at most one. */
export function continuousPointOf({ backup }: BackupView, resourceArn: string): RecoveryPoint | undefined {
  const points = backup.recoveryPoints.by("continuous", resourceArn);
  if (points.size === 0) return undefined;
  const [point] = points;
  return point;
}

/**
 * Decides what a job does about the continuous backup that its resource has or will have: it starts or continues it,
 * makes a snapshot instead, or fails.
 */
export function resolveContinuity(account: BackupAccount, job: BackupJob): Partial<BackupJob> | Fault {
  // Only snapshots of S3 depend on a continuous backup.
  if (!job.continuous && job.ResourceType !== "S3") return {};
  const present = continuousPointOf(account, job.ResourceArn);
  if (!present) return job.continuous ? startingContinuous(account, job) : {};
  if (isNewlyAirGapped(job, present)) return { fault: elsewhere(job) };
  const conflict = conflictOf(account, job, present);
  if (conflict && "fault" in conflict) return conflict;
  if (conflict) return { continuous: undefined, ...conflict };
  if (!job.continuous) return besideContinuous(job, present);
  const goesOn = job.ResourceType !== "S3" || isUnchanged(job, present);
  return { pointArn: goesOn ? present.RecoveryPointArn : continuousArn(account, job) };
}

/** The first continuous backup of a resource, or a snapshot while its service does not make them yet. */
const startingContinuous = (account: BackupAccount, job: BackupJob): Partial<BackupJob> =>
  enablesContinuous(account, job) ? { pointArn: continuousArn(account, job) } : { continuous: undefined };

/** Whether a logically air-gapped target was added to the continuous backup of a bucket. */
const isNewlyAirGapped = ({ ResourceType, followUp }: BackupJob, present: RecoveryPoint): boolean =>
  ResourceType === "S3" && followUp?.airGappedVaultName !== undefined && present.airGapped !== true;

/** A backup requested for a resource that has a continuous backup. */
type RequestedBackup = Pick<
  BackupJob,
  "ResourceArn" | "ResourceType" | "BackupVaultName" | "CreatedBy" | "continuous"
>;

/** A continuous backup that exists or will exist. */
export type ExistingContinuous = Pick<RecoveryPoint, "BackupVaultName" | "BackupVaultArn" | "CreatedBy">;

/**
 * How an existing continuous backup conflicts with a requested backup: the job fails, or makes a snapshot with an
 * issue.
 */
export function conflictOf(
  account: BackupView,
  job: RequestedBackup,
  present: ExistingContinuous,
): Fault | { readonly issue: JobMessage } | undefined {
  const isElsewhere = present.BackupVaultName !== job.BackupVaultName;
  if (isElsewhere && job.ResourceType === "S3") return { fault: elsewhere(job) };
  if (!job.continuous) return undefined;
  return isElsewhere || isOfOtherPlan(account, job, present)
    ? { issue: alreadyContinuous(present) }
    : undefined;
}

const elsewhere = ({ ResourceArn }: RequestedBackup): JobMessage =>
  jobMessage(
    `Bucket ${parseArn(ResourceArn)?.resource} already has continuous backup enabled for another vault Backup job failed.`,
  );

const alreadyContinuous = ({ CreatedBy, BackupVaultArn }: ExistingContinuous): JobMessage =>
  jobMessage(
    `Enabling continuous backup failed, because of the following error: PITR already configured in backup plan: [${CreatedBy?.BackupPlanArn ?? BackupVaultArn}]`,
  );

/** Snapshots of a bucket use the options of its continuous backup, whatever was requested. */
function besideContinuous({ ResourceArn, BackupOptions }: BackupJob, present: RecoveryPoint) {
  const { options } = present;
  if (areSameOptions(BackupOptions, options)) return {};
  if (BackupOptions === undefined) return { BackupOptions: options };
  const bucket = parseArn(ResourceArn)?.resource;
  const message = `Periodic/snapshot backup for bucket ${bucket} has different backup options than the continuous backup.`;
  return { BackupOptions: options, issue: jobMessage(message) };
}

/** Whether the continuous backup belongs to another plan that still has a continuous rule. */
function isOfOtherPlan(
  { backup }: BackupView,
  job: RequestedBackup,
  { CreatedBy }: ExistingContinuous,
): boolean {
  const id = CreatedBy?.BackupPlanId;
  if (id === undefined || id === job.CreatedBy?.BackupPlanId) return false;
  const owner = backup.plans.get(id);
  return owner?.DeletionDate === undefined && owner?.BackupPlan.Rules.some(isContinuousRule) === true;
}

const isContinuousRule = (rule: { readonly EnableContinuousBackup?: boolean | undefined }): boolean =>
  rule.EnableContinuousBackup === true;

const isUnchanged = (job: BackupJob, present: RecoveryPoint): boolean =>
  job.RecoveryPointLifecycle?.DeleteAfterDays === present.Lifecycle?.DeleteAfterDays &&
  areSameOptions(job.BackupOptions, present.options);

/** AWS Backup keeps continuous backups itself, also of types whose snapshots it does not keep. */
function continuousArn({ place, ids }: BackupAccount, { ResourceArn, ResourceType }: BackupJob): string {
  const resource = parseArn(ResourceArn)?.resource ?? "";
  const id = {
    S3: () => `${resource}-${ids.hex(8)}`,
    RDS: () => `db-${ids.hex(26).toUpperCase()}`,
    Aurora: () => `cluster-${ids.hex(26).toUpperCase()}`,
  }[ResourceType];
  return arn("backup", place, `recovery-point:continuous:${id ? id() : ids.uuid()}`);
}

/** Completes a job that starts or continues a continuous backup. The days of its lifecycle count from now. */
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
    airGapped: job.followUp?.airGappedVaultName !== undefined || undefined,
  };
  const kept = backup.recoveryPoints.replace({ ...renewed, next: nextByLifecycle(account, renewed) });
  if (isNew) emitPointMade(account, kept);
  return kept;
}

/** Stops the earlier continuous backup of a bucket whose retention or options changed. */
function stopOthers(account: BackupAccount, { ResourceArn }: RecoveryPoint): void {
  const { recoveryPoints } = account.backup;
  for (const other of [...recoveryPoints.by("continuous", ResourceArn)]) {
    emitPointChange(account, recoveryPoints.change(other, { Status: "STOPPED" }));
  }
}
