import { type BackupView, read } from "../account/account";
import { notFound } from "../account/errors";
import { pageOfJobs } from "../jobs/job-pages";
import { nextOfUnfinished } from "../jobs/listing";
import { summarise } from "../jobs/summaries";
import { type ScanJob, type SdkScan, scanJobs } from "../records/scan-jobs";

/** The model requires `CreatedBy`, which on-demand jobs do not have. */
const scanOutput = (job: ScanJob) => job as ScanJob & Pick<SdkScan, "CreatedBy">;

export const describeScanJob = read<"DescribeScanJob">(({ ScanJobId }, { backup }) => {
  const job = backup.scanJobs.get(ScanJobId);
  if (!job) throw notFound(`Cannot find scan job with ID: ${ScanJobId}`);
  return scanOutput(job);
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
    where: matchesFilters(input.ByMalwareScanner, input.ByScanResultStatus),
    next: ({ backup: { scanJobs: jobs } }) =>
      nextOfUnfinished(jobs.by("state", "RUNNING"), jobs.by("state", "CREATED")),
  });
  return { ScanJobs: items.map(scanOutput), NextToken: token, next };
});

/** Whether a job matches the filters for scanner and result, where given. */
const matchesFilters =
  (scanner: ScanJob["MalwareScanner"] | undefined, status: string | undefined) =>
  ({ MalwareScanner, ScanResult }: ScanJob): boolean =>
    (scanner === undefined || MalwareScanner === scanner) &&
    (status === undefined || ScanResult?.ScanResultStatus === status);

export const listScanJobSummaries = read<"ListScanJobSummaries">((input, account) => {
  const { MalwareScanner, ScanResultStatus } = input;
  const counted = ({ backup }: BackupView) =>
    [...backup.scanJobs].filter(matchesFilters(MalwareScanner, ScanResultStatus));
  const { items, token, period } = summarise(account, counted, input);
  return {
    ScanJobSummaries: items.map(row => ({ ...row, MalwareScanner, ScanResultStatus })),
    AggregationPeriod: period,
    NextToken: token,
  };
});
