import { type AnyService, defineService, type ServiceRef } from "../../core/world";
import { accessPointSteps } from "./access-points/access-points";
import type { BackupLinks, BackupShape } from "./account/account";
import { eventTypes } from "./account/detail-types";
import { backupDurations } from "./account/durations";
import { refuseInput } from "./account/errors";
import { backupQuotas } from "./account/quotas";
import { frameworkSteps } from "./audit/frameworks";
import { reportPlanSteps } from "./audit/report-plans";
import { reportJobSteps } from "./audit/report-running";
import { backupJobSteps } from "./backup-jobs/running";
import { copyJobSteps } from "./copy-jobs/running";
import { pointIndexSteps } from "./indexing/indexing";
import { backupKinds } from "./kinds";
import { legalHoldSteps } from "./legal-holds/legal-holds";
import { backupOperations } from "./operations";
import { plannedRuleSteps } from "./plans/plan-runs";
import { backupTables } from "./records";
import { recoveryPointSteps } from "./recovery-points/recovery-points";
import { restoreJobRunning } from "./restore-jobs/running";
import { restoreTestSteps } from "./restore-jobs/validation";
import { pendingRestoreTestSteps } from "./restore-testing/restore-tests";
import { restoreTestingPlanSteps } from "./restore-testing/testing-plans";
import { scanJobSteps } from "./scans/scan-running";
import { deletedVaultSteps } from "./vaults/vault-removal";
import { vaultSteps } from "./vaults/vault-steps";

/** The AWS Backup service. The links connect it to the services whose resources it backs up. */
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
      accessPoints: accessPointSteps,
      deletedVaults: deletedVaultSteps,
    },
    kinds: backupKinds,
    eventTypes,
    links,
    durations: backupDurations,
    quotas: backupQuotas,
    refuse: refuseInput,
  });

/** A reference with which `integrations/` accesses the tables of AWS Backup. */
export const backup: ServiceRef<BackupShape> = { name: "backup", tables: backupTables };
