import { callsOf, type Step, settle } from "./step";

const call = callsOf("backup");
const here = "123456789012";
const role = `arn:aws:iam::${here}:role/backup`;
const team = `arn:aws:mpa:us-east-1:${here}:approval-team/owners`;

/** Things of other services that the story needs. */
export const table = `arn:aws:dynamodb:us-east-1:${here}:table/orders`;
export const volume = `arn:aws:ec2:us-east-1:${here}:volume/vol-0123456789abcdef0`;
export const bucket = "arn:aws:s3:::orders";
/** A point of the bucket that is there from the start. */
export const continuous = {
  BackupVaultName: "Default",
  RecoveryPointArn: `arn:aws:backup:us-east-1:${here}:recovery-point:continuous:orders-0a1b2c3d`,
};
const fileSystem = `arn:aws:elasticfilesystem:us-east-1:${here}:file-system/$fileSystem`;

const nightly = { BackupVaultName: "nightly" };
const policy = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Deny", Principal: "*", Action: "backup:DeleteRecoveryPoint", Resource: "*" }],
});
const rule = {
  RuleName: "daily",
  TargetBackupVaultName: "nightly",
  ScheduleExpression: "cron(0 5 ? * * *)",
  StartWindowMinutes: 60,
  Lifecycle: { MoveToColdStorageAfterDays: 30, DeleteAfterDays: 365 },
  RecoveryPointTags: { made: "by rule" },
};
const BackupPlan = { BackupPlanName: "daily", Rules: [rule] };
const point = { BackupVaultName: "nightly", RecoveryPointArn: "$point" };
const disk = { BackupVaultName: "nightly", RecoveryPointArn: "$disk" };

/** Vaults, and what hangs on them. */
const vaults: readonly Step[] = [
  call("CreateBackupVault", { ...nightly, BackupVaultTags: { team: "ops" } }, { vaultArn: "BackupVaultArn" }),
  call("CreateBackupVault", nightly),
  call("DescribeBackupVault", nightly),
  call("DescribeBackupVault", { BackupVaultName: "nothing" }),
  call("ListBackupVaults", { MaxResults: 1 }, { next: "NextToken" }),
  call("ListBackupVaults", { MaxResults: 1, NextToken: "$next" }),
  call("PutBackupVaultAccessPolicy", { ...nightly, Policy: policy }),
  call("GetBackupVaultAccessPolicy", nightly),
  call("DeleteBackupVaultAccessPolicy", nightly),
  call("GetBackupVaultAccessPolicy", nightly),
  call("PutBackupVaultNotifications", {
    ...nightly,
    SNSTopicArn: `arn:aws:sns:us-east-1:${here}:backups`,
    BackupVaultEvents: ["BACKUP_JOB_STARTED", "BACKUP_JOB_COMPLETED"],
  }),
  call("GetBackupVaultNotifications", nightly),
  call("DeleteBackupVaultNotifications", nightly),
  call("PutBackupVaultLockConfiguration", { ...nightly, MinRetentionDays: 1, MaxRetentionDays: 400 }),
  call("DeleteBackupVaultLockConfiguration", nightly),
  call("TagResource", { ResourceArn: "$vaultArn", Tags: { "a key": "a/value", other: "é" } }),
  call("UntagResource", { ResourceArn: "$vaultArn", TagKeyList: ["other"] }),
  call("ListTags", { ResourceArn: "$vaultArn" }),
  call(
    "CreateLogicallyAirGappedBackupVault",
    {
      BackupVaultName: "gapped",
      MinRetentionDays: 7,
      MaxRetentionDays: 365,
    },
    { gapped: "BackupVaultArn" },
  ),
  settle,
  call("AssociateBackupVaultMpaApprovalTeam", { BackupVaultName: "gapped", MpaApprovalTeamArn: team }),
  call(
    "CreateRestoreAccessBackupVault",
    { SourceBackupVaultArn: "$gapped", BackupVaultName: "access" },
    {
      access: "RestoreAccessBackupVaultArn",
    },
  ),
  settle,
  call("ListRestoreAccessBackupVaults", { BackupVaultName: "gapped" }),
  call("RevokeRestoreAccessBackupVault", {
    BackupVaultName: "gapped",
    RestoreAccessBackupVaultArn: `arn:aws:backup:us-east-1:${here}:backup-vault:access`,
  }),
  call("DisassociateBackupVaultMpaApprovalTeam", { BackupVaultName: "gapped" }),
  call("CreateTieringConfiguration", {
    TieringConfiguration: {
      TieringConfigurationName: "cheap",
      BackupVaultName: "nightly",
      ResourceSelection: [{ ResourceType: "S3", Resources: ["*"], TieringDownSettingsInDays: 90 }],
    },
  }),
  call("GetTieringConfiguration", { TieringConfigurationName: "cheap" }),
  call("ListTieringConfigurations"),
  call("UpdateTieringConfiguration", {
    TieringConfigurationName: "cheap",
    TieringConfiguration: {
      BackupVaultName: "nightly",
      ResourceSelection: [{ ResourceType: "S3", Resources: ["*"], TieringDownSettingsInDays: 120 }],
    },
  }),
  call("DeleteTieringConfiguration", { TieringConfigurationName: "cheap" }),
];

