import type { ScanJob as SdkScanJob } from "@aws-sdk/client-backup";
import type { Next } from "../../../core/next";
import type { Stored } from "../../../core/stored";
import { table } from "../../../core/table-spec";
import type { EpochMs } from "../../../core/time";
import { type BackupView, read } from "../account";
import { notFound } from "../errors";
import { pageOfJobs } from "../jobs/job-pages";
import { nextOfUnfinished } from "../jobs/listing";
import type { Outcome } from "../jobs/outcomes";
import { summarise } from "../jobs/summaries";

type SdkScan = Stored<SdkScanJob>;

/** A scan job in AWS's own words; what is lower case is ours. */
export interface ScanJob extends Omit<SdkScan, "CreatedBy"> {
  readonly State: NonNullable<SdkScan["State"]>;
  /** The plan and rule behind it; none for one that somebody started. */
  readonly CreatedBy?: SdkScan["CreatedBy"] | undefined;
  /** The span of time that is scanned, if the point is a continuous backup. */
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

export const listScanJobs = read<"ListScanJobs">((input, account) => {
  const { items, token, next } = pageOfJobs(account, input, {
    spec: scanJobs,
    tableOf: ({ backup }) => backup.scanJobs,
    groups: [
      ["resource", input.ByResourceArn],
      ["point", input.ByRecoveryPointArn],
      ["vault", input.ByBackupVaultName],
      ["state", input.ByState],
    ],
    where: isFoundBy(input.ByMalwareScanner, input.ByScanResultStatus),
    next: ({ backup: { scanJobs: jobs } }) =>
      nextOfUnfinished(jobs.by("state", "RUNNING"), jobs.by("state", "CREATED")),
  });
  return { ScanJobs: items.map(shown), NextToken: token, next };
});

/** Whether a job is of a scanner and has found what is asked for, where that is. */
const isFoundBy =
  (scanner: ScanJob["MalwareScanner"] | undefined, status: string | undefined) =>
  ({ MalwareScanner, ScanResult }: ScanJob): boolean =>
    (scanner === undefined || MalwareScanner === scanner) &&
    (status === undefined || ScanResult?.ScanResultStatus === status);

export const listScanJobSummaries = read<"ListScanJobSummaries">((input, account) => {
  const { MalwareScanner, ScanResultStatus } = input;
  const counted = ({ backup }: BackupView) =>
    [...backup.scanJobs].filter(isFoundBy(MalwareScanner, ScanResultStatus));
  const { items, token, period } = summarise(account, counted, input);
  return {
    ScanJobSummaries: items.map(row => ({ ...row, MalwareScanner, ScanResultStatus })),
    AggregationPeriod: period,
    NextToken: token,
  };
});
