import type { DescribeRestoreJobOutput, ListRestoreJobsInput } from "@aws-sdk/client-backup";
import type { Next } from "../../../core/next";
import type { Stored } from "../../../core/stored";
import { table } from "../../../core/table-spec";
import type { EpochMs } from "../../../core/time";
import { type BackupView, read, write } from "../account";
import { invalidParameter, invalidRequest, notFound } from "../errors";
import { pageOf } from "../paging";
import { isFinished } from "../points/point-type";
import type { RecoveryPoint } from "../points/recovery-points";
import { resourceTypeOf } from "../resource-types";
import { isRoleArn } from "../roles";
import { holderOf } from "../vaults/restore-access";
import { checkVaultPolicy } from "../vaults/vault-guard";
import { isAskedFor, smallest } from "./listing";
import type { Outcome } from "./outcomes";
import { type Metadata, metadataFault } from "./restore-metadata";
import { createRestoreJob } from "./restore-running";

/** A restore job in AWS's own words; what is lower case is ours. */
export interface RestoreJob extends Stored<DescribeRestoreJobOutput> {
  readonly RestoreJobId: string;
  readonly RecoveryPointArn: string;
  readonly SourceResourceArn: string;
  readonly ResourceType: string;
  readonly BackupVaultArn: string;
  readonly CreationDate: EpochMs;
  readonly Status: NonNullable<DescribeRestoreJobOutput["Status"]>;
  readonly metadata: Metadata;
  /** Whether the restored resource gets the tags of the backup. */
  readonly copiesTags: boolean;
  /** Of a restore test: for how long it may be validated before what it restored is deleted. */
  readonly validationHours?: number | undefined;
  readonly idempotencyToken?: string | undefined;
  /** What a test has set for this job. */
  readonly outcome?: Outcome | undefined;
  readonly next?: Next | undefined;
}

const isUnfinished = (job: RestoreJob): boolean => job.Status === "PENDING" || job.Status === "RUNNING";

export const restoreJobs = table<RestoreJob>(job => job.RestoreJobId)
  .by("resource", job => job.SourceResourceArn)
  .by("status", job => job.Status)
  .by("parent", job => job.ParentJobId)
  .by("testingPlan", job => job.CreatedBy?.RestoreTestingPlanArn)
  .by("unfinished", job => (isUnfinished(job) ? "yes" : undefined))
  .by("runningFromPoint", job => (job.Status === "RUNNING" ? job.RecoveryPointArn : undefined))
  .by("idempotencyToken", job => job.idempotencyToken);

export const startRestoreJob = write<"StartRestoreJob">((input, account) => {
  const { backup } = account;
  const { RecoveryPointArn, IamRoleArn, Metadata, ResourceType } = input;
  const token = input.IdempotencyToken;
  const [earlier] = token === undefined ? [] : backup.restoreJobs.by("idempotencyToken", token);
  if (earlier && isUnfinished(earlier)) return earlier;
  if (earlier) throw invalidParameter(`Restore job ${earlier.RestoreJobId} already finished`);
  if (IamRoleArn !== undefined && !isRoleArn(IamRoleArn)) {
    throw invalidParameter(`Invalid IAM role ARN: ${IamRoleArn}`);
  }
  const holder = holderOf(account, RecoveryPointArn);
  const point = holder.backup.recoveryPoints.get(RecoveryPointArn);
  const vault = point && holder.backup.vaults.get(point.BackupVaultName);
  if (!point || !vault) throw notFound(`Cannot find recovery point with ARN: ${RecoveryPointArn}`);
  checkVaultPolicy(holder, vault, "StartRestoreJob", RecoveryPointArn);
  if (ResourceType !== undefined && ResourceType !== point.ResourceType) {
    throw invalidParameter(
      `Resource type ${ResourceType} is not that of recovery point ${RecoveryPointArn}, which is ${point.ResourceType}.`,
    );
  }
  checkRestorable(point);
  const fault = metadataFault(point, Metadata);
  if (fault !== undefined) throw invalidParameter(fault);
  return createRestoreJob(account, {
    point,
    metadata: Metadata,
    roleArn: IamRoleArn,
    copiesTags: input.CopySourceTagsToRestoredResource === true,
    idempotencyToken: token,
  });
});

