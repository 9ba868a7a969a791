import type { AnyInput, Scene } from "../inputs";
import type { Names } from "../names";
import {
  lifecycle,
  member,
  onlyArn,
  policy,
  type Recipe,
  resourceTypes,
  role,
  subnets,
  vaultArn,
  vaultName,
} from "./common";

/** What is backed up, with an index where there can be one. */
const indexed = ({ dice }: Scene, ResourceArn: string | undefined): AnyInput => ({
  ResourceArn,
  Index: /:volume\/|:s3:/.test(ResourceArn ?? "") && dice.chance(50) ? "ENABLED" : undefined,
});

/** What each type is restored with. */
const restoreMetadata = ({ dice }: Scene, type: unknown, point: object): object => {
  switch (type) {
    case "EFS":
      return dice.chance(60)
        ? {
            newFileSystem: "true",
            Encrypted: "true",
            PerformanceMode: "generalPurpose",
            CreationToken: dice.fewNames("restored"),
          }
        : {
            newFileSystem: "false",
            "file-system-id": String(member(point, "ResourceArn")).replace(/.*\//, ""),
          };
    case "FSx":
      return { FileSystemType: "LUSTRE", SubnetIds: JSON.stringify([subnets[0]]) };
    case "DynamoDB":
      return { targetTableName: dice.fewNames("restored") };
    case "EBS":
      return { availabilityZone: "us-east-1a" };
    case "RDS":
      return { DBInstanceIdentifier: dice.fewNames("restored") };
    default:
      return { DestinationBucketName: "a-bucket" };
  }
};

const gapped = (names: Names): object | undefined =>
  names.oneThat("backup", "vaults", told => told("VaultType") === "LOGICALLY_AIR_GAPPED_BACKUP_VAULT");

const pointOf = (names: Names, ...types: readonly string[]): object | undefined =>
  names.oneThat("backup", "recoveryPoints", told => types.includes(told("ResourceType")));

const continuousPoint = (names: Names): object | undefined =>
  names.oneThat("backup", "recoveryPoints", told => told("RecoveryPointArn").includes(":continuous:"));

const placeOfPoint = (point: object | undefined): AnyInput => ({
  BackupVaultName: member(point, "BackupVaultName"),
  RecoveryPointArn: member(point, "RecoveryPointArn"),
});

const taggable = onlyArn(
  ["backup", "vaults", "BackupVaultArn"],
  ["backup", "recoveryPoints", "RecoveryPointArn"],
  ["backup", "plans", "BackupPlanArn"],
  ["backup", "legalHolds", "LegalHoldArn"],
  ["backup", "frameworks", "FrameworkArn"],
);

/** Of everything else of AWS Backup. */
export const backupRecipes: Readonly<Record<string, Recipe>> = {
  "backup.CreateBackupVault": ({ dice }) => ({ BackupVaultName: dice.fewNames("vault-") }),
  "backup.CreateLogicallyAirGappedBackupVault": ({ dice }) => ({
    BackupVaultName: dice.fewNames("gapped-"),
    MinRetentionDays: 7,
    MaxRetentionDays: 30,
  }),
  "backup.DeleteBackupVault": ({ dice }, names) =>
    dice.chance(30) ? {} : { BackupVaultName: vaultName(names) },
  "backup.StartBackupJob": (scene, names) => ({
    BackupVaultName: vaultName(names),
    ...indexed(scene, names.resource()),
    IamRoleArn: role,
    Lifecycle: lifecycle(scene),
    StartWindowMinutes: scene.dice.chance(20) ? 60 : undefined,
    CompleteWindowMinutes: scene.dice.chance(20) ? scene.dice.pick([60, 120]) : undefined,
    BackupOptions: undefined,
    IdempotencyToken: scene.dice.chance(15) ? scene.dice.fewNames("token") : undefined,
    LogicallyAirGappedBackupVaultArn: undefined,
  }),
  "backup.StartCopyJob": (scene, names) => {
    const point = names.one("backup", "recoveryPoints");
    return {
      RecoveryPointArn: member(point, "RecoveryPointArn"),
      SourceBackupVaultName: member(point, "BackupVaultName"),
      DestinationBackupVaultArn: vaultArn(names),
      IamRoleArn: role,
      Lifecycle: lifecycle(scene),
      IdempotencyToken: scene.dice.chance(15) ? scene.dice.fewNames("token") : undefined,
    };
  },
  "backup.StartRestoreJob": (scene, names) => {
    const point = names.one("backup", "recoveryPoints") ?? {};
    return {
      RecoveryPointArn: member(point, "RecoveryPointArn"),
      Metadata: restoreMetadata(scene, member(point, "ResourceType"), point),
      IamRoleArn: role,
      ResourceType: undefined,
      IdempotencyToken: scene.dice.chance(15) ? scene.dice.fewNames("token") : undefined,
    };
  },
  "backup.PutRestoreValidationResult": ({ dice }, names) => ({
    RestoreJobId: member(
      names.oneThat("backup", "restoreJobs", told => told("ValidationStatus") === "VALIDATING") ??
        names.one("backup", "restoreJobs"),
      "RestoreJobId",
    ),
    ValidationStatus: dice.pick(["SUCCESSFUL", "FAILED"]),
  }),
  "backup.UpdateRecoveryPointLifecycle": scene => ({ Lifecycle: lifecycle(scene) }),
  "backup.PutBackupVaultAccessPolicy": ({ dice }) => ({
    Policy: policy({
      Effect: dice.chance(20) ? "Deny" : "Allow",
      Principal: { AWS: "arn:aws:iam::123456789012:root" },
      Action: [
        dice.pick(["backup:DeleteRecoveryPoint", "backup:StartCopyJob", "backup:CopyIntoBackupVault"]),
      ],
      Resource: "*",
    }),
  }),
  "backup.PutBackupVaultLockConfiguration": ({ dice }) => ({
    BackupVaultName: dice.fewNames("vault-"),
    MinRetentionDays: dice.chance(50) ? dice.pick([1, 7]) : undefined,
    MaxRetentionDays: dice.chance(50) ? dice.pick([35, 100]) : undefined,
    ChangeableForDays: dice.chance(30) ? 3 : undefined,
  }),
  "backup.PutBackupVaultNotifications": ({ dice }) => ({
    SNSTopicArn: "arn:aws:sns:us-east-1:123456789012:backups",
    BackupVaultEvents: dice.some(["BACKUP_JOB_COMPLETED", "COPY_JOB_SUCCESSFUL", "RESTORE_JOB_STARTED"]),
  }),
  "backup.CreateLegalHold": ({ dice, here }, names) => ({
    Title: dice.fewNames("hold"),
    Description: "why",
    RecoveryPointSelection: dice.pick([
      { VaultNames: [vaultName(names)] },
      { ResourceIdentifiers: [names.resource() ?? "*"] },
      {
        DateRange: {
          FromDate: new Date(here.now - 5 * 86_400_000),
          ToDate: new Date(here.now + 5 * 86_400_000),
        },
      },
    ]),
    IdempotencyToken: dice.chance(15) ? dice.fewNames("token") : undefined,
  }),
  "backup.CancelLegalHold": ({ dice }) => ({
    CancelDescription: "no longer",
    RetainRecordInDays: dice.chance(50) ? dice.below(3) : undefined,
  }),
  "backup.CreateTieringConfiguration": ({ dice }, names) => ({
    TieringConfiguration: {
      TieringConfigurationName: dice.fewNames("tiering_"),
      BackupVaultName: dice.chance(20) ? "*" : vaultName(names),
      ResourceSelection: [{ Resources: ["*"], TieringDownSettingsInDays: 60, ResourceType: "S3" }],
    },
  }),
  "backup.UpdateTieringConfiguration": ({ dice }, names) => ({
    TieringConfiguration: {
      BackupVaultName: dice.chance(20) ? "*" : vaultName(names),
      ResourceSelection: [{ Resources: ["*"], TieringDownSettingsInDays: 90, ResourceType: "S3" }],
    },
  }),
  "backup.AssociateBackupVaultMpaApprovalTeam": (_, names) => ({
    BackupVaultName: member(gapped(names), "BackupVaultName"),
    MpaApprovalTeamArn: "arn:aws:mpa:us-east-1:123456789012:approval-team/team",
  }),
  "backup.DisassociateBackupVaultMpaApprovalTeam": (_, names) => ({
    BackupVaultName: member(
      names.oneThat("backup", "vaults", told => told("MpaApprovalTeamArn") !== "undefined"),
      "BackupVaultName",
    ),
  }),
  "backup.CreateRestoreAccessBackupVault": ({ dice }, names) => ({
    SourceBackupVaultArn: member(
      names.oneThat("backup", "vaults", told => told("MpaApprovalTeamArn") !== "undefined") ?? gapped(names),
      "BackupVaultArn",
    ),
    BackupVaultName: dice.chance(50) ? dice.fewNames("access-") : undefined,
  }),
  "backup.ListRestoreAccessBackupVaults": (_, names) => ({
    BackupVaultName: member(gapped(names), "BackupVaultName"),
  }),
  "backup.RevokeRestoreAccessBackupVault": (_, names) => {
    const access = names.one("backup", "restoreAccesses");
    return {
      BackupVaultName: member(access, "BackupVaultName"),
      RestoreAccessBackupVaultArn: member(access, "RestoreAccessBackupVaultArn"),
    };
  },
  "backup.StopBackupJob": (_, names) => ({
    BackupJobId: member(
      names.oneThat("backup", "backupJobs", told => /CREATED|PENDING|RUNNING/.test(told("State"))),
      "BackupJobId",
    ),
  }),
  "backup.DescribeProtectedResource": (_, names) => ({
    ResourceArn: member(names.one("backup", "recoveryPoints"), "ResourceArn"),
  }),
  "backup.GetRecoveryPointIndexDetails": (_, names) => placeOfPoint(names.one("backup", "pointIndexes")),
  "backup.UpdateRecoveryPointIndexSettings": (_, names) => placeOfPoint(pointOf(names, "S3", "EBS")),
  "backup.GetPITRMalwareScanResults": (_, names) => placeOfPoint(continuousPoint(names)),
  "backup.DisassociateRecoveryPoint": (_, names) => placeOfPoint(continuousPoint(names)),
  "backup.DisassociateRecoveryPointFromParent": (_, names) =>
    placeOfPoint(
      names.oneThat("backup", "recoveryPoints", told => told("ParentRecoveryPointArn") !== "undefined"),
    ),
  "backup.StartScanJob": ({ dice }, names) => ({
    ...placeOfPoint(pointOf(names, "EBS", "S3", "EC2")),
    MalwareScanner: "GUARDDUTY",
    ScanMode: "FULL_SCAN",
    ScanBaseRecoveryPointArn: undefined,
    ContinuousScanEndTime: undefined,
    IamRoleArn: role,
    ScannerRoleArn: role,
    IdempotencyToken: dice.chance(15) ? dice.fewNames("token") : undefined,
  }),
  "backup.UpdateGlobalSettings": ({ dice }) => ({
    GlobalSettings: dice.chance(80) ? { isMpaEnabled: "true" } : { isCrossAccountBackupEnabled: "true" },
  }),
  "backup.UpdateRegionSettings": ({ dice }) => ({
    ResourceTypeOptInPreference: { [dice.pick(resourceTypes)]: dice.chance(80) },
    ResourceTypeManagementPreference: undefined,
  }),
  "backup.TagResource": (scene, names, input) => ({
    ...taggable(scene, names, input),
    Tags: { [scene.dice.fewNames("key")]: "value" },
  }),
  "backup.UntagResource": (scene, names, input) => ({
    ...taggable(scene, names, input),
    TagKeyList: [scene.dice.fewNames("key")],
  }),
  "backup.ListTags": taggable,
};
