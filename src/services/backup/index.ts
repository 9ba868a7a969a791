import { type AnyService, defineService } from "../../core/service";
import type { ServiceRef } from "../../core/shape";
import type { BackupShape } from "./account";
import { frameworkSteps } from "./audit/frameworks";
import { reportPlanSteps } from "./audit/report-plans";
import { reportJobSteps } from "./audit/report-running";
import { backupDurations } from "./durations";
import { refuseInput } from "./errors";
import { pointIndexSteps } from "./indexing/indexing";
import { copyJobSteps } from "./jobs/copy-running";
import { backupJobSteps } from "./jobs/job-running";
import { restoreJobRunning } from "./jobs/restore-running";
import { restoreTestSteps } from "./jobs/restore-validation";
import type { BackupLinks } from "./links";
import { backupOperations } from "./operations";
import { plannedRuleSteps } from "./plans/plan-runs";
import { legalHoldSteps } from "./points/legal-holds";
import { recoveryPointSteps } from "./points/recovery-points";
import { backupQuotas } from "./quotas";
import { backupTables } from "./records";
import { restoreTestingPlanSteps } from "./restore-testing/testing-plans";
import { pendingRestoreTestSteps } from "./restore-testing/testing-runs";
import { scanJobSteps } from "./scans/scan-running";
import { vaultSteps } from "./vaults/vault-steps";
import { foundDefaultVault } from "./vaults/vaults";

/** AWS Backup, joined to the services whose resources it backs up. */
export const backupService = (links: BackupLinks): AnyService =>
  defineService<BackupShape>({
    ...backup,
    operations: backupOperations,
    steps: {
      backupJobs: backupJobSteps,
      copyJobs: copyJobSteps,
      frameworks: frameworkSteps,
      reportPlans: reportPlanSteps,
      reportJobs: reportJobSteps,
      restoreTestingPlans: restoreTestingPlanSteps,
      pendingRestoreTests: pendingRestoreTestSteps,
      plannedRules: plannedRuleSteps,
      recoveryPoints: recoveryPointSteps,
      pointIndexes: pointIndexSteps,
      scanJobs: scanJobSteps,
      restoreJobs: { ...restoreJobRunning, ...restoreTestSteps },
      legalHolds: legalHoldSteps,
      vaults: vaultSteps,
    },
    links,
    durations: backupDurations,
    quotas: backupQuotas,
    found: foundDefaultVault,
    refuse: refuseInput,
  });

/** What `integrations/` opens the tables of AWS Backup with. */
export const backup: ServiceRef<BackupShape> = { name: "backup", tables: backupTables };
