import type { Scene } from "../inputs";
import type { Names } from "../names";
import {
  lifecycle,
  member,
  type Recipe,
  resourceTypes,
  role,
  schedules,
  vaultArn,
  vaultName,
} from "./common";

const plan: Recipe = (scene, names) => {
  const { dice } = scene;
  const isContinuous = dice.chance(20) ? true : undefined;
  return {
    BackupPlan: {
      BackupPlanName: dice.fewNames("plan"),
      Rules: Array.from({ length: 1 + dice.below(2) }, (_, index) => ({
        RuleName: `rule-${index}`,
        TargetBackupVaultName: vaultName(names) ?? "Default",
        ScheduleExpression: dice.pick(schedules),
        StartWindowMinutes: 60,
        CompletionWindowMinutes: dice.pick([60, 120, 1_440]),
        Lifecycle: isContinuous ? { DeleteAfterDays: 35 } : lifecycle(scene),
        RecoveryPointTags: dice.chance(20) ? { team: dice.fewNames("team") } : undefined,
        CopyActions: dice.chance(25)
          ? [{ DestinationBackupVaultArn: vaultArn(names), Lifecycle: lifecycle(scene) }]
          : undefined,
        EnableContinuousBackup: dice.chance(20) ? true : undefined,
      })),
    },
  };
};

const selectionOf = ({ dice }: Scene, names: Names): object =>
  dice.chance(50)
    ? { Resources: dice.chance(30) ? ["*"] : [names.resource()] }
    : { ListOfTags: [{ ConditionType: "STRINGEQUALS", ConditionKey: "daily", ConditionValue: "yes" }] };

const testingSelection: Recipe = ({ dice }, names) => ({
  RestoreTestingSelection: {
    RestoreTestingSelectionName: dice.fewNames("selection"),
    ProtectedResourceType: dice.pick(resourceTypes),
    IamRoleArn: role,
    ProtectedResourceArns: ["*"],
    ValidationWindowHours: dice.below(3),
  },
  RestoreTestingPlanName: member(names.one("backup", "restoreTestingPlans"), "RestoreTestingPlanName"),
});

const testingPlan: Recipe = ({ dice }) => ({
  RestoreTestingPlan: {
    RestoreTestingPlanName: dice.fewNames("testing"),
    ScheduleExpression: dice.pick(schedules),
    StartWindowHours: 1 + dice.below(4),
    RecoveryPointSelection: {
      Algorithm: dice.pick(["LATEST_WITHIN_WINDOW", "RANDOM_WITHIN_WINDOW"]),
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

const framework: Recipe = ({ dice }) => ({
  FrameworkName: dice.fewNames("framework"),
  FrameworkControls: dice.some(controls).map(ControlName => ({ ControlName, ControlScope: {} })),
});

const report: Recipe = ({ dice }, names) => {
  const isCompliance = dice.chance(30);
  const FrameworkArns = [member(names.one("backup", "frameworks"), "FrameworkArn")];
  return {
    ReportPlanName: dice.fewNames("report"),
    ReportDeliveryChannel: { S3BucketName: "a-bucket", Formats: dice.some(["CSV", "JSON"]) },
    ReportSetting: isCompliance
      ? { ReportTemplate: "CONTROL_COMPLIANCE_REPORT", FrameworkArns }
      : { ReportTemplate: dice.pick(["BACKUP_JOB_REPORT", "COPY_JOB_REPORT", "RESTORE_JOB_REPORT"]) },
  };
};

/** Of plans, selections, frameworks and reports of AWS Backup. */
export const planRecipes: Readonly<Record<string, Recipe>> = {
  "backup.CreateBackupPlan": plan,
  "backup.UpdateBackupPlan": plan,
  "backup.GetBackupPlanFromJSON": (scene, names, input) => ({
    BackupPlanTemplateJson: JSON.stringify(plan(scene, names, input)["BackupPlan"]),
  }),
  "backup.CreateBackupSelection": (scene, names) => ({
    BackupPlanId: member(names.one("backup", "plans"), "BackupPlanId"),
    BackupSelection: {
      SelectionName: scene.dice.fewNames("selection"),
      IamRoleArn: role,
      ...selectionOf(scene, names),
    },
  }),
  "backup.GetBackupPlanFromTemplate": () => ({
    BackupPlanTemplateId: "87c0c1ef-254d-4180-8fef-2e76a2c38aaa",
  }),
  "backup.CreateFramework": framework,
  "backup.UpdateFramework": (scene, names, input) => ({
    FrameworkControls: framework(scene, names, input)["FrameworkControls"],
  }),
  "backup.CreateReportPlan": report,
  "backup.UpdateReportPlan": (scene, names, input) => ({
    ...report(scene, names, input),
    ReportPlanName: member(names.one("backup", "reportPlans"), "ReportPlanName"),
  }),
  "backup.CreateRestoreTestingPlan": testingPlan,
  "backup.UpdateRestoreTestingPlan": ({ dice }) => ({
    RestoreTestingPlan: { ScheduleExpression: dice.pick(schedules) },
  }),
  "backup.CreateRestoreTestingSelection": testingSelection,
  "backup.UpdateRestoreTestingSelection": ({ dice }) => ({
    RestoreTestingSelection: { ValidationWindowHours: dice.below(5), IamRoleArn: role },
  }),
};