/** Plans and selections, and the settings they obey. */
const plans: readonly Step[] = [
  call("CreateBackupPlan", { BackupPlan, BackupPlanTags: { team: "ops" } }, { plan: "BackupPlanId" }),
  call("CreateBackupPlan", { BackupPlan: { BackupPlanName: "", Rules: [] } }),
  call("GetBackupPlan", { BackupPlanId: "$plan" }),
  call("UpdateBackupPlan", {
    BackupPlanId: "$plan",
    BackupPlan: { BackupPlanName: "daily", Rules: [{ ...rule, RuleName: "nightly" }] },
  }),
  call("ListBackupPlanVersions", { BackupPlanId: "$plan" }),
  call("ListBackupPlans", { IncludeDeleted: true }),
  call("ExportBackupPlanTemplate", { BackupPlanId: "$plan" }, { template: "BackupPlanTemplateJson" }),
  call("GetBackupPlanFromJSON", { BackupPlanTemplateJson: "$template" }),
  call("ListBackupPlanTemplates", {}, { templateId: "BackupPlanTemplatesList.0.BackupPlanTemplateId" }),
  call("GetBackupPlanFromTemplate", { BackupPlanTemplateId: "$templateId" }),
  call(
    "CreateBackupSelection",
    {
      BackupPlanId: "$plan",
      BackupSelection: { SelectionName: "tables", IamRoleArn: role, Resources: [table] },
    },
    { selection: "SelectionId" },
  ),
  call("GetBackupSelection", { BackupPlanId: "$plan", SelectionId: "$selection" }),
  call("ListBackupSelections", { BackupPlanId: "$plan" }),
  call("UpdateRegionSettings", { ResourceTypeOptInPreference: { EBS: true, FSx: true } }),
  call("DescribeRegionSettings"),
  call("UpdateGlobalSettings", { GlobalSettings: { isCrossAccountBackupEnabled: "true" } }),
  call("DescribeGlobalSettings"),
  call("GetSupportedResourceTypes"),
];

