import { accessPoints } from "./access-points";
import { backupJobs } from "./backup-jobs";
import { copyJobs } from "./copy-jobs";
import { deletedVaults } from "./deleted-vaults";
import { frameworks } from "./frameworks";
import { globalSettings } from "./global-settings";
import { incomingCopies } from "./incoming-copies";
import { latestRestores } from "./latest-restores";
import { legalHolds } from "./legal-holds";
import { pendingRestoreTests } from "./pending-restore-tests";
import { plannedRules } from "./planned-rules";
import { plans, planVersions } from "./plans";
import { pointIndexes } from "./recovery-point-indexes";
import { recoveryPoints } from "./recovery-points";
import { regionSettings } from "./region-settings";
import { reportJobs } from "./report-jobs";
import { reportPlans } from "./report-plans";
import { resources } from "./resources";
import { restoreAccesses } from "./restore-accesses";
import { restoreJobs } from "./restore-jobs";
import { restoreTestingPlans } from "./restore-testing-plans";
import { restoreTestingSelections } from "./restore-testing-selections";
import { scanJobs } from "./scan-jobs";
import { selections } from "./selections";
import { tags } from "./tags";
import { tieringConfigurations } from "./tiering-configurations";
import { vaults } from "./vaults";

/** The state of AWS Backup in one account and Region. */
export const backupTables = {
  vaults,
  deletedVaults,
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
  recoveryPoints,
  pointIndexes,
  accessPoints,
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
  /** Resources of services that are not modelled. */
  resources,
};
