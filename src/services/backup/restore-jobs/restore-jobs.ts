import type { Next } from "../../../core/time";
import { type BackupView, read } from "../account/account";
import { notFound } from "../account/errors";
import { pageOf } from "../account/paging";
import { pageOfJobs } from "../jobs/job-pages";
import { nextOfUnfinished } from "../jobs/listing";
import { type RestoreJob, restoreJobs } from "../records/restore-jobs";
import { readResourceArn } from "../resources/resource-input";

export function restoreJobWithId({ backup }: BackupView, id: string): RestoreJob {
  const job = backup.restoreJobs.get(id);
  if (!job) throw notFound(`Cannot find restore job with ID: ${id}`);
  return job;
}

/** A job as the service shows it. While it is pending, it names neither its vault nor the backed-up resource. */
const shown = (job: RestoreJob): Partial<RestoreJob> =>
  job.Status === "PENDING" ? { ...job, BackupVaultArn: undefined, SourceResourceArn: undefined } : job;

export const describeRestoreJob = read<"DescribeRestoreJob">(({ RestoreJobId }, account) =>
  shown(restoreJobWithId(account, RestoreJobId)),
);

export const getRestoreJobMetadata = read<"GetRestoreJobMetadata">(({ RestoreJobId }, account) => {
  const job = restoreJobWithId(account, RestoreJobId);
  return { RestoreJobId, Metadata: job.metadata };
});

export const listRestoreJobs = read<"ListRestoreJobs">((input, account) => {
  const { items, token, next } = pageOfJobs(account, input, {
    spec: restoreJobs,
    tableOf: ({ backup }) => backup.restoreJobs,
    groups: [
      ["status", input.ByStatus],
      ["parent", input.ByParentJobId],
      ["testingPlan", input.ByRestoreTestingPlanArn],
    ],
    next: nextOfRestores,
  });
  return { RestoreJobs: items.map(shown), NextToken: token, next };
});

/** See {@link nextOfUnfinished}. Pending restore tests count as well, since they will create jobs. */
const nextOfRestores = ({ backup }: BackupView): Next | undefined =>
  nextOfUnfinished(backup.restoreJobs.by("unfinished", "yes"), backup.pendingRestoreTests);

export const listRestoreJobsByProtectedResource = read<"ListRestoreJobsByProtectedResource">(
  (input, account) => {
    const { backup } = account;
    const { ResourceArn, ByStatus } = input;
    readResourceArn(ResourceArn);
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
    return { RestoreJobs: items.map(shown), NextToken: token, next: nextOfRestores(account) };
  },
);
