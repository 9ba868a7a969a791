import type { Kinds } from "../../core/world";
import { accessPointKind } from "./access-points/record-kinds";
import type { BackupShape } from "./account/account";
import { frameworkKind, reportJobKind, reportPlanKind } from "./audit/record-kinds";
import { backupJobKind } from "./backup-jobs/record-kinds";
import { copyJobKind } from "./copy-jobs/record-kinds";
import { pointIndexKind } from "./indexing/record-kinds";
import { legalHoldKind } from "./legal-holds/record-kinds";
import { planKind, planVersionKind, selectionKind } from "./plans/record-kinds";
import { recoveryPointKind } from "./recovery-points/record-kinds";
import { resourceKind } from "./resources/record-kinds";
import { latestRestoreKind, pendingTestKind, restoreJobKind } from "./restore-jobs/record-kinds";
import { testingPlanKind, testingSelectionKind } from "./restore-testing/record-kinds";
import { scanJobKind } from "./scans/record-kinds";
import { globalSettingsKind, regionSettingsKind } from "./settings/record-kinds";
import { tagSetKind } from "./tags/record-kinds";
import { tieringKind, vaultKind } from "./vaults/record-kinds";

/** What users know of the records in each table. */
export const backupKinds = {
  vaults: vaultKind,
  deletedVaults: undefined,
  restoreAccesses: undefined,
  tieringConfigurations: tieringKind,
  plans: planKind,
  planVersions: planVersionKind,
  plannedRules: undefined,
  selections: selectionKind,
  backupJobs: backupJobKind,
  copyJobs: copyJobKind,
  incomingCopies: undefined,
  restoreJobs: restoreJobKind,
  latestRestores: latestRestoreKind,
  recoveryPoints: recoveryPointKind,
  accessPoints: accessPointKind,
  pointIndexes: pointIndexKind,
  scanJobs: scanJobKind,
  legalHolds: legalHoldKind,
  regionSettings: regionSettingsKind,
  globalSettings: globalSettingsKind,
  tags: tagSetKind,
  frameworks: frameworkKind,
  reportPlans: reportPlanKind,
  reportJobs: reportJobKind,
  restoreTestingPlans: testingPlanKind,
  restoreTestingSelections: testingSelectionKind,
  pendingRestoreTests: pendingTestKind,
  resources: resourceKind,
} satisfies Kinds<BackupShape>;
