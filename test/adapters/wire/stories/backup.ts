import { backupAudit, restoreTests } from "./backup-audit";
import { backupJobs } from "./backup-jobs";
import { continuous, here, nightly, point, role, table } from "./backup-resources";
import { callsOf, type Step, settle } from "./step";

const call = callsOf("backup");
const team = `arn:aws:mpa:us-east-1:${here}:approval-team/owners`;
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

/** Vaults and their settings. */
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

/** Plans, selections and settings. */
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

/** Deletes everything. */
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

export const backupStory: readonly Step[] = [
  ...vaults,
  ...plans,
  ...backupJobs,
  ...backupAudit,
  ...restoreTests,
  ...end,
];
