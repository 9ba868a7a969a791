import { minute } from "../../../core/time";
import type { BackupAccount, Restored, RestoreOrder } from "../account/account";
import { noPoint } from "../account/errors";
import { nextAfter } from "../jobs/transitions";
import type { RecoveryPoint } from "../records/recovery-points";
import type { RestoreJob } from "../records/restore-jobs";
import { RestoreMetadata } from "../records/restore-metadata";
import { restoreMetadataOf } from "../recovery-points/restore-metadata";
import { isFinished } from "../recovery-points/types";
import { linkedService } from "../resources/sources";
import { tagsOf } from "../tags/tags";
import { holderOf } from "../vaults/restore-access";
import { changeRestore, endRestore, failRestoreJob } from "./creating";
import { keepLatestRestore } from "./latest-restores";
import { valueFault } from "./metadata";
import { restoreKindOf } from "./metadata-kinds";
import { nestedFailure, restoreNested, unfinishedNested } from "./nested-restores";
import { momentFault } from "./restore-moment";
import { restoreToDirectory } from "./restored-resources";
import { restoreAhead } from "./restores-at-a-time";
import { beginValidation, restoreTestTag } from "./validation";

const alwaysCopiesTags: ReadonlySet<string> = new Set(["RDS", "Redshift", "Redshift Serverless"]);

/** The duration of a restore, with the time to retrieve a point from cold storage or the EBS snapshot archive. */
function durationOf(account: BackupAccount, job: RestoreJob, point: RecoveryPoint | undefined): number {
  const own = account.duration("restoreJob", job);
  if (point?.StorageClass !== "COLD") return own;
  return own + account.duration(point.ResourceType === "EBS" ? "archiveRetrieval" : "coldRetrieval", job);
}

/** What a job has to restore, or why it cannot. */
function orderOf(account: BackupAccount, job: RestoreJob): RestoreOrder | { readonly failure: string } {
  const holder = holderOf(account, job.RecoveryPointArn);
  const point = holder.backup.recoveryPoints.get(job.RecoveryPointArn);
  if (!point || !isFinished(point)) {
    return { failure: noPoint };
  }
  const fault =
    valueFault(point, job.metadata, restoreMetadataOf(holder, point)) ??
    momentFault(holder, point, job.metadata) ??
    tagFault(job, point);
  if (fault !== undefined) return { failure: fault };
  return {
    point,
    metadata: new RestoreMetadata(job.metadata),
    tags: tagsFor(holder, job),
    sizeInBytes: point.resourceSize ?? point.BackupSizeInBytes ?? 0,
  };
}

/** The resource that a job creates as it begins to run, if it does. A refusal ends the job at its completion. */
function createdEarly(account: BackupAccount, job: RestoreJob): string | undefined {
  const begin = linkedService(account, job)?.beginRestore;
  if (!begin || job.outcome?.fails) return undefined;
  const order = orderOf(account, job);
  const begun = "failure" in order ? undefined : begin(account, order);
  return begun && "createdArn" in begun ? begun.createdArn : undefined;
}

/** Restores the point of a job. */
function restore(account: BackupAccount, job: RestoreJob): Restored {
  const service = linkedService(account, job);
  const { CreatedResourceArn: early } = job;
  if (early !== undefined && service?.finishRestore) return service.finishRestore(account, early);
  const order = orderOf(account, job);
  if ("failure" in order) return order;
  return service?.restore ? service.restore(account, order) : restoreToDirectory(account, order);
}

const tagFault = (job: RestoreJob, point: RecoveryPoint): string | undefined =>
  job.copiesTags && restoreKindOf(point)?.takesTags === false
    ? `Copying tags to the restored resource is not supported for resource type ${point.ResourceType}.`
    : undefined;

/**
 * The tags of the restored resource. Tags with the prefix `aws:` are never copied. RDS and Redshift always copy the
 * others.
 */
function tagsFor(account: BackupAccount, job: RestoreJob): Readonly<Record<string, string>> {
  const copied = job.copiesTags || alwaysCopiesTags.has(job.ResourceType);
  const own = copied ? Object.entries(tagsOf(account, job.RecoveryPointArn)) : [];
  return {
    ...Object.fromEntries(own.filter(([key]) => !key.startsWith("aws:"))),
    ...(job.CreatedBy?.RestoreTestingPlanArn && { [restoreTestTag]: job.RestoreJobId }),
  };
}

/** The ending of a job that fails before anything is restored. */
function endingOf(account: BackupAccount, job: RestoreJob) {
  const { fails } = job.outcome ?? {};
  if (fails) {
    return {
      Status: fails.state === "ABORTED" ? "ABORTED" : "FAILED",
      StatusMessage: fails.message,
    } as const;
  }
  const failure = nestedFailure(account, job);
  return failure === undefined ? undefined : ({ Status: "FAILED", StatusMessage: failure } as const);
}

/** The steps of restore jobs on the agenda, except those of restore tests. */
export const restoreJobRunning = {
  start(job: RestoreJob, account: BackupAccount): void {
    const ahead = restoreAhead(account, job);
    if (ahead) {
      account.backup.restoreJobs.update(job.RestoreJobId, { next: nextAfter(account, ahead, "start") });
      return;
    }
    const point = holderOf(account, job.RecoveryPointArn).backup.recoveryPoints.get(job.RecoveryPointArn);
    const takes = job.outcome?.takes ?? durationOf(account, job, point);
    const running = changeRestore(account, job, {
      Status: "RUNNING",
      ExpectedCompletionTimeMinutes: Math.ceil(takes / minute),
      CreatedResourceArn: createdEarly(account, job),
      next: account.inFlight("complete", takes),
    });
    const fault = job.IsParent ? restoreNested(account, running) : undefined;
    if (fault !== undefined) failRestoreJob(account, running, fault);
  },

  complete(job: RestoreJob, account: BackupAccount): void {
    const unfinished = unfinishedNested(account, job);
    if (unfinished) {
      const next = nextAfter(account, unfinished, "complete");
      account.backup.restoreJobs.update(job.RestoreJobId, { next });
      return;
    }
    const ending = endingOf(account, job);
    if (ending) {
      endRestore(account, job, ending);
      return;
    }
    const restored = restore(account, job);
    if ("failure" in restored) {
      failRestoreJob(account, job, restored.failure);
      return;
    }
    const { recoveryPoints } = holderOf(account, job.RecoveryPointArn).backup;
    const point = recoveryPoints.get(job.RecoveryPointArn);
    if (point) recoveryPoints.change(point, { LastRestoreTime: account.now });
    const done = endRestore(account, job, {
      Status: "COMPLETED",
      PercentDone: "100.00%",
      CreatedResourceArn: restored.createdArn,
    });
    keepLatestRestore(account, done);
    beginValidation(account, done);
  },

  forget(job: RestoreJob, account: BackupAccount): void {
    account.backup.restoreJobs.remove(job.RestoreJobId);
  },
};
