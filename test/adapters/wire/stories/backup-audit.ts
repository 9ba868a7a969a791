import { point, role } from "./backup-resources";
import { callsOf, type Step, settle } from "./step";

const call = callsOf("backup");

/** Audit Manager: frameworks and reports. */
export const backupAudit: readonly Step[] = [
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

/** Restore testing. */
export const restoreTests: readonly Step[] = [
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
