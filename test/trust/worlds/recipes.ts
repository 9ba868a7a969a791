import { requests } from "../../services/fsx/account";
import type { AnyInput, Scene } from "./inputs";
import type { Names } from "./names";

/** Members of an input that no model tells how to choose; what is `undefined` is left out. */
type Recipe = (scene: Scene, names: Names, input: AnyInput) => AnyInput;

export const role = "arn:aws:iam::123456789012:role/service-role/AWSBackupDefaultServiceRole";
const regions = ["us-east-1", "eu-west-1"];
const subnets = ["subnet-0123456789abcdef0", "subnet-0fedcba9876543210"];
const schedules = ["cron(0 5 ? * * *)", "cron(30 12 * * ? *)", "cron(0 0 ? * SUN *)", "cron(0 */12 * * ? *)"];
const resourceTypes = ["EFS", "FSx", "DynamoDB", "EBS", "RDS", "S3"];

const member = (record: object | undefined, name: string): unknown =>
  record === undefined ? undefined : Reflect.get(record, name);

const policy = (statement: object): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: [statement] });

const lifecycle = ({ dice }: Scene): object | undefined => {
  if (dice.chance(40)) return undefined;
  if (dice.chance(25)) return { MoveToColdStorageAfterDays: 1 + dice.below(3), DeleteAfterDays: 95 };
  return { DeleteAfterDays: dice.pick([1, 2, 7, 35, 100]) };
};

const vaultName = (names: Names): unknown => member(names.one("backup", "vaults"), "BackupVaultName");
const vaultArn = (names: Names): unknown => member(names.oneAnywhere("backup", "vaults"), "BackupVaultArn");

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

/** What is backed up, with an index where there can be one. */
const indexed = ({ dice }: Scene, ResourceArn: string | undefined): AnyInput => ({
  ResourceArn,
  Index: /:volume\/|:s3:/.test(ResourceArn ?? "") && dice.chance(50) ? "ENABLED" : undefined,
});

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

const fsxKind = (scene: Scene) => scene.dice.pick(Object.values(requests));

const fsxToken = ({ dice }: Scene): string | undefined =>
  dice.chance(20) ? dice.fewNames("token") : undefined;

const svmOf = (names: Names): unknown =>
  member(names.one("fsx", "storageVirtualMachines"), "StorageVirtualMachineId");

const volumeOf = (names: Names, type: string): object | undefined =>
  names.oneThat("fsx", "volumes", told => told("VolumeType") === type);

const fileSystemOf = (names: Names, ...types: readonly string[]): object | undefined =>
  names.oneThat("fsx", "fileSystems", told => types.includes(told("FileSystemType")));

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

const updates: Readonly<Record<string, Recipe>> = {
  WINDOWS: ({ dice }) => ({
    WindowsConfiguration: dice.pick([
      { ThroughputCapacity: dice.pick([32, 64, 128]) },
      { AutomaticBackupRetentionDays: dice.below(9) },
    ]),
  }),
  LUSTRE: ({ dice }) =>
    dice.pick<AnyInput>([
      { StorageCapacity: dice.pick([2_400, 4_800]) },
      { LustreConfiguration: { AutomaticBackupRetentionDays: dice.below(9) } },
      { LustreConfiguration: { DataCompressionType: dice.pick(["NONE", "LZ4"]) } },
    ]),
  ONTAP: ({ dice }) =>
    dice.pick<AnyInput>([
      { StorageCapacity: dice.pick([2_048, 4_096]) },
      { OntapConfiguration: { AutomaticBackupRetentionDays: dice.below(9) } },
    ]),
  OPENZFS: ({ dice }) =>
    dice.pick<AnyInput>([
      { StorageCapacity: dice.pick([128, 256]) },
      { OpenZFSConfiguration: { AutomaticBackupRetentionDays: dice.below(9) } },
      { OpenZFSConfiguration: { ThroughputCapacity: dice.pick([64, 128]) } },
    ]),
};

const onlyArn =
  (
    ...sources: readonly (readonly [service: "backup" | "efs" | "fsx", table: string, name: string])[]
  ): Recipe =>
  ({ dice }, names) => {
    const [service, table, name] = dice.pick(sources);
    return { ResourceArn: member(names.one(service, table), name) };
  };

const taggable = onlyArn(
  ["backup", "vaults", "BackupVaultArn"],
  ["backup", "recoveryPoints", "RecoveryPointArn"],
  ["backup", "plans", "BackupPlanArn"],
  ["backup", "legalHolds", "LegalHoldArn"],
  ["backup", "frameworks", "FrameworkArn"],
);

