import {
  createBackupAccessPoint,
  deleteBackupAccessPoint,
  describeBackupAccessPoint,
  listBackupAccessPoints,
  listBackupAccessPointsByRecoveryPoint,
  listBackupAccessPointsByResource,
} from "./access-points/access-points";
import type { BackupOperations } from "./account/account";
import {
  createFramework,
  deleteFramework,
  describeFramework,
  listFrameworks,
  updateFramework,
} from "./audit/frameworks";
import { describeReportJob, listReportJobs, startReportJob } from "./audit/report-jobs";
import {
  createReportPlan,
  deleteReportPlan,
  describeReportPlan,
  listReportPlans,
  updateReportPlan,
} from "./audit/report-plans";
import { describeBackupJob, listBackupJobs, startBackupJob, stopBackupJob } from "./backup-jobs/backup-jobs";
import { describeCopyJob, listCopyJobs, startCopyJob } from "./copy-jobs/copy-jobs";
import {
  getRecoveryPointIndexDetails,
  listIndexedRecoveryPoints,
  updateRecoveryPointIndexSettings,
} from "./indexing/index-settings";
import { listBackupJobSummaries, listCopyJobSummaries, listRestoreJobSummaries } from "./jobs/summaries";
import {
  cancelLegalHold,
  createLegalHold,
  getLegalHold,
  listLegalHolds,
  listRecoveryPointsByLegalHold,
} from "./legal-holds/legal-holds";
import {
  createBackupPlan,
  deleteBackupPlan,
  getBackupPlan,
  listBackupPlans,
  listBackupPlanVersions,
  updateBackupPlan,
} from "./plans/plans";
import {
  createBackupSelection,
  deleteBackupSelection,
  getBackupSelection,
  listBackupSelections,
} from "./plans/selections";
import {
  exportBackupPlanTemplate,
  getBackupPlanFromJSON,
  getBackupPlanFromTemplate,
  listBackupPlanTemplates,
} from "./plans/templates";
import {
  disassociateRecoveryPoint,
  disassociateRecoveryPointFromParent,
} from "./recovery-points/disassociating";
import { updateRecoveryPointLifecycle } from "./recovery-points/lifecycle-updating";
import { listRecoveryPointsByResource } from "./recovery-points/points-of-resource";
import {
  deleteRecoveryPoint,
  describeRecoveryPoint,
  listRecoveryPointsByBackupVault,
} from "./recovery-points/recovery-points";
import { getRecoveryPointRestoreMetadata } from "./recovery-points/restore-metadata";
import {
  describeProtectedResource,
  listProtectedResources,
  listProtectedResourcesByBackupVault,
} from "./resources/protected-resources";
import {
  describeRestoreJob,
  getRestoreJobMetadata,
  listRestoreJobs,
  listRestoreJobsByProtectedResource,
} from "./restore-jobs/restore-jobs";
import { startRestoreJob } from "./restore-jobs/starting";
import { putRestoreValidationResult } from "./restore-jobs/validation";
import { getRestoreTestingInferredMetadata } from "./restore-testing/inferred-metadata";
import {
  createRestoreTestingPlan,
  deleteRestoreTestingPlan,
  getRestoreTestingPlan,
  listRestoreTestingPlans,
  updateRestoreTestingPlan,
} from "./restore-testing/testing-plans";
import {
  createRestoreTestingSelection,
  deleteRestoreTestingSelection,
  getRestoreTestingSelection,
  listRestoreTestingSelections,
  updateRestoreTestingSelection,
} from "./restore-testing/testing-selections";
import { getPITRMalwareScanResults } from "./scans/pitr-scan-results";
import { describeScanJob, listScanJobSummaries, listScanJobs } from "./scans/scan-jobs";
import { startScanJob } from "./scans/scan-starting";
import { describeGlobalSettings, updateGlobalSettings } from "./settings/global-settings";
import {
  describeRegionSettings,
  getSupportedResourceTypes,
  updateRegionSettings,
} from "./settings/region-settings";
import { listTags, tagResource, untagResource } from "./tags/tagging";
import {
  deleteBackupVaultAccessPolicy,
  getBackupVaultAccessPolicy,
  putBackupVaultAccessPolicy,
} from "./vaults/access-policy";
import { createLogicallyAirGappedBackupVault } from "./vaults/air-gapped-vaults";
import {
  associateBackupVaultMpaApprovalTeam,
  disassociateBackupVaultMpaApprovalTeam,
} from "./vaults/approval-teams";
import {
  deleteBackupVaultNotifications,
  getBackupVaultNotifications,
  putBackupVaultNotifications,
} from "./vaults/notifications";
import {
  createRestoreAccessBackupVault,
  listRestoreAccessBackupVaults,
  revokeRestoreAccessBackupVault,
} from "./vaults/restore-access-vaults";
import {
  createTieringConfiguration,
  deleteTieringConfiguration,
  getTieringConfiguration,
  listTieringConfigurations,
  updateTieringConfiguration,
} from "./vaults/tiering";
import { deleteBackupVaultLockConfiguration, putBackupVaultLockConfiguration } from "./vaults/vault-lock";
import { deleteBackupVault } from "./vaults/vault-removal";
import { createBackupVault, describeBackupVault, listBackupVaults } from "./vaults/vaults";

