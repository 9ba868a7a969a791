import { frameworks } from "./audit/frameworks";
import { reportJobs } from "./audit/report-jobs";
import { reportPlans } from "./audit/report-plans";
import { globalSettings } from "./global-settings";
import { pointIndexes } from "./indexing/point-indexes";
import { backupJobs } from "./jobs/backup-jobs";
import { copyJobs } from "./jobs/copy-jobs";
import { incomingCopies } from "./jobs/incoming-copies";
import { latestRestores } from "./jobs/latest-restores";
import { outcomes } from "./jobs/outcomes";
import { restoreJobs } from "./jobs/restore-jobs";
import { plannedRules } from "./plans/plan-runs";
import { plans, planVersions } from "./plans/plans";
import { selections } from "./plans/selections";
import { legalHolds } from "./points/holding";
import { recoveryPoints } from "./points/recovery-points";
import { regionSettings } from "./region-settings";
import { restoreTestingPlans } from "./restore-testing/testing-plans";
import { pendingRestoreTests } from "./restore-testing/testing-runs";
import { restoreTestingSelections } from "./restore-testing/testing-selections";
import { scanJobs } from "./scans/scan-jobs";
import { resources } from "./sources";
import { tags } from "./tags";
import { restoreAccesses } from "./vaults/restore-access-vaults";
import { tieringConfigurations } from "./vaults/tiering";
import { vaults } from "./vaults/vaults";

/** Everything that AWS Backup keeps of one account and Region. */
export const backupTables = {
  vaults,
  restoreAccesses,
  tieringConfigurations,
  plans,
  planVersions,
  plannedRules,
  selections,
  backupJobs,
  copyJobs,
  incomingCopies,
  restoreJobs,
  latestRestores,
  outcomes,
  recoveryPoints,
  pointIndexes,
  scanJobs,
  legalHolds,
  regionSettings,
  globalSettings,
  tags,
  frameworks,
  reportPlans,
  reportJobs,
  restoreTestingPlans,
  restoreTestingSelections,
  pendingRestoreTests,
  /** Resources of services that are not modelled themselves. */
  resources,
};
