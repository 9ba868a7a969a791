import { role, scannerRole, table, testingPlan, vaultArn } from "../world";
import type { Agreement, Made } from "./agreement";

const tag = { ConditionKey: "aws:ResourceTag/backup", ConditionValue: "daily" };

/** A plan with all members that a plan can have. */
const BackupPlan = {
  BackupPlanName: "everything",
  AdvancedBackupSettings: [{ ResourceType: "EC2", BackupOptions: { WindowsVSS: "enabled" } }],
  ScanSettings: [{ MalwareScanner: "GUARDDUTY", ResourceTypes: ["EBS", "S3"], ScannerRoleArn: scannerRole }],
  Rules: [
    {
      RuleName: "snapshots",
      TargetBackupVaultName: "nightly",
      TargetLogicallyAirGappedBackupVaultArn: vaultArn("gapped"),
      ScheduleExpression: "cron(30 4 ? * 2 *)",
      ScheduleExpressionTimezone: "Europe/Berlin",
      StartWindowMinutes: 90,
      CompletionWindowMinutes: 1_440,
      Lifecycle: {
        MoveToColdStorageAfterDays: 30,
        DeleteAfterDays: 120,
        OptInToArchiveForSupportedResources: true,
      },
      RecoveryPointTags: { made: "by plan" },
      CopyActions: [
        {
          DestinationBackupVaultArn: vaultArn("copies"),
          Lifecycle: {
            MoveToColdStorageAfterDays: 10,
            DeleteAfterDays: 100,
            OptInToArchiveForSupportedResources: true,
          },
        },
      ],
      EnableContinuousBackup: false,
      IndexActions: [{ ResourceTypes: ["EBS"] }],
      ScanActions: [{ MalwareScanner: "GUARDDUTY", ScanMode: "FULL_SCAN" }],
    },
  ],
};

const outputOnly = "only output has it";
const ofPlan = ({ BackupPlanId }: Made) => ({ BackupPlanId });
const ofTests = () => ({ RestoreTestingPlanName: "tests" });

export const planAgreements: readonly Agreement[] = [
  {
    kind: "backup plan",
    by: "CreateBackupPlan",
    input: () => ({ BackupPlan, BackupPlanTags: { team: "ops" }, CreatorRequestId: "once" }),
    without: {
      "BackupPlan.Rules.Lifecycle.DeleteAfterEvent": outputOnly,
      "BackupPlan.Rules.CopyActions.Lifecycle.DeleteAfterEvent": outputOnly,
    },
    described: input => ({
      BackupPlan: input["BackupPlan"],
      CreatorRequestId: input["CreatorRequestId"],
      AdvancedBackupSettings: BackupPlan.AdvancedBackupSettings,
    }),
    tagged: "BackupPlanArn",
    describe: { by: "GetBackupPlan", with: ofPlan },
    lists: [
      { by: "ListBackupPlans", in: "BackupPlansList", with: () => ({}) },
      { by: "ListBackupPlanVersions", in: "BackupPlanVersionsList", with: ofPlan },
    ],
    key: "VersionId",
  },
  {
    kind: "selection of a backup plan",
    by: "CreateBackupSelection",
    input: ({ ids }) => ({
      BackupPlanId: ids.BackupPlanId,
      CreatorRequestId: "once",
      BackupSelection: {
        SelectionName: "everything",
        IamRoleArn: role,
        Resources: [table, "arn:aws:ec2:*:*:volume/*"],
        NotResources: [`${table}-old`],
        ListOfTags: [{ ConditionType: "STRINGEQUALS", ConditionKey: "backup", ConditionValue: "daily" }],
        Conditions: {
          StringEquals: [tag],
          StringNotEquals: [{ ...tag, ConditionValue: "never" }],
          StringLike: [{ ...tag, ConditionValue: "d*" }],
          StringNotLike: [{ ...tag, ConditionValue: "w*" }],
        },
      },
    }),
    described: input => input,
    describe: {
      by: "GetBackupSelection",
      with: ({ BackupPlanId, SelectionId }) => ({ BackupPlanId, SelectionId }),
    },
    lists: [{ by: "ListBackupSelections", in: "BackupSelectionsList", with: ofPlan }],
    key: "SelectionId",
  },
  {
    kind: "restore testing plan",
    by: "CreateRestoreTestingPlan",
    input: () => ({
      RestoreTestingPlan: {
        ...testingPlan,
        RestoreTestingPlanName: "new",
        ScheduleExpressionTimezone: "Europe/Berlin",
        StartWindowHours: 8,
        RecoveryPointSelection: {
          ...testingPlan.RecoveryPointSelection,
          ExcludeVaults: [vaultArn("copies")],
          SelectionWindowDays: 10,
        },
      },
      CreatorRequestId: "once",
      Tags: { team: "ops" },
    }),
    described: ({ RestoreTestingPlan, CreatorRequestId }) => ({
      ...Object(RestoreTestingPlan),
      CreatorRequestId,
    }),
    hidden: { RestoreTestingPlan: "its members are compared one by one" },
    tagged: "RestoreTestingPlanArn",
    describe: {
      by: "GetRestoreTestingPlan",
      in: "RestoreTestingPlan",
      with: ({ RestoreTestingPlanName }) => ({ RestoreTestingPlanName }),
    },
    lists: [{ by: "ListRestoreTestingPlans", in: "RestoreTestingPlans", with: () => ({}) }],
    key: "RestoreTestingPlanArn",
  },
  {
    kind: "restore testing selection",
    by: "CreateRestoreTestingSelection",
    input: () => ({
      ...ofTests(),
      CreatorRequestId: "once",
      RestoreTestingSelection: {
        RestoreTestingSelectionName: "new",
        ProtectedResourceType: "DynamoDB",
        ProtectedResourceArns: ["*"],
        ProtectedResourceConditions: {
          StringEquals: [{ Key: "aws:ResourceTag/backup", Value: "daily" }],
          StringNotEquals: [{ Key: "aws:ResourceTag/stage", Value: "test" }],
        },
        RestoreMetadataOverrides: { encryptionType: "Default" },
        IamRoleArn: role,
        ValidationWindowHours: 2,
      },
    }),
    described: ({ RestoreTestingSelection, RestoreTestingPlanName, CreatorRequestId }) => ({
      ...Object(RestoreTestingSelection),
      RestoreTestingPlanName,
      CreatorRequestId,
    }),
    hidden: { RestoreTestingSelection: "its members are compared one by one" },
    describe: {
      by: "GetRestoreTestingSelection",
      in: "RestoreTestingSelection",
      with: () => ({ ...ofTests(), RestoreTestingSelectionName: "new" }),
    },
    lists: [{ by: "ListRestoreTestingSelections", in: "RestoreTestingSelections", with: ofTests }],
    key: "RestoreTestingSelectionName",
  },
];
