import { minute } from "../../../core/time";
import type { BackupAccount } from "../account";
import type { Restored, RestoreOrder } from "../links";
import { isFinished } from "../points/point-type";
import type { RecoveryPoint } from "../points/recovery-points";
import { linkedService } from "../sources";
import { tagsOf } from "../tags";
import { holderOf } from "../vaults/restore-access";
import { vaultArn } from "../vaults/vaults";
import { keepLatestRestore } from "./latest-restores";
import { takeOutcome } from "./outcomes";
import { emitRestoreChange, emitRestoreCreated } from "./restore-events";
import type { RestoreJob } from "./restore-jobs";
import { restoreKindOf } from "./restore-kinds";
import { type Metadata, RestoreMetadata, valueFault } from "./restore-metadata";
import { momentFault } from "./restore-moment";
import { beginValidation, restoreTestTag } from "./restore-validation";
import { restoreToDirectory } from "./restored-resources";
import { transitionsOf } from "./transitions";

/** What is to be restored how, whoever asks for it. The metadata has been checked. */
export interface RestoreRequest {
  readonly point: RecoveryPoint;
  readonly metadata: Metadata;
  readonly roleArn: string | undefined;
  readonly copiesTags: boolean;
  readonly idempotencyToken?: string | undefined;
  readonly parentJobId?: string | undefined;
  /** Set for a restore test, which deletes what it restored when it has been validated. */
  readonly test?: { readonly planArn: string; readonly validationHours: number } | undefined;
}

/** In every sample the service leaves it at that, to the end. */
const percentDone = "0.00%";
const bringTheirTags: ReadonlySet<string> = new Set(["RDS", "Redshift", "Redshift Serverless"]);

/** Puts a restore job on the list; from there on it runs by itself. */
export function createRestoreJob(account: BackupAccount, request: RestoreRequest): RestoreJob {
  const { backup, place, now, ids } = account;
  const { point, test } = request;
  const outcome = takeOutcome(account, "restore", {
    resourceArn: point.ResourceArn,
    resourceType: point.ResourceType,
    backupVaultName: point.BackupVaultName,
  });
  const job: RestoreJob = {
    AccountId: place.accountId,
    RestoreJobId: ids.uuid().toUpperCase(),
    RecoveryPointArn: point.RecoveryPointArn,
    RecoveryPointCreationDate: point.CreationDate,
    SourceResourceArn: point.ResourceArn,
    ResourceType: point.ResourceType,
    BackupVaultArn: vaultArn(place, point.BackupVaultName),
    CreationDate: now,
    Status: "PENDING",
    PercentDone: percentDone,
    BackupSizeInBytes: outcome?.transfers ?? point.BackupSizeInBytes,
    IamRoleArn: request.roleArn,
    CreatedBy: test && { RestoreTestingPlanArn: test.planArn },
    IsParent: point.IsParent === true,
    ParentJobId: request.parentJobId,
    metadata: request.metadata,
    copiesTags: request.copiesTags,
    validationHours: test?.validationHours,
    idempotencyToken: request.idempotencyToken,
    outcome,
  };
  const created = backup.restoreJobs.insert({
    ...job,
    next: account.inFlight("start", account.duration("restoreJobStart", job)),
  });
  emitRestoreCreated(account, created);
  emitRestoreChange(account, created);
  return created;
}

const { change, end } = transitionsOf<RestoreJob>({
  jobsOf: account => account.backup.restoreJobs,
  stateOf: job => job.Status,
  tell: emitRestoreChange,
});

/** Ends a job that cannot come to run. */
export const failRestoreJob = (account: BackupAccount, job: RestoreJob, StatusMessage: string): RestoreJob =>
  end(account, job, { Status: "FAILED", StatusMessage });

/** What is in cold storage has to be warmed up first, archived EBS snapshots for days. */
function durationOf(account: BackupAccount, job: RestoreJob, point: RecoveryPoint | undefined): number {
  const own = account.duration("restoreJob", job);
  if (point?.StorageClass !== "COLD") return own;
  return own + account.duration(point.ResourceType === "EBS" ? "archiveRetrieval" : "coldRetrieval", job);
}

/** Makes what the job is for. */
function restore(account: BackupAccount, job: RestoreJob): Restored {
  const holder = holderOf(account, job.RecoveryPointArn);
  const point = holder.backup.recoveryPoints.get(job.RecoveryPointArn);
  if (!point || !isFinished(point)) {
    return { failure: `Cannot find recovery point with ARN: ${job.RecoveryPointArn}` };
  }
  const fault =
    valueFault(point, job.metadata) ?? momentFault(holder, point, job.metadata) ?? tagFault(job, point);
  if (fault !== undefined) return { failure: fault };
  const order: RestoreOrder = {
    point,
    metadata: new RestoreMetadata(job.metadata),
    tags: tagsFor(holder, job),
    sizeInBytes: point.resourceSize ?? point.BackupSizeInBytes ?? 0,
  };
  const service = linkedService(account, point.ResourceArn);
  const restored = service?.restore ? service.restore(account, order) : restoreToDirectory(account, order);
  if ("createdArn" in restored) {
    holder.backup.recoveryPoints.update(point.RecoveryPointArn, { LastRestoreTime: account.now });
  }
  return restored;
}

const tagFault = (job: RestoreJob, point: RecoveryPoint): string | undefined =>
  job.copiesTags && restoreKindOf(point)?.takesTags === false
    ? `Copying tags to the restored resource is not supported for resource type ${point.ResourceType}.`
    : undefined;

/** Those of the service itself are not for users to carry over. RDS and Redshift bring theirs along unasked. */
function tagsFor(account: BackupAccount, job: RestoreJob): Readonly<Record<string, string>> {
  const copied = job.copiesTags || bringTheirTags.has(job.ResourceType);
  const own = copied ? Object.entries(tagsOf(account, job.RecoveryPointArn)) : [];
  return {
    ...Object.fromEntries(own.filter(([key]) => !key.startsWith("aws:"))),
    ...(job.CreatedBy && { [restoreTestTag]: job.RestoreJobId }),
  };
}

/** What happens to restore jobs by themselves, but for what a restore test adds. */
export const restoreJobRunning = {
  start(job: RestoreJob, account: BackupAccount): void {
    const point = holderOf(account, job.RecoveryPointArn).backup.recoveryPoints.get(job.RecoveryPointArn);
    const takes = job.outcome?.takes ?? durationOf(account, job, point);
    change(account, job, {
      Status: "RUNNING",
      ExpectedCompletionTimeMinutes: Math.ceil(takes / minute),
      next: account.inFlight("complete", takes),
    });
  },

  complete(job: RestoreJob, account: BackupAccount): void {
    const { fails } = job.outcome ?? {};
    if (fails) {
      end(account, job, {
        Status: fails.state === "ABORTED" ? "ABORTED" : "FAILED",
        StatusMessage: fails.message,
      });
      return;
    }
    const restored = restore(account, job);
    if ("failure" in restored) {
      end(account, job, { Status: "FAILED", StatusMessage: restored.failure });
      return;
    }
    const done = end(account, job, { Status: "COMPLETED", CreatedResourceArn: restored.createdArn });
    keepLatestRestore(account, done);
    beginValidation(account, done);
  },

  forget(job: RestoreJob, account: BackupAccount): void {
    account.backup.restoreJobs.remove(job.RestoreJobId);
  },
};