/** Jobs of every kind, and the points they make. */
const jobs: readonly Step[] = [
  { pass: "2 days" },
  call(
    "StartBackupJob",
    {
      ...nightly,
      ResourceArn: table,
      IamRoleArn: role,
      Lifecycle: { DeleteAfterDays: 35 },
      RecoveryPointTags: { made: "by hand" },
    },
    { job: "BackupJobId", point: "RecoveryPointArn" },
  ),
  call("StartBackupJob", { ...nightly, ResourceArn: `${table}s`, IamRoleArn: role }),
  call("DescribeBackupJob", { BackupJobId: "$job" }),
  call("DescribeBackupJob", { BackupJobId: "$job" }),
  call("DescribeBackupJob", { BackupJobId: "$job" }, { point: "RecoveryPointArn" }),
  call("StartBackupJob", { ...nightly, ResourceArn: volume, IamRoleArn: role }, { diskJob: "BackupJobId" }),
  settle,
  call("DescribeBackupJob", { BackupJobId: "$diskJob" }, { disk: "RecoveryPointArn" }),
  call(
    "StartBackupJob",
    { ...nightly, ResourceArn: fileSystem, IamRoleArn: role },
    { stopped: "BackupJobId" },
  ),
  call("StopBackupJob", { BackupJobId: "$stopped" }),
  call("StopBackupJob", { BackupJobId: "$job" }),
  settle,
  call("ListBackupJobs", {
    ByCreatedAfter: new Date("2026-01-01T00:00:00.250Z"),
    ByCreatedBefore: new Date("2027-01-01T00:00:00Z"),
    ByBackupVaultName: "nightly",
    MaxResults: 3,
  }),
  call("ListBackupJobSummaries"),
  call("ListProtectedResources"),
  call("ListProtectedResourcesByBackupVault", nightly),
  call("DescribeProtectedResource", { ResourceArn: table }),
  call("ListRecoveryPointsByBackupVault", { ...nightly, ByResourceType: "DynamoDB" }),
  call("ListRecoveryPointsByResource", { ResourceArn: table, ManagedByAWSBackupOnly: false }),
  call("DescribeRecoveryPoint", point),
  call("UpdateRecoveryPointLifecycle", { ...point, Lifecycle: { DeleteAfterDays: 400 } }),
  call("UpdateRecoveryPointLifecycle", {
    ...point,
    Lifecycle: { MoveToColdStorageAfterDays: 30, DeleteAfterDays: 40 },
  }),
  call("GetRecoveryPointRestoreMetadata", point),
  call("UpdateRecoveryPointIndexSettings", { ...disk, Index: "ENABLED" }),
  settle,
  call("GetRecoveryPointIndexDetails", disk),
  call("ListIndexedRecoveryPoints"),
  call("CreateBackupVault", { BackupVaultName: "copies" }, { copies: "BackupVaultArn" }),
  call(
    "StartCopyJob",
    {
      RecoveryPointArn: "$point",
      SourceBackupVaultName: "nightly",
      DestinationBackupVaultArn: "$copies",
      IamRoleArn: role,
    },
    { copy: "CopyJobId" },
  ),
  settle,
  call("DescribeCopyJob", { CopyJobId: "$copy" }),
  call("ListCopyJobs"),
  call("ListCopyJobSummaries"),
  call(
    "StartRestoreJob",
    {
      RecoveryPointArn: "$point",
      Metadata: { targetTableName: "orders-again" },
      IamRoleArn: role,
    },
    { restore: "RestoreJobId" },
  ),
  call("DescribeRestoreJob", { RestoreJobId: "$restore" }),
  settle,
  call("DescribeRestoreJob", { RestoreJobId: "$restore" }),
  call("ListRestoreJobs"),
  call("ListRestoreJobsByProtectedResource", { ResourceArn: table }),
  call("ListRestoreJobSummaries"),
  call("GetRestoreJobMetadata", { RestoreJobId: "$restore" }),
  call("PutRestoreValidationResult", { RestoreJobId: "$restore", ValidationStatus: "SUCCESSFUL" }),
  call(
    "StartScanJob",
    {
      ...disk,
      IamRoleArn: role,
      ScannerRoleArn: role,
      MalwareScanner: "GUARDDUTY",
      ScanMode: "FULL_SCAN",
    },
    { scan: "ScanJobId" },
  ),
  settle,
  call("DescribeScanJob", { ScanJobId: "$scan" }),
  call("ListScanJobs"),
  call("ListScanJobSummaries"),
  call("GetPITRMalwareScanResults", {
    ...continuous,
    MalwareScanner: "GUARDDUTY",
    ScanEndTime: new Date("2026-01-02T00:00:00Z"),
  }),
];

