import type { ListScanJobsInput, ScanJob as SdkScanJob } from "@aws-sdk/client-backup";
import type { Next } from "../../../core/next";
import type { Stored } from "../../../core/stored";
import { table } from "../../../core/table-spec";
import type { EpochMs } from "../../../core/time";
import { type BackupView, read } from "../account";
import { notFound } from "../errors";
import { pageOfJobs } from "../jobs/job-pages";
import { isAskedFor, smallest } from "../jobs/listing";
import type { Outcome } from "../jobs/outcomes";
import { summarise } from "../jobs/summaries";

type SdkScan = Stored<SdkScanJob>;

/** A scan job in AWS's own words; what is lower case is ours. */
export interface ScanJob extends Omit<SdkScan, "CreatedBy"> {
  readonly State: NonNullable<SdkScan["State"]>;
  /** The plan and rule behind it; none for one that somebody started. */
  readonly CreatedBy?: SdkScan["CreatedBy"] | undefined;
  /** Of a continuous backup, the span of time that is looked at. */
  readonly ContinuousScanStartTime?: EpochMs | undefined;
  readonly ContinuousScanEndTime?: EpochMs | undefined;
  readonly idempotencyToken?: string | undefined;
  /** What a test has set for this job. */
  readonly outcome?: Outcome | undefined;
  readonly next?: Next | undefined;
}

export const isUnfinishedScan = (job: ScanJob): boolean => job.State === "CREATED" || job.State === "RUNNING";

export const scanJobs = table<ScanJob>(job => job.ScanJobId)
  .by("resource", job => job.ResourceArn)
  .by("point", job => job.RecoveryPointArn)
  .by("vault", job => job.BackupVaultName)
  .by("state", job => job.State)
  .by("queuedOnResource", job => (job.State === "CREATED" ? job.ResourceArn : undefined))
  .by("runningOnResource", job => (job.State === "RUNNING" ? job.ResourceArn : undefined))
  .by("idempotencyToken", job => job.idempotencyToken);

/** The model has `CreatedBy` always there, which a job that nobody planned cannot have. */
const shown = (job: ScanJob) => job as ScanJob & Pick<SdkScan, "CreatedBy">;

export const describeScanJob = read<"DescribeScanJob">(({ ScanJobId }, { backup }) => {
  const job = backup.scanJobs.get(ScanJobId);
  if (!job) throw notFound(`Cannot find scan job with ID: ${ScanJobId}`);
  return shown(job);
});

type Filter = Stored<ListScanJobsInput>;

export const listScanJobs = read<"ListScanJobs">((input, account) => {
  const { items, token, next } = pageOfJobs(account, input, {
    jobsOf: ({ backup }) => groupFor(backup.scanJobs, input),
    where: job => isListed(job, input),
    awaited: ({ backup }) => firstUnfinished(backup.scanJobs),
  });
  return { ScanJobs: items.map(shown), NextToken: token, next };
});

const groupFor = (
  jobs: BackupView["backup"]["scanJobs"],
  { ByResourceArn, ByRecoveryPointArn, ByBackupVaultName, ByState }: Filter,
) =>
  smallest(
    jobs.all(),
    ByResourceArn === undefined ? undefined : jobs.by("resource", ByResourceArn),
    ByRecoveryPointArn === undefined ? undefined : jobs.by("point", ByRecoveryPointArn),
    ByBackupVaultName === undefined ? undefined : jobs.by("vault", ByBackupVaultName),
    ByState === undefined ? undefined : jobs.by("state", ByState),
  );

/** Who waits until a job shows up in a list of finished ones sees no unfinished one there. */
function firstUnfinished(jobs: BackupView["backup"]["scanJobs"]): Next | undefined {
  const [running] = jobs.by("state", "RUNNING");
  const [created] = jobs.by("state", "CREATED");
  return (running ?? created)?.next;
}

const isListed = (job: ScanJob, filter: Filter): boolean =>
  (filter.ByResourceArn === undefined || job.ResourceArn === filter.ByResourceArn) &&
  (filter.ByRecoveryPointArn === undefined || job.RecoveryPointArn === filter.ByRecoveryPointArn) &&
  (filter.ByBackupVaultName === undefined || job.BackupVaultName === filter.ByBackupVaultName) &&
  (filter.ByState === undefined || job.State === filter.ByState) &&
  (filter.ByMalwareScanner === undefined || job.MalwareScanner === filter.ByMalwareScanner) &&
  (filter.ByScanResultStatus === undefined ||
    job.ScanResult?.ScanResultStatus === filter.ByScanResultStatus) &&
  isAskedFor(job, filter);

export const listScanJobSummaries = read<"ListScanJobSummaries">((input, account) => {
  const { MalwareScanner, ScanResultStatus } = input;
  const counted = ({ backup }: BackupView) =>
    [...backup.scanJobs].filter(
      job =>
        (MalwareScanner === undefined || job.MalwareScanner === MalwareScanner) &&
        (ScanResultStatus === undefined || job.ScanResult?.ScanResultStatus === ScanResultStatus),
    );
  const { items, token, period } = summarise(account, counted, input);
  return {
    ScanJobSummaries: items.map(row => ({ ...row, MalwareScanner, ScanResultStatus })),
    AggregationPeriod: period,
    NextToken: token,
  };
});
