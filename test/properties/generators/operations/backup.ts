import type { AnyInput, Context, InputGenerator } from "../context";
import type { RecordLookup } from "../records";
import {
  arnOf,
  lifecycle,
  member,
  policy,
  resourceTypes,
  role,
  subnets,
  vaultArn,
  vaultName,
} from "./common";

/** A backup's resource; types that support indexes sometimes ask for one. */
const indexed = ({ random }: Context, ResourceArn: string | undefined): AnyInput => ({
  ResourceArn,
  Index: /:volume\/|:s3:/.test(ResourceArn ?? "") && random.chance(50) ? "ENABLED" : undefined,
});

/** Restore metadata for a recovery point, which depends on its resource type. */
const restoreMetadata = ({ random }: Context, type: unknown, point: object): object => {
  switch (type) {
    case "EFS":
      return random.chance(60)
        ? {
            newFileSystem: "true",
            Encrypted: "true",
            PerformanceMode: "generalPurpose",
            CreationToken: random.reusedName("restored"),
          }
        : {
            newFileSystem: "false",
            "file-system-id": String(member(point, "ResourceArn")).replace(/.*\//, ""),
          };
    case "FSx":
      return { FileSystemType: "LUSTRE", SubnetIds: JSON.stringify([subnets[0]]) };
    case "DynamoDB":
      return { targetTableName: random.reusedName("restored") };
    case "EBS":
      return { availabilityZone: "us-east-1a" };
    case "RDS":
      return { DBInstanceIdentifier: random.reusedName("restored") };
    default:
      return { DestinationBucketName: "a-bucket" };
  }
};

const airGappedVault = (records: RecordLookup): object | undefined =>
  records.oneWhere("backup", "vaults", get => get("VaultType") === "LOGICALLY_AIR_GAPPED_BACKUP_VAULT");

const pointOfType = (records: RecordLookup, ...types: readonly string[]): object | undefined =>
  records.oneWhere("backup", "recoveryPoints", get => types.includes(get("ResourceType")));

const continuousPoint = (records: RecordLookup): object | undefined =>
  records.oneWhere("backup", "recoveryPoints", get => get("RecoveryPointArn").includes(":continuous:"));

const snapshotOfBucket = (records: RecordLookup): object | undefined =>
  records.oneWhere(
    "backup",
    "recoveryPoints",
    get => get("ResourceType") === "S3" && !get("RecoveryPointArn").includes(":continuous:"),
  );

const accessPoint = (records: RecordLookup): AnyInput => ({
  AccessPointArn: member(records.one("backup", "accessPoints"), "AccessPointArn"),
});

const pointIdentifiers = (point: object | undefined): AnyInput => ({
  BackupVaultName: member(point, "BackupVaultName"),
  RecoveryPointArn: member(point, "RecoveryPointArn"),
});

const taggable = arnOf(
  ["backup", "vaults", "BackupVaultArn"],
  ["backup", "recoveryPoints", "RecoveryPointArn"],
  ["backup", "plans", "BackupPlanArn"],
  ["backup", "legalHolds", "LegalHoldArn"],
  ["backup", "frameworks", "FrameworkArn"],
);

/** Inputs of AWS Backup's operations, except those of plans and audit. */
export const backupInputs: Readonly<Record<string, InputGenerator>> = {
  "backup.CreateBackupVault": ({ random }) => ({ BackupVaultName: random.reusedName("vault-") }),
  "backup.CreateLogicallyAirGappedBackupVault": ({ random }) => ({
    BackupVaultName: random.reusedName("gapped-"),
    MinRetentionDays: 7,
    MaxRetentionDays: 30,
  }),
  "backup.DeleteBackupVault": ({ random }, records) =>
    random.chance(60)
      ? {}
      : {
          BackupVaultName: member(
            records.oneUnreferenced("backup", "vaults", "BackupVaultName", {
              recoveryPoints: "BackupVaultName",
            }),
            "BackupVaultName",
          ),
        },
  "backup.StartBackupJob": (context, records) => ({
    BackupVaultName: vaultName(records),
    ...indexed(context, records.resourceArn()),
    IamRoleArn: role,
    Lifecycle: lifecycle(context),
    StartWindowMinutes: context.random.chance(20) ? 60 : undefined,
    CompleteWindowMinutes: context.random.chance(20) ? context.random.pick([60, 120]) : undefined,
    BackupOptions: undefined,
    IdempotencyToken: context.random.chance(15) ? context.random.reusedName("token") : undefined,
    LogicallyAirGappedBackupVaultArn: undefined,
  }),
  "backup.StartCopyJob": (context, records) => {
    const point = records.one("backup", "recoveryPoints");
    return {
      RecoveryPointArn: member(point, "RecoveryPointArn"),
      SourceBackupVaultName: member(point, "BackupVaultName"),
      DestinationBackupVaultArn: vaultArn(records),
      IamRoleArn: role,
      Lifecycle: lifecycle(context),
      IdempotencyToken: context.random.chance(15) ? context.random.reusedName("token") : undefined,
    };
  },
  "backup.StartRestoreJob": (context, records) => {
    const point = records.one("backup", "recoveryPoints") ?? {};
    return {
      RecoveryPointArn: member(point, "RecoveryPointArn"),
      Metadata: restoreMetadata(context, member(point, "ResourceType"), point),
      IamRoleArn: role,
      ResourceType: undefined,
      IdempotencyToken: context.random.chance(15) ? context.random.reusedName("token") : undefined,
    };
  },
  "backup.PutRestoreValidationResult": ({ random }, records) => ({
    RestoreJobId: member(
      records.oneWhere("backup", "restoreJobs", get => get("ValidationStatus") === "VALIDATING") ??
        records.one("backup", "restoreJobs"),
      "RestoreJobId",
    ),
    ValidationStatus: random.pick(["SUCCESSFUL", "FAILED"]),
  }),
  "backup.UpdateRecoveryPointLifecycle": context => ({ Lifecycle: lifecycle(context) }),
  "backup.PutBackupVaultAccessPolicy": ({ random }) => ({
    Policy: policy({
      Effect: random.chance(20) ? "Deny" : "Allow",
      Principal: { AWS: "arn:aws:iam::123456789012:root" },
      Action: [
        random.pick(["backup:DeleteRecoveryPoint", "backup:StartCopyJob", "backup:CopyIntoBackupVault"]),
      ],
      Resource: "*",
    }),
  }),
  "backup.PutBackupVaultLockConfiguration": ({ random }) => ({
    BackupVaultName: random.reusedName("vault-"),
    MinRetentionDays: random.chance(50) ? random.pick([1, 7]) : undefined,
    MaxRetentionDays: random.chance(50) ? random.pick([35, 100]) : undefined,
    ChangeableForDays: random.chance(30) ? 3 : undefined,
  }),
  "backup.PutBackupVaultNotifications": ({ random }) => ({
    SNSTopicArn: "arn:aws:sns:us-east-1:123456789012:backups",
    BackupVaultEvents: random.subset(["BACKUP_JOB_COMPLETED", "COPY_JOB_SUCCESSFUL", "RESTORE_JOB_STARTED"]),
  }),
  "backup.CreateLegalHold": ({ random, here }, records) => ({
    Title: random.reusedName("hold"),
    Description: "why",
    RecoveryPointSelection: random.pick([
      { VaultNames: [vaultName(records)] },
      { ResourceIdentifiers: [records.resourceArn() ?? "*"] },
      {
        DateRange: {
          FromDate: new Date(here.now - 5 * 86_400_000),
          ToDate: new Date(here.now + 5 * 86_400_000),
        },
      },
    ]),
    IdempotencyToken: random.chance(15) ? random.reusedName("token") : undefined,
  }),
  "backup.CancelLegalHold": ({ random }) => ({
    CancelDescription: "no longer",
    RetainRecordInDays: random.chance(50) ? random.below(3) : undefined,
  }),
  "backup.CreateTieringConfiguration": ({ random }, records) => ({
    TieringConfiguration: {
      TieringConfigurationName: random.reusedName("tiering_"),
      BackupVaultName: random.chance(20) ? "*" : vaultName(records),
      ResourceSelection: [{ Resources: ["*"], TieringDownSettingsInDays: 60, ResourceType: "S3" }],
    },
  }),
  "backup.UpdateTieringConfiguration": ({ random }, records) => ({
    TieringConfiguration: {
      BackupVaultName: random.chance(20) ? "*" : vaultName(records),
      ResourceSelection: [{ Resources: ["*"], TieringDownSettingsInDays: 90, ResourceType: "S3" }],
    },
  }),
  "backup.AssociateBackupVaultMpaApprovalTeam": (_, records) => ({
    BackupVaultName: member(airGappedVault(records), "BackupVaultName"),
    MpaApprovalTeamArn: "arn:aws:mpa:us-east-1:123456789012:approval-team/team",
  }),
  "backup.DisassociateBackupVaultMpaApprovalTeam": (_, records) => ({
    BackupVaultName: member(
      records.oneWhere(
        "backup",
        "vaults",
        get =>
          get("VaultType") === "LOGICALLY_AIR_GAPPED_BACKUP_VAULT" &&
          get("MpaApprovalTeamArn") !== "undefined",
      ),
      "BackupVaultName",
    ),
  }),
  "backup.CreateRestoreAccessBackupVault": ({ random }, records) => ({
    SourceBackupVaultArn: member(
      records.oneWhere("backup", "vaults", get => get("MpaApprovalTeamArn") !== "undefined") ??
        airGappedVault(records),
      "BackupVaultArn",
    ),
    BackupVaultName: random.chance(50) ? random.reusedName("access-") : undefined,
  }),
  "backup.ListRestoreAccessBackupVaults": (_, records) => ({
    BackupVaultName: member(airGappedVault(records), "BackupVaultName"),
  }),
  "backup.RevokeRestoreAccessBackupVault": (_, records) => {
    const access = records.one("backup", "restoreAccesses");
    return {
      BackupVaultName: member(access, "BackupVaultName"),
      RestoreAccessBackupVaultArn: member(access, "RestoreAccessBackupVaultArn"),
    };
  },
  "backup.StopBackupJob": (_, records) => ({
    BackupJobId: member(
      records.oneWhere("backup", "backupJobs", get => /CREATED|PENDING|RUNNING/.test(get("State"))),
      "BackupJobId",
    ),
  }),
  "backup.DescribeProtectedResource": (_, records) => ({
    ResourceArn: member(records.one("backup", "recoveryPoints"), "ResourceArn"),
  }),
  "backup.GetRecoveryPointIndexDetails": (_, records) =>
    pointIdentifiers(records.one("backup", "pointIndexes")),
  "backup.UpdateRecoveryPointIndexSettings": (_, records) => ({
    ...pointIdentifiers(pointOfType(records, "S3", "EBS")),
    IamRoleArn: role,
  }),
  "backup.GetPITRMalwareScanResults": (_, records) => pointIdentifiers(continuousPoint(records)),
  "backup.CreateBackupAccessPoint": ({ random }, records) => ({
    Name: random.reusedName("point-"),
    RecoveryPointArn: member(snapshotOfBucket(records), "RecoveryPointArn"),
    AccessPointMetadata: undefined,
    AccessPointPolicy: undefined,
    Tags: undefined,
  }),
  "backup.DescribeBackupAccessPoint": (_, records) => accessPoint(records),
  "backup.DeleteBackupAccessPoint": (_, records) => accessPoint(records),
  "backup.DisassociateRecoveryPoint": (_, records) => pointIdentifiers(continuousPoint(records)),
  "backup.DisassociateRecoveryPointFromParent": (_, records) =>
    pointIdentifiers(
      records.oneWhere("backup", "recoveryPoints", get => get("ParentRecoveryPointArn") !== "undefined"),
    ),
  "backup.StartScanJob": ({ random }, records) => ({
    ...pointIdentifiers(pointOfType(records, "EBS", "S3", "EC2")),
    MalwareScanner: "GUARDDUTY",
    ScanMode: "FULL_SCAN",
    ScanBaseRecoveryPointArn: undefined,
    ContinuousScanEndTime: undefined,
    IamRoleArn: role,
    ScannerRoleArn: role,
    IdempotencyToken: random.chance(15) ? random.reusedName("token") : undefined,
  }),
  "backup.UpdateGlobalSettings": ({ random }) => ({
    GlobalSettings: random.chance(80) ? { isMpaEnabled: "true" } : { isCrossAccountBackupEnabled: "true" },
  }),
  "backup.UpdateRegionSettings": ({ random }) => ({
    ResourceTypeOptInPreference: { [random.pick(resourceTypes)]: random.chance(95) },
    ResourceTypeManagementPreference: undefined,
  }),
  "backup.TagResource": (context, records, input) => ({
    ...taggable(context, records, input),
    Tags: { [context.random.reusedName("key")]: "value" },
  }),
  "backup.UntagResource": (context, records, input) => ({
    ...taggable(context, records, input),
    TagKeyList: [context.random.reusedName("key")],
  }),
  "backup.ListTags": taggable,
};
