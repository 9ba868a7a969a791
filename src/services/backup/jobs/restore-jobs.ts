import type { DescribeRestoreJobOutput, ListRestoreJobsInput } from "@aws-sdk/client-backup";
import type { Next } from "../../../core/next";
import type { Stored } from "../../../core/stored";
import { table } from "../../../core/table-spec";
import type { EpochMs } from "../../../core/time";
import { type BackupView, read } from "../account";
import { invalidParameter, notFound } from "../errors";
import { pageOf } from "../paging";
import { resourceTypeOf } from "../resource-types";
import { pageOfJobs } from "./job-pages";
import { isAskedFor, smallest } from "./listing";
import type { Outcome } from "./outcomes";
import type { Metadata } from "./restore-metadata";

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

export const isUnfinishedRestore = (job: RestoreJob): boolean =>
  job.Status === "PENDING" || job.Status === "RUNNING";

export const restoreJobs = table<RestoreJob>(job => job.RestoreJobId)
  .by("resource", job => job.SourceResourceArn)
  .by("status", job => job.Status)
  .by("parent", job => job.ParentJobId)
  .by("testingPlan", job => job.CreatedBy?.RestoreTestingPlanArn)
  .by("unfinished", job => (isUnfinishedRestore(job) ? "yes" : undefined))
  .by("runningFromPoint", job => (job.Status === "RUNNING" ? job.RecoveryPointArn : undefined))
  .by("idempotencyToken", job => job.idempotencyToken);

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

type Filter = Stored<ListRestoreJobsInput>;

export const listRestoreJobs = read<"ListRestoreJobs">((input, account) => {
  const { items, token, next } = pageOfJobs(account, input, {
    jobsOf: ({ backup }) => groupFor(backup.restoreJobs, input),
    where: job => isListed(job, input),
    awaited: firstUnfinished,
  });
  return { RestoreJobs: items, NextToken: token, next };
});

const groupFor = (
  jobs: BackupView["backup"]["restoreJobs"],
  { ByStatus, ByParentJobId, ByRestoreTestingPlanArn }: Filter,
) =>
  smallest(
    jobs.all(),
    ByStatus === undefined ? undefined : jobs.by("status", ByStatus),
    ByParentJobId === undefined ? undefined : jobs.by("parent", ByParentJobId),
    ByRestoreTestingPlanArn === undefined ? undefined : jobs.by("testingPlan", ByRestoreTestingPlanArn),
  );

const isListed = (job: RestoreJob, filter: Filter): boolean =>
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
