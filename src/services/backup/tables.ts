import { backupJobs } from "./backup-jobs";
import { plans, planVersions } from "./plans";
import { recoveryPoints } from "./recovery-points";
import { selections } from "./selections";
import { regionSettings } from "./settings";
import { resources } from "./sources";
import { tags } from "./tags";
import { vaults } from "./vaults";

/** Everything that AWS Backup keeps of one account and Region. */
export const backupTables = {
  vaults,
  plans,
  planVersions,
  selections,
  backupJobs,
  recoveryPoints,
  regionSettings,
  tags,
  /** Resources of services that are not modelled themselves. */
  resources,
};