function checkRestorable(point: RecoveryPoint): void {
  if (!isFinished(point)) {
    throw invalidRequest(
      `Recovery point ${point.RecoveryPointArn} cannot be restored: its status is ${point.Status}.`,
    );
  }
  if (point.IsParent && point.ResourceType === "CloudFormation") {
    throw invalidRequest(
      `Recovery point ${point.RecoveryPointArn} cannot be restored as a whole: restore the recovery points in it one by one.`,
    );
  }
}

/** The restore job of an id. */
export function restoreJobWithId({ backup }: BackupView, id: string): RestoreJob {
  const job = backup.restoreJobs.get(id);
  if (!job) throw notFound(`Cannot find restore job with ID: ${id}`);
  return job;
}

export const describeRestoreJob = read<"DescribeRestoreJob">(({ RestoreJobId }, account) =>
  restoreJobWithId(account, RestoreJobId),
);

export const getRestoreJobMetadata = read<"GetRestoreJobMetadata">(({ RestoreJobId }, account) => {
  const job = restoreJobWithId(account, RestoreJobId);
  return { RestoreJobId, Metadata: job.metadata };
});

export const listRestoreJobs = read<"ListRestoreJobs">((input, account) => {
  const { restoreJobs } = account.backup;
  const { ByStatus, ByParentJobId, ByRestoreTestingPlanArn } = input;
  const list = smallest(
    restoreJobs.all(),
    ByStatus === undefined ? undefined : restoreJobs.by("status", ByStatus),
    ByParentJobId === undefined ? undefined : restoreJobs.by("parent", ByParentJobId),
    ByRestoreTestingPlanArn === undefined
      ? undefined
      : restoreJobs.by("testingPlan", ByRestoreTestingPlanArn),
  );
  const { items, token } = pageOf(list, input, { where: job => isListed(job, input), newestFirst: true });
  return { RestoreJobs: items, NextToken: token, next: firstUnfinished(account) };
});

const isListed = (job: RestoreJob, filter: Stored<ListRestoreJobsInput>): boolean =>
  (filter.ByStatus === undefined || job.Status === filter.ByStatus) &&
  (filter.ByRestoreTestingPlanArn === undefined ||
    job.CreatedBy?.RestoreTestingPlanArn === filter.ByRestoreTestingPlanArn) &&
  isAskedFor(job, filter);

/** Who waits until a job shows up in a list of finished ones sees no unfinished one there, nor one yet to be made. */
function firstUnfinished({ backup }: BackupView): Next | undefined {
  const [job] = backup.restoreJobs.by("unfinished", "yes");
  const [test] = backup.pendingRestoreTests;
  return job?.next ?? test?.next;
}

export const listRestoreJobsByProtectedResource = read<"ListRestoreJobsByProtectedResource">(
  (input, account) => {
    const { backup } = account;
    const { ResourceArn, ByStatus } = input;
    if (!resourceTypeOf(ResourceArn)) throw invalidParameter(`Unsupported resource type: ${ResourceArn}`);
    const list = backup.restoreJobs.by("resource", ResourceArn);
    if (list.size === 0 && backup.recoveryPoints.by("resource", ResourceArn).size === 0) {
      throw notFound(`Resource ${ResourceArn} is not protected by AWS Backup.`);
    }
    const after = input.ByRecoveryPointCreationDateAfter ?? Number.NEGATIVE_INFINITY;
    const before = input.ByRecoveryPointCreationDateBefore ?? Number.POSITIVE_INFINITY;
    const where = (job: RestoreJob): boolean => {
      const created = job.RecoveryPointCreationDate ?? job.CreationDate;
      return (ByStatus === undefined || job.Status === ByStatus) && created > after && created < before;
    };
    const { items, token } = pageOf(list, input, { where, newestFirst: true });
    return { RestoreJobs: items, NextToken: token, next: firstUnfinished(account) };
  },
);
