import { aPage, filters, judged, type ReferenceRules, recorded, shown } from "./rules";

const wholeOrganization = shown(
  "ByAccountId",
  "* lists all accounts, for the management account",
  "organization",
  "the management account lists the jobs of every account of its organization, newest first",
);
const summaries = [
  judged("MaxResults", "at most 500", (MaxResults: number) => ({ MaxResults }), {
    takes: [500],
    refuses: [501],
  }),
  shown(
    "AggregationPeriod",
    "1, 7 or 14 days",
    "job-summaries",
    "periods cover 7 or 14 days, or 14 single days",
  ),
  shown(
    "State, ResourceType …",
    "ANY has a row for each, AGGREGATE_ALL one for all",
    "job-summaries",
    "ANY has a row for each value, AGGREGATE_ALL one row for all",
  ),
];

export const listRules = {
  ListBackupJobs: [
    filters,
    wholeOrganization,
    recorded("", "jobs of the last 30 days", "jobs-are-kept-for-30-days"),
  ],
  ListBackupJobSummaries: summaries,
  ListBackupPlans: [
    recorded("IncludeDeleted", "false by default", "deleted-plans-are-listed-only-if-asked-for"),
  ],
  ListBackupPlanTemplates: [aPage],
  ListBackupPlanVersions: [aPage],
  ListBackupSelections: [aPage],
  ListBackupVaults: [filters, recorded("ByVaultType", "vaults of that type", "vaults-are-listed-by-type")],
  ListCopyJobs: [filters, wholeOrganization],
  ListCopyJobSummaries: summaries,
  ListFrameworks: [aPage],
  ListIndexedRecoveryPoints: [filters],
  ListLegalHolds: [aPage],
  ListProtectedResources: [aPage],
  ListProtectedResourcesByBackupVault: [aPage],
  ListRecoveryPointsByBackupVault: [filters],
  ListRecoveryPointsByLegalHold: [aPage],
  ListReportJobs: [filters],
  ListReportPlans: [aPage],
  ListRestoreAccessBackupVaults: [aPage],
  ListRestoreJobs: [filters, wholeOrganization],
  ListRestoreJobsByProtectedResource: [filters],
  ListRestoreJobSummaries: summaries,
  ListRestoreTestingPlans: [aPage],
  ListRestoreTestingSelections: [aPage],
  ListScanJobs: [filters],
  ListScanJobSummaries: summaries,
  ListTieringConfigurations: [aPage],
} satisfies Partial<ReferenceRules>;