/** Every operation of the client, with its handler. */
export const backupOperations: BackupOperations = {
  AssociateBackupVaultMpaApprovalTeam: associateBackupVaultMpaApprovalTeam,
  CancelLegalHold: cancelLegalHold,
  CreateBackupAccessPoint: createBackupAccessPoint,
  CreateBackupPlan: createBackupPlan,
  CreateBackupSelection: createBackupSelection,
  CreateBackupVault: createBackupVault,
  CreateFramework: createFramework,
  CreateLegalHold: createLegalHold,
  CreateLogicallyAirGappedBackupVault: createLogicallyAirGappedBackupVault,
  CreateReportPlan: createReportPlan,
  CreateRestoreAccessBackupVault: createRestoreAccessBackupVault,
  CreateRestoreTestingPlan: createRestoreTestingPlan,
  CreateRestoreTestingSelection: createRestoreTestingSelection,
  CreateTieringConfiguration: createTieringConfiguration,
  DeleteBackupAccessPoint: deleteBackupAccessPoint,
  DeleteBackupPlan: deleteBackupPlan,
  DeleteBackupSelection: deleteBackupSelection,
  DeleteBackupVault: deleteBackupVault,
  DeleteBackupVaultAccessPolicy: deleteBackupVaultAccessPolicy,
  DeleteBackupVaultLockConfiguration: deleteBackupVaultLockConfiguration,
  DeleteBackupVaultNotifications: deleteBackupVaultNotifications,
  DeleteFramework: deleteFramework,
  DeleteRecoveryPoint: deleteRecoveryPoint,
  DeleteReportPlan: deleteReportPlan,
  DeleteRestoreTestingPlan: deleteRestoreTestingPlan,
  DeleteRestoreTestingSelection: deleteRestoreTestingSelection,
  DeleteTieringConfiguration: deleteTieringConfiguration,
  DescribeBackupAccessPoint: describeBackupAccessPoint,
  DescribeBackupJob: describeBackupJob,
  DescribeBackupVault: describeBackupVault,
  DescribeCopyJob: describeCopyJob,
  DescribeFramework: describeFramework,
  DescribeGlobalSettings: describeGlobalSettings,
  DescribeProtectedResource: describeProtectedResource,
  DescribeRecoveryPoint: describeRecoveryPoint,
  DescribeRegionSettings: describeRegionSettings,
  DescribeReportJob: describeReportJob,
  DescribeReportPlan: describeReportPlan,
  DescribeRestoreJob: describeRestoreJob,
  DescribeScanJob: describeScanJob,
  DisassociateBackupVaultMpaApprovalTeam: disassociateBackupVaultMpaApprovalTeam,
  DisassociateRecoveryPoint: disassociateRecoveryPoint,
  DisassociateRecoveryPointFromParent: disassociateRecoveryPointFromParent,
  ExportBackupPlanTemplate: exportBackupPlanTemplate,
  GetBackupPlan: getBackupPlan,
  GetBackupPlanFromJSON: getBackupPlanFromJSON,
  GetBackupPlanFromTemplate: getBackupPlanFromTemplate,
  GetBackupSelection: getBackupSelection,
  GetBackupVaultAccessPolicy: getBackupVaultAccessPolicy,
  GetBackupVaultNotifications: getBackupVaultNotifications,
  GetLegalHold: getLegalHold,
  GetPITRMalwareScanResults: getPITRMalwareScanResults,
  GetRecoveryPointIndexDetails: getRecoveryPointIndexDetails,
  GetRecoveryPointRestoreMetadata: getRecoveryPointRestoreMetadata,
  GetRestoreJobMetadata: getRestoreJobMetadata,
  GetRestoreTestingInferredMetadata: getRestoreTestingInferredMetadata,
  GetRestoreTestingPlan: getRestoreTestingPlan,
  GetRestoreTestingSelection: getRestoreTestingSelection,
  GetSupportedResourceTypes: getSupportedResourceTypes,
  GetTieringConfiguration: getTieringConfiguration,
  ListBackupAccessPoints: listBackupAccessPoints,
  ListBackupAccessPointsByRecoveryPoint: listBackupAccessPointsByRecoveryPoint,
  ListBackupAccessPointsByResource: listBackupAccessPointsByResource,
  ListBackupJobSummaries: listBackupJobSummaries,
  ListBackupJobs: listBackupJobs,
  ListBackupPlanTemplates: listBackupPlanTemplates,
  ListBackupPlanVersions: listBackupPlanVersions,
  ListBackupPlans: listBackupPlans,
  ListBackupSelections: listBackupSelections,
  ListBackupVaults: listBackupVaults,
  ListCopyJobSummaries: listCopyJobSummaries,
  ListCopyJobs: listCopyJobs,
  ListFrameworks: listFrameworks,
  ListIndexedRecoveryPoints: listIndexedRecoveryPoints,
  ListLegalHolds: listLegalHolds,
  ListProtectedResources: listProtectedResources,
  ListProtectedResourcesByBackupVault: listProtectedResourcesByBackupVault,
  ListRecoveryPointsByBackupVault: listRecoveryPointsByBackupVault,
  ListRecoveryPointsByLegalHold: listRecoveryPointsByLegalHold,
  ListRecoveryPointsByResource: listRecoveryPointsByResource,
  ListReportJobs: listReportJobs,
  ListReportPlans: listReportPlans,
  ListRestoreAccessBackupVaults: listRestoreAccessBackupVaults,
  ListRestoreJobSummaries: listRestoreJobSummaries,
  ListRestoreJobs: listRestoreJobs,
  ListRestoreJobsByProtectedResource: listRestoreJobsByProtectedResource,
  ListRestoreTestingPlans: listRestoreTestingPlans,
  ListRestoreTestingSelections: listRestoreTestingSelections,
  ListScanJobSummaries: listScanJobSummaries,
  ListScanJobs: listScanJobs,
  ListTags: listTags,
  ListTieringConfigurations: listTieringConfigurations,
  PutBackupVaultAccessPolicy: putBackupVaultAccessPolicy,
  PutBackupVaultLockConfiguration: putBackupVaultLockConfiguration,
  PutBackupVaultNotifications: putBackupVaultNotifications,
  PutRestoreValidationResult: putRestoreValidationResult,
  RevokeRestoreAccessBackupVault: revokeRestoreAccessBackupVault,
  StartBackupJob: startBackupJob,
  StartCopyJob: startCopyJob,
  StartReportJob: startReportJob,
  StartRestoreJob: startRestoreJob,
  StartScanJob: startScanJob,
  StopBackupJob: stopBackupJob,
  TagResource: tagResource,
  UntagResource: untagResource,
  UpdateBackupPlan: updateBackupPlan,
  UpdateFramework: updateFramework,
  UpdateGlobalSettings: updateGlobalSettings,
  UpdateRecoveryPointIndexSettings: updateRecoveryPointIndexSettings,
  UpdateRecoveryPointLifecycle: updateRecoveryPointLifecycle,
  UpdateRegionSettings: updateRegionSettings,
  UpdateReportPlan: updateReportPlan,
  UpdateRestoreTestingPlan: updateRestoreTestingPlan,
  UpdateRestoreTestingSelection: updateRestoreTestingSelection,
  UpdateTieringConfiguration: updateTieringConfiguration,
};