const fsxTaggable: Recipe = ({ dice }, names) => ({
  ResourceARN: member(
    names.one("fsx", dice.pick(["fileSystems", "backups", "volumes", "snapshots", "storageVirtualMachines"])),
    "ResourceARN",
  ),
});

export const recipes: Readonly<Record<string, Recipe>> = {
  "backup.CreateBackupVault": ({ dice }) => ({ BackupVaultName: dice.fewNames("vault-") }),
  "backup.CreateLogicallyAirGappedBackupVault": ({ dice }) => ({
    BackupVaultName: dice.fewNames("gapped-"),
    MinRetentionDays: 7,
    MaxRetentionDays: 30,
  }),
  "backup.DeleteBackupVault": ({ dice }, names) =>
    dice.chance(30) ? {} : { BackupVaultName: vaultName(names) },
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
  "backup.GetBackupPlanFromTemplate": () => ({
    BackupPlanTemplateId: "87c0c1ef-254d-4180-8fef-2e76a2c38aaa",
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
  "efs.CreateFileSystem": ({ dice }) => ({
    CreationToken: `token-${dice.below(30)}`,
    Backup: dice.chance(20) ? true : undefined,
    KmsKeyId: undefined,
    AvailabilityZoneName: dice.chance(15) ? "us-east-1a" : undefined,
    ThroughputMode: dice.chance(20) ? "provisioned" : undefined,
    ProvisionedThroughputInMibps: undefined,
    PerformanceMode: undefined,
  }),
  "efs.CreateMountTarget": ({ dice }, names) => ({
    FileSystemId: member(names.one("efs", "fileSystems"), "FileSystemId"),
    SubnetId: dice.pick(subnets),
    IpAddress: undefined,
    Ipv6Address: undefined,
    IpAddressType: undefined,
    SecurityGroups: undefined,
  }),
  "efs.CreateAccessPoint": ({ dice }, names) => ({
    ClientToken: dice.fewNames("token"),
    FileSystemId: member(names.one("efs", "fileSystems"), "FileSystemId"),
  }),
  "efs.CreateReplicationConfiguration": ({ dice }, names) => ({
    SourceFileSystemId: member(names.one("efs", "fileSystems"), "FileSystemId"),
    Destinations: [{ Region: dice.pick(regions) }],
  }),
  "efs.DescribeMountTargets": ({ dice }, names) => {
    const target = names.one("efs", "mountTargets");
    const name = dice.pick(["FileSystemId", "MountTargetId"]);
    return {
      FileSystemId: undefined,
      MountTargetId: undefined,
      AccessPointId: undefined,
      [name]: member(target, name),
    };
  },
  "efs.ModifyMountTargetSecurityGroups": () => ({ SecurityGroups: ["sg-0123456789abcdef0"] }),
  "efs.PutFileSystemPolicy": () => ({
    Policy: policy({ Effect: "Allow", Principal: { AWS: "*" }, Action: ["elasticfilesystem:ClientMount"] }),
    BypassPolicyLockoutSafetyCheck: true,
  }),
  "efs.PutLifecycleConfiguration": ({ dice }) => ({
    LifecyclePolicies: dice.chance(30) ? [] : [{ TransitionToIA: "AFTER_30_DAYS" }],
  }),
  "efs.UpdateFileSystem": ({ dice }) =>
    dice.chance(50)
      ? { ThroughputMode: "elastic", ProvisionedThroughputInMibps: undefined }
      : { ThroughputMode: "provisioned", ProvisionedThroughputInMibps: dice.pick([10, 20, 30]) },
  "fsx.CreateFileSystem": scene => ({
    StorageType: undefined,
    KmsKeyId: undefined,
    FileSystemTypeVersion: undefined,
    NetworkType: undefined,
    SecurityGroupIds: undefined,
    WindowsConfiguration: undefined,
    LustreConfiguration: undefined,
    OntapConfiguration: undefined,
    OpenZFSConfiguration: undefined,
    ...structuredClone(fsxKind(scene)),
    ClientRequestToken: fsxToken(scene),
  }),
  "fsx.UpdateFileSystem": (scene, names, input) => {
    const fileSystem = names.one("fsx", "fileSystems");
    return {
      StorageCapacity: undefined,
      StorageType: undefined,
      FileSystemTypeVersion: undefined,
      NetworkType: undefined,
      WindowsConfiguration: undefined,
      LustreConfiguration: undefined,
      OntapConfiguration: undefined,
      OpenZFSConfiguration: undefined,
      FileSystemId: member(fileSystem, "FileSystemId"),
      ...updates[String(member(fileSystem, "FileSystemType"))]?.(scene, names, input),
    };
  },
  "fsx.StartMisconfiguredStateRecovery": (_, names) => ({
    FileSystemId: member(
      names.oneThat("fsx", "fileSystems", told => told("Lifecycle").startsWith("MISCONFIGURED")),
      "FileSystemId",
    ),
  }),
  "fsx.DeleteFileSystem": () => ({
    WindowsConfiguration: undefined,
    LustreConfiguration: undefined,
    OpenZFSConfiguration: undefined,
  }),
  "fsx.CreateBackup": (scene, names) => ({
    ClientRequestToken: fsxToken(scene),
    ...(scene.dice.chance(25)
      ? { FileSystemId: undefined, VolumeId: member(volumeOf(names, "ONTAP"), "VolumeId") }
      : {
          VolumeId: undefined,
          FileSystemId: member(fileSystemOf(names, "WINDOWS", "LUSTRE", "OPENZFS"), "FileSystemId"),
        }),
  }),
  "fsx.CopyBackup": scene => ({
    ClientRequestToken: fsxToken(scene),
    SourceRegion: scene.dice.chance(50) ? undefined : scene.dice.pick(regions),
    KmsKeyId: undefined,
  }),
  "fsx.CreateFileSystemFromBackup": (scene, names) => {
    const backup = names.one("fsx", "backups");
    const type = String(member(Object(member(backup, "FileSystem")), "FileSystemType"));
    return {
      BackupId: member(backup, "BackupId"),
      SubnetIds: [subnets[0]],
      ClientRequestToken: fsxToken(scene),
      SecurityGroupIds: undefined,
      StorageType: undefined,
      StorageCapacity: undefined,
      KmsKeyId: undefined,
      FileSystemTypeVersion: undefined,
      NetworkType: undefined,
      LustreConfiguration: undefined,
      WindowsConfiguration:
        type === "WINDOWS" ? structuredClone(requests.windows.WindowsConfiguration) : undefined,
      OpenZFSConfiguration:
        type === "OPENZFS" ? structuredClone(requests.openzfs.OpenZFSConfiguration) : undefined,
    };
  },
  "fsx.CreateStorageVirtualMachine": ({ dice }, names) => ({
    FileSystemId: member(fileSystemOf(names, "ONTAP"), "FileSystemId"),
    Name: dice.fewNames("svm"),
    ActiveDirectoryConfiguration: undefined,
    RootVolumeSecurityStyle: undefined,
  }),
  "fsx.UpdateStorageVirtualMachine": () => ({
    SvmAdminPassword: "Pa55word!",
    ActiveDirectoryConfiguration: undefined,
  }),
  "fsx.CreateVolume": ({ dice }, names) =>
    dice.chance(50)
      ? {
          VolumeType: "ONTAP",
          Name: dice.fewNames("volume"),
          OpenZFSConfiguration: undefined,
          OntapConfiguration: {
            StorageVirtualMachineId: svmOf(names),
            JunctionPath: dice.fewNames("/volume"),
            SizeInMegabytes: 1_024,
            StorageEfficiencyEnabled: true,
          },
        }
      : {
          VolumeType: "OPENZFS",
          Name: dice.fewNames("volume"),
          OntapConfiguration: undefined,
          OpenZFSConfiguration: { ParentVolumeId: member(volumeOf(names, "OPENZFS"), "VolumeId") },
        },
  "fsx.CreateVolumeFromBackup": ({ dice }, names) => ({
    BackupId: member(names.one("fsx", "backups"), "BackupId"),
    Name: dice.fewNames("volume"),
    OntapConfiguration: {
      StorageVirtualMachineId: svmOf(names),
      JunctionPath: dice.fewNames("/volume"),
      SizeInMegabytes: 1_024,
      StorageEfficiencyEnabled: true,
    },
  }),
  "fsx.UpdateVolume": ({ dice }, names) => {
    const volume = names.one("fsx", "volumes");
    const isOntap = member(volume, "VolumeType") === "ONTAP";
    return {
      VolumeId: member(volume, "VolumeId"),
      Name: undefined,
      OntapConfiguration: isOntap ? { SizeInMegabytes: dice.pick([2_048, 4_096]) } : undefined,
      OpenZFSConfiguration: isOntap ? undefined : { DataCompressionType: dice.pick(["NONE", "LZ4"]) },
    };
  },
  "fsx.DeleteVolume": () => ({ OntapConfiguration: undefined, OpenZFSConfiguration: undefined }),
  "fsx.CreateSnapshot": ({ dice }, names) => ({
    Name: dice.fewNames("snapshot"),
    VolumeId: member(volumeOf(names, "OPENZFS"), "VolumeId"),
  }),
  "fsx.UpdateSnapshot": ({ dice }) => ({ Name: dice.fewNames("snapshot") }),
  "fsx.RestoreVolumeFromSnapshot": (_, names) => {
    const snapshot = names.one("fsx", "snapshots");
    return {
      VolumeId: member(snapshot, "VolumeId"),
      SnapshotId: member(snapshot, "SnapshotId"),
      Options: undefined,
    };
  },
  "fsx.CopySnapshotAndUpdateVolume": (_, names) => ({
    VolumeId: member(volumeOf(names, "OPENZFS"), "VolumeId"),
    SourceSnapshotARN: member(names.one("fsx", "snapshots"), "ResourceARN"),
    CopyStrategy: undefined,
    Options: undefined,
  }),
  "fsx.CreateDataRepositoryAssociation": ({ dice }, names) => ({
    FileSystemId: member(fileSystemOf(names, "LUSTRE"), "FileSystemId"),
    FileSystemPath: dice.fewNames("/runs"),
    DataRepositoryPath: `s3://genomes/${dice.fewNames("runs")}/`,
    S3: undefined,
    ImportedFileChunkSize: undefined,
  }),
  "fsx.CreateDataRepositoryTask": (_, names) => ({
    FileSystemId: member(names.one("fsx", "associations"), "FileSystemId"),
    Type: "EXPORT_TO_REPOSITORY",
    Report: { Enabled: false },
    Paths: undefined,
    CapacityToRelease: undefined,
    ReleaseConfiguration: undefined,
  }),
  "fsx.CancelDataRepositoryTask": (_, names) => ({
    TaskId: member(
      names.oneThat("fsx", "tasks", told => /PENDING|EXECUTING/.test(told("Lifecycle"))) ??
        names.one("fsx", "tasks"),
      "TaskId",
    ),
  }),
  "fsx.CreateFileCache": scene => ({
    FileCacheType: "LUSTRE",
    FileCacheTypeVersion: "2.12",
    StorageCapacity: 1_200,
    SubnetIds: [subnets[0]],
    SecurityGroupIds: undefined,
    KmsKeyId: undefined,
    ClientRequestToken: fsxToken(scene),
    LustreConfiguration: {
      PerUnitStorageThroughput: 1_000,
      DeploymentType: "CACHE_1",
      MetadataConfiguration: { StorageCapacity: 2_400 },
    },
    DataRepositoryAssociations: [{ FileCachePath: "/ns1", DataRepositoryPath: "s3://genomes/cache/" }],
  }),
  "fsx.UpdateFileCache": () => ({ LustreConfiguration: { WeeklyMaintenanceStartTime: "1:05:00" } }),
  "fsx.CreateAndAttachS3AccessPoint": ({ dice }, names) => ({
    Name: dice.fewNames("point-"),
    Type: "ONTAP",
    OpenZFSConfiguration: undefined,
    S3AccessPoint: undefined,
    OntapConfiguration: {
      VolumeId: member(volumeOf(names, "ONTAP"), "VolumeId"),
      FileSystemIdentity: { Type: "UNIX", UnixUser: { Name: "root" } },
    },
  }),
  "fsx.DetachAndDeleteS3AccessPoint": (_, names) => ({
    Name: member(names.one("fsx", "s3AccessPoints"), "Name"),
  }),
  "fsx.AssociateFileSystemAliases": ({ dice }, names) => ({
    FileSystemId: member(fileSystemOf(names, "WINDOWS"), "FileSystemId"),
    Aliases: [`${dice.fewNames("files")}.example.com`],
  }),
  "fsx.DisassociateFileSystemAliases": (_, names) => {
    const alias = names.one("fsx", "aliases");
    return {
      FileSystemId: member(alias, "FileSystemId"),
      Aliases: [member(alias, "Name") ?? "none.example.com"],
    };
  },
  "fsx.DescribeFileSystemAliases": (_, names) => ({
    FileSystemId: member(fileSystemOf(names, "WINDOWS"), "FileSystemId"),
  }),
  "fsx.TagResource": fsxTaggable,
  "fsx.UntagResource": fsxTaggable,
  "fsx.ListTagsForResource": fsxTaggable,
};