/** What auditors ask for. */
const audit: readonly Step[] = [
  call("CreateFramework", {
    FrameworkName: "Audit",
    FrameworkControls: [{ ControlName: "BACKUP_RECOVERY_POINT_ENCRYPTED" }],
  }),
  settle,
  call("DescribeFramework", { FrameworkName: "Audit" }),
  call("ListFrameworks"),
  call("UpdateFramework", { FrameworkName: "Audit", FrameworkDescription: "What the auditors want" }),
  settle,
  call("DeleteFramework", { FrameworkName: "Audit" }),
  call("CreateReportPlan", {
    ReportPlanName: "Jobs",
    ReportDeliveryChannel: { S3BucketName: "audit-reports" },
    ReportSetting: { ReportTemplate: "BACKUP_JOB_REPORT" },
  }),
  settle,
  call("DescribeReportPlan", { ReportPlanName: "Jobs" }),
  call("ListReportPlans"),
  call("UpdateReportPlan", { ReportPlanName: "Jobs", ReportPlanDescription: "Every night" }),
  settle,
  call("StartReportJob", { ReportPlanName: "Jobs" }, { report: "ReportJobId" }),
  settle,
  call("DescribeReportJob", { ReportJobId: "$report" }),
  call("ListReportJobs", { ByReportPlanName: "Jobs" }),
  call("DeleteReportPlan", { ReportPlanName: "Jobs" }),
  call(
    "CreateLegalHold",
    {
      Title: "lawsuit",
      Description: "keep it",
      RecoveryPointSelection: {
        VaultNames: ["nightly"],
        DateRange: { FromDate: new Date("2025-12-01T00:00:00Z"), ToDate: new Date("2026-01-02T00:00:00Z") },
      },
    },
    { hold: "LegalHoldId" },
  ),
  settle,
  call("GetLegalHold", { LegalHoldId: "$hold" }),
  call("ListLegalHolds"),
  call("ListRecoveryPointsByLegalHold", { LegalHoldId: "$hold" }),
  call("CancelLegalHold", { LegalHoldId: "$hold", CancelDescription: "settled & done" }),
  settle,
];

const selection = { RestoreTestingPlanName: "weekly", RestoreTestingSelectionName: "tables" };

/** Restores that are tried by themselves. */
const restoreTests: readonly Step[] = [
  call(
    "CreateRestoreTestingPlan",
    {
      RestoreTestingPlan: {
        RestoreTestingPlanName: "weekly",
        ScheduleExpression: "cron(0 5 ? * SUN *)",
        RecoveryPointSelection: {
          Algorithm: "LATEST_WITHIN_WINDOW",
          IncludeVaults: ["*"],
          RecoveryPointTypes: ["SNAPSHOT"],
        },
      },
    },
    { testing: "RestoreTestingPlanArn" },
  ),
  call("GetRestoreTestingPlan", { RestoreTestingPlanName: "weekly" }),
  call("ListRestoreTestingPlans"),
  call("CreateRestoreTestingSelection", {
    RestoreTestingPlanName: "weekly",
    RestoreTestingSelection: {
      RestoreTestingSelectionName: "tables",
      ProtectedResourceType: "DynamoDB",
      ProtectedResourceArns: ["*"],
      IamRoleArn: role,
      ValidationWindowHours: 168,
    },
  }),
  call("GetRestoreTestingSelection", selection),
  call("ListRestoreTestingSelections", { RestoreTestingPlanName: "weekly" }),
  call("GetRestoreTestingInferredMetadata", point),
  { pass: "60 hours" },
  call("ListRestoreJobs", { ByRestoreTestingPlanArn: "$testing" }, { tried: "RestoreJobs.0.RestoreJobId" }),
  call("PutRestoreValidationResult", { RestoreJobId: "$tried", ValidationStatus: "SUCCESSFUL" }),
  call("UpdateRestoreTestingSelection", {
    ...selection,
    RestoreTestingSelection: { ValidationWindowHours: 3 },
  }),
  call("UpdateRestoreTestingPlan", {
    RestoreTestingPlanName: "weekly",
    RestoreTestingPlan: { StartWindowHours: 2 },
  }),
  call("DeleteRestoreTestingSelection", selection),
  call("DeleteRestoreTestingPlan", { RestoreTestingPlanName: "weekly" }),
];

/** And everything goes again. */
const end: readonly Step[] = [
  call("DisassociateRecoveryPoint", continuous),
  call("DisassociateRecoveryPointFromParent", point),
  call("DeleteRecoveryPoint", point),
  call("DescribeRecoveryPoint", point),
  call("DeleteBackupVault", nightly),
  call("CreateBackupVault", { BackupVaultName: "empty" }),
  call("DeleteBackupVault", { BackupVaultName: "empty" }),
  call("DeleteBackupVault", { BackupVaultName: "nothing" }),
  call("DeleteBackupSelection", { BackupPlanId: "$plan", SelectionId: "$selection" }),
  call("DeleteBackupPlan", { BackupPlanId: "$plan" }),
  call("GetBackupPlan", { BackupPlanId: "$plan" }),
];

export const backupStory: readonly Step[] = [...vaults, ...plans, ...jobs, ...audit, ...restoreTests, ...end];
