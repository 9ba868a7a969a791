import type { Context, InputGenerator } from "../context";
import type { RecordLookup } from "../records";
import { lifecycle, member, resourceTypes, role, schedules, vaultArn, vaultName } from "./common";

const plan: InputGenerator = (context, records) => {
  const { random } = context;
  const isContinuous = random.chance(20) ? true : undefined;
  return {
    BackupPlan: {
      BackupPlanName: random.reusedName("plan"),
      Rules: Array.from({ length: 1 + random.below(2) }, (_, index) => ({
        RuleName: `rule-${index}`,
        TargetBackupVaultName: vaultName(records) ?? "Default",
        ScheduleExpression: random.pick(schedules),
        StartWindowMinutes: 60,
        CompletionWindowMinutes: random.pick([60, 120, 1_440]),
        Lifecycle: isContinuous ? { DeleteAfterDays: 35 } : lifecycle(context),
        RecoveryPointTags: random.chance(20) ? { team: random.reusedName("team") } : undefined,
        CopyActions: random.chance(25)
          ? [{ DestinationBackupVaultArn: vaultArn(records), Lifecycle: lifecycle(context) }]
          : undefined,
        EnableContinuousBackup: random.chance(20) ? true : undefined,
      })),
    },
  };
};

const selectionOf = ({ random }: Context, records: RecordLookup): object =>
  random.chance(50)
    ? { Resources: random.chance(30) ? ["*"] : [records.resourceArn()] }
    : { ListOfTags: [{ ConditionType: "STRINGEQUALS", ConditionKey: "daily", ConditionValue: "yes" }] };

const testingSelection: InputGenerator = ({ random }, records) => ({
  RestoreTestingSelection: {
    RestoreTestingSelectionName: random.reusedName("selection"),
    ProtectedResourceType: random.pick(resourceTypes),
    IamRoleArn: role,
    ProtectedResourceArns: ["*"],
    ValidationWindowHours: random.below(3),
  },
  RestoreTestingPlanName: member(records.one("backup", "restoreTestingPlans"), "RestoreTestingPlanName"),
});

const testingPlan: InputGenerator = ({ random }) => ({
  RestoreTestingPlan: {
    RestoreTestingPlanName: random.reusedName("testing"),
    ScheduleExpression: random.pick(schedules),
    StartWindowHours: 1 + random.below(4),
    RecoveryPointSelection: {
      Algorithm: random.pick(["LATEST_WITHIN_WINDOW", "RANDOM_WITHIN_WINDOW"]),
      IncludeVaults: ["*"],
      RecoveryPointTypes: ["SNAPSHOT"],
      SelectionWindowDays: 30,
    },
  },
});

const controls = [
  "BACKUP_RESOURCES_PROTECTED_BY_BACKUP_PLAN",
  "BACKUP_RECOVERY_POINT_ENCRYPTED",
  "BACKUP_RECOVERY_POINT_MINIMUM_RETENTION_CHECK",
  "BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED",
];

const framework: InputGenerator = ({ random }) => ({
  FrameworkName: random.reusedName("framework"),
  FrameworkControls: random.subset(controls).map(ControlName => ({ ControlName, ControlScope: {} })),
});

const report: InputGenerator = ({ random }, records) => {
  const isCompliance = random.chance(30);
  const FrameworkArns = [member(records.one("backup", "frameworks"), "FrameworkArn")];
  return {
    ReportPlanName: random.reusedName("report"),
    ReportDeliveryChannel: { S3BucketName: "a-bucket", Formats: random.subset(["CSV", "JSON"]) },
    ReportSetting: isCompliance
      ? { ReportTemplate: "CONTROL_COMPLIANCE_REPORT", FrameworkArns }
      : { ReportTemplate: random.pick(["BACKUP_JOB_REPORT", "COPY_JOB_REPORT", "RESTORE_JOB_REPORT"]) },
  };
};

/** Inputs of AWS Backup's plans, selections, frameworks and reports. */
export const planInputs: Readonly<Record<string, InputGenerator>> = {
  "backup.CreateBackupPlan": plan,
  "backup.UpdateBackupPlan": plan,
  "backup.GetBackupPlanFromJSON": (context, records, input) => ({
    BackupPlanTemplateJson: JSON.stringify(plan(context, records, input)["BackupPlan"]),
  }),
  "backup.CreateBackupSelection": (context, records) => ({
    BackupPlanId: member(records.one("backup", "plans"), "BackupPlanId"),
    BackupSelection: {
      SelectionName: context.random.reusedName("selection"),
      IamRoleArn: role,
      ...selectionOf(context, records),
    },
  }),
  "backup.GetBackupPlanFromTemplate": () => ({
    BackupPlanTemplateId: "87c0c1ef-254d-4180-8fef-2e76a2c38aaa",
  }),
  "backup.DeleteBackupPlan": (_, records) => ({
    BackupPlanId: member(
      records.oneUnreferenced("backup", "plans", "BackupPlanId", { selections: "BackupPlanId" }) ??
        records.one("backup", "plans"),
      "BackupPlanId",
    ),
  }),
  "backup.DeleteRestoreTestingPlan": (_, records) => ({
    RestoreTestingPlanName: member(
      records.oneUnreferenced("backup", "restoreTestingPlans", "RestoreTestingPlanName", {
        restoreTestingSelections: "RestoreTestingPlanName",
      }) ?? records.one("backup", "restoreTestingPlans"),
      "RestoreTestingPlanName",
    ),
  }),
  "backup.CreateFramework": framework,
  "backup.UpdateFramework": (context, records, input) => ({
    FrameworkControls: framework(context, records, input)["FrameworkControls"],
  }),
  "backup.CreateReportPlan": report,
  "backup.UpdateReportPlan": (context, records, input) => ({
    ...report(context, records, input),
    ReportPlanName: member(records.one("backup", "reportPlans"), "ReportPlanName"),
  }),
  "backup.CreateRestoreTestingPlan": testingPlan,
  "backup.UpdateRestoreTestingPlan": ({ random }) => ({
    RestoreTestingPlan: { ScheduleExpression: random.pick(schedules) },
  }),
  "backup.CreateRestoreTestingSelection": testingSelection,
  "backup.UpdateRestoreTestingSelection": ({ random }) => ({
    RestoreTestingSelection: { ValidationWindowHours: random.below(5), IamRoleArn: role },
  }),
};
