import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Backup } from "@aws-sdk/client-backup";
import { type MockAws, mockAws } from "aws-backup-mock";
import { fromAwsCli } from "aws-backup-mock/infrastructure";
import { readings } from "../../../src/infrastructure/dumps/readings";
import { describedShape, serviceModel, serviceNames } from "../../../src/model";
import { backupCollections } from "../../../src/seeding/backup";
import { efsCollections } from "../../../src/seeding/efs";
import { fsxCollections } from "../../../src/seeding/fsx";
import { itemShapes } from "../../../src/seeding/item-reader";

const folders: string[] = [];

/** A folder with these files. */
function folder(files: Readonly<Record<string, object | string>>): string {
  const path = mkdtempSync(join(tmpdir(), "dump-"));
  folders.push(path);
  for (const [name, content] of Object.entries(files)) {
    const file = join(path, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content, undefined, 4));
  }
  return path;
}

afterAll(() => {
  for (const path of folders) rmSync(path, { recursive: true });
});

/** As `>>` in a loop leaves them. */
const appended = (...answers: readonly object[]): string =>
  answers.map(answer => `${JSON.stringify(answer, undefined, 4)}\n`).join("");

function seeded(...[input, options]: Parameters<typeof fromAwsCli>): MockAws {
  const { fixture } = fromAwsCli(input, options);
  const aws = mockAws(fixture.origin);
  aws.seed(fixture);
  return aws;
}

const account = "444455556666";
const arn = (service: string, resource: string, region = "eu-central-1") =>
  `arn:aws:${service}:${region}:${account}:${resource}`;
const uuid = (digit: number) => `${digit}0000000-1111-4222-8333-444444444444`;

describe("a shop, in one object, by version 1", () => {
  const vault = {
    BackupVaultName: "shop",
    BackupVaultArn: arn("backup", "backup-vault:shop"),
    CreationDate: 1748736000.501,
    EncryptionKeyArn: arn("kms", `key/${uuid(9)}`),
    CreatorRequestId: "console",
    NumberOfRecoveryPoints: 2,
    Locked: true,
    MinRetentionDays: 7,
    LockDate: 1751328000,
  };
  const plan = {
    BackupPlan: {
      BackupPlanName: "shop-nightly",
      Rules: [
        {
          RuleName: "night",
          TargetBackupVaultName: "shop",
          ScheduleExpression: "cron(30 1 * * ? *)",
          StartWindowMinutes: 60,
          CompletionWindowMinutes: 240,
          Lifecycle: { MoveToColdStorageAfterDays: 30, DeleteAfterDays: 365 },
          RecoveryPointTags: {},
          RuleId: uuid(1),
          CopyActions: [{ DestinationBackupVaultArn: arn("backup", "backup-vault:shop-copy", "eu-west-3") }],
          EnableContinuousBackup: false,
        },
      ],
    },
    BackupPlanId: uuid(2),
    BackupPlanArn: arn("backup", `backup-plan:${uuid(2)}`),
    VersionId: "YTY3ZGE3ZTItNTU2Ny00MWRi",
    CreationDate: 1748736111.25,
    LastExecutionDate: 1764549000.75,
  };
  const dump = {
    "backup list-backup-vaults": { BackupVaultList: [vault] },
    "list-backup-plans": {
      BackupPlansList: [
        {
          BackupPlanArn: plan.BackupPlanArn,
          BackupPlanId: plan.BackupPlanId,
          CreationDate: 1748736111.25,
          VersionId: plan.VersionId,
          BackupPlanName: "shop-nightly",
        },
      ],
    },
    "get-backup-plan": plan,
    "get-backup-selection": {
      BackupSelection: {
        SelectionName: "gold",
        IamRoleArn: `arn:aws:iam::${account}:role/service-role/AWSBackupDefaultServiceRole`,
        Resources: [],
        ListOfTags: [{ ConditionType: "STRINGEQUALS", ConditionKey: "tier", ConditionValue: "gold" }],
      },
      SelectionId: uuid(3),
      BackupPlanId: uuid(2),
      CreationDate: 1748736112,
    },
    "list-protected-resources": {
      Results: [
        {
          ResourceArn: arn("dynamodb", "table/orders"),
          ResourceType: "DynamoDB",
          LastBackupTime: 1764549060,
        },
        { ResourceArn: arn("rds", "db:stock"), ResourceType: "RDS", LastBackupTime: 1764549060 },
      ],
    },
    "resourcegroupstaggingapi get-resources": {
      ResourceTagMappingList: [
        { ResourceARN: arn("dynamodb", "table/orders"), Tags: [{ Key: "tier", Value: "gold" }] },
        { ResourceARN: arn("ec2", "volume/vol-0a1b2c3d4e5f60718"), Tags: [{ Key: "tier", Value: "gold" }] },
        { ResourceARN: arn("lambda", "function:checkout"), Tags: [{ Key: "tier", Value: "gold" }] },
        { ResourceARN: vault.BackupVaultArn, Tags: [{ Key: "team", Value: "shop" }] },
      ],
    },
    "list-recovery-points-by-backup-vault": {
      RecoveryPoints: [1764549000, 1764462600].map((CreationDate, index) => ({
        RecoveryPointArn: arn("backup", `recovery-point:${uuid(5 + index)}`),
        BackupVaultName: "shop",
        BackupVaultArn: vault.BackupVaultArn,
        ResourceArn: arn("dynamodb", "table/orders"),
        ResourceType: "DynamoDB",
        CreatedBy: { BackupPlanId: uuid(2), BackupPlanArn: plan.BackupPlanArn, BackupRuleId: uuid(1) },
        IamRoleArn: `arn:aws:iam::${account}:role/service-role/AWSBackupDefaultServiceRole`,
        Status: "COMPLETED",
        CreationDate,
        CompletionDate: CreationDate + 95.5,
        BackupSizeInBytes: 7340032,
        CalculatedLifecycle: {
          MoveToColdStorageAt: CreationDate + 30 * 86_400,
          DeleteAt: CreationDate + 365 * 86_400,
        },
        Lifecycle: { MoveToColdStorageAfterDays: 30, DeleteAfterDays: 365 },
        EncryptionKeyArn: vault.EncryptionKeyArn,
        IsEncrypted: true,
      })),
    },
  };

  test("is there with its dates, its tags and its origin", () => {
    const { fixture, skipped, warnings } = fromAwsCli(dump);
    expect(skipped).toEqual([]);
    expect(fixture.origin).toEqual({
      accountId: account,
      region: "eu-central-1",
      // The newest date of the dump.
      now: new Date(1764549095500).toISOString(),
    });
    expect(warnings.map(({ where }) => where)).toEqual([
      "now",
      "shop-nightly.BackupPlan.Rules[0].CopyActions",
    ]);
    const { state } = seeded(dump);
    expect([...state.backup.vaults]).toMatchObject([
      { BackupVaultName: "shop", CreationDate: 1748736000501, MinRetentionDays: 7, Locked: true },
    ]);
    expect([...state.backup.tags]).toContainEqual({
      ResourceArn: vault.BackupVaultArn,
      Tags: { team: "shop" },
    });
    expect([...state.backup.recoveryPoints].map(({ CreationDate }) => CreationDate)).toEqual([
      1764462600000, 1764549000000,
    ]);
  });

  test("protects tonight what has the tag", async () => {
    const aws = seeded(dump);
    await aws.clock.advance("2 days");
    const jobs = [...aws.state.backup.backupJobs].map(({ ResourceArn }) => ResourceArn);
    expect(new Set(jobs)).toEqual(
      new Set([arn("dynamodb", "table/orders"), arn("ec2", "volume/vol-0a1b2c3d4e5f60718")]),
    );
  });
});

describe("file systems of EFS, in a folder that a loop has made, by version 2", () => {
  const [home, logs] = ["fs-01234567", "fs-0123456789abcdef0"];
  const fileSystem = (FileSystemId: string, rest: object) => ({
    OwnerId: account,
    CreationToken: `token-of-${FileSystemId}`,
    FileSystemId,
    FileSystemArn: arn("elasticfilesystem", `file-system/${FileSystemId}`),
    CreationTime: "2025-03-01T10:00:00+01:00",
    LifeCycleState: "available",
    NumberOfMountTargets: 0,
    SizeInBytes: { Value: 6144, Timestamp: "2025-11-30T10:00:00+01:00", ValueInIA: 0, ValueInStandard: 6144 },
    PerformanceMode: "generalPurpose",
    Encrypted: false,
    ThroughputMode: "bursting",
    FileSystemProtection: { ReplicationOverwriteProtection: "ENABLED" },
    Tags: [],
    ...rest,
  });
  const files = {
    "efs-describe-file-systems.json": {
      FileSystems: [
        fileSystem(home, {
          Name: "home",
          NumberOfMountTargets: 1,
          Tags: [
            { Key: "Name", Value: "home" },
            { Key: "aws:cloudformation:stack-name", Value: "storage" },
          ],
        }),
        fileSystem(logs, {}),
      ],
    },
    [`describe-backup-policy.${home}.json`]: { BackupPolicy: { Status: "ENABLED" } },
    [`describe-backup-policy.${logs}.json`]: "",
    [`efs/describe-lifecycle-configuration/${home}.json`]: {
      LifecyclePolicies: [{ TransitionToIA: "AFTER_30_DAYS" }],
    },
    "describe-file-system-policy.json": appended({
      FileSystemId: home,
      Policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Deny",
            Principal: "*",
            Action: "*",
            Condition: { Bool: { "aws:SecureTransport": "false" } },
          },
        ],
      }),
    }),
    "describe-mount-targets.json": appended(
      {
        MountTargets: [
          {
            OwnerId: account,
            MountTargetId: "fsmt-0f0e0d0c",
            FileSystemId: home,
            SubnetId: "subnet-0a0b0c0d",
            LifeCycleState: "available",
            IpAddress: "10.0.0.21",
            NetworkInterfaceId: "eni-0a0b0c0d0e0f01020",
            AvailabilityZoneId: "euc1-az2",
            AvailabilityZoneName: "eu-central-1a",
            VpcId: "vpc-0a0b0c0d",
          },
        ],
      },
      { MountTargets: [] },
    ),
    "describe-mount-target-security-groups.fsmt-0f0e0d0c.json": { SecurityGroups: ["sg-0a0b0c0d"] },
    "describe-access-points.json": {
      AccessPoints: [
        {
          ClientToken: "app",
          Tags: [],
          AccessPointId: "fsap-0123456789abcdef0",
          AccessPointArn: arn("elasticfilesystem", "access-point/fsap-0123456789abcdef0"),
          FileSystemId: home,
          PosixUser: { Uid: 1000, Gid: 1000 },
          RootDirectory: { Path: "/app" },
          OwnerId: account,
          LifeCycleState: "available",
        },
      ],
    },
    "notes.txt": "made on Monday",
    ".DS_Store": "",
  };

  test("have their policies, mount targets and access points", () => {
    const path = folder(files);
    const { skipped, warnings } = fromAwsCli(path, { now: "2025-12-01T00:00:00Z" });
    expect(skipped).toEqual([
      {
        name: `describe-backup-policy.${logs}.json`,
        type: "describe-backup-policy",
        reason: "it is empty: the command failed, or there is nothing to show",
      },
      { name: "notes.txt", type: "", reason: "it is no JSON file" },
    ]);
    expect(warnings).toEqual([
      {
        where: "fs-01234567.Tags",
        text: "AWS itself has set aws:cloudformation:stack-name; left out, since no operation can",
      },
    ]);
    const { state } = seeded(path);
    expect(state.efs.fileSystems.get(home)).toMatchObject({
      Name: "home",
      CreationTime: Date.parse("2025-03-01T09:00:00Z"),
    });
    expect(state.efs.backupPolicies.get(home)).toMatchObject({ Status: "ENABLED" });
    expect([...state.efs.mountTargets]).toMatchObject([
      { IpAddress: "10.0.0.21", AvailabilityZoneName: "eu-central-1a", SecurityGroups: ["sg-0a0b0c0d"] },
    ]);
    expect([...state.efs.accessPoints]).toMatchObject([{ PosixUser: { Uid: 1000, Gid: 1000 } }]);
  });
});

describe("file systems of FSx, saved by boto3 with default=str", () => {
  const [ontap, openzfs, lustre] = ["fs-0aaaaaaaaaaaaaaa1", "fs-0aaaaaaaaaaaaaaa2", "fs-0aaaaaaaaaaaaaaa3"];
  const subnet = "subnet-0123456789abcdef0";
  const response = { ResponseMetadata: { RequestId: uuid(1), HTTPStatusCode: 200, RetryAttempts: 0 } };
  const common = (id: string) => ({
    OwnerId: account,
    CreationTime: "2025-01-15 08:30:00.512000+00:00",
    FileSystemId: id,
    Lifecycle: "AVAILABLE",
    VpcId: "vpc-0123456789abcdef0",
    SubnetIds: [subnet],
    NetworkInterfaceIds: ["eni-0123456789abcdef0"],
    DNSName: `${id}.fsx.eu-central-1.amazonaws.com`,
    KmsKeyId: arn("kms", `key/${uuid(9)}`),
    ResourceARN: arn("fsx", `file-system/${id}`),
    Tags: [{ Key: "Name", Value: id }],
  });
  const volume = (VolumeId: string, FileSystemId: string, rest: object) => ({
    CreationTime: "2025-01-15 08:45:00+00:00",
    FileSystemId,
    Lifecycle: "CREATED",
    ResourceARN: arn("fsx", `volume/${FileSystemId}/${VolumeId}`),
    VolumeId,
    ...rest,
  });
  const zfs = (VolumePath: string, rest: object) => ({
    VolumeType: "OPENZFS",
    Lifecycle: "AVAILABLE",
    OpenZFSConfiguration: {
      VolumePath,
      StorageCapacityReservationGiB: 0,
      StorageCapacityQuotaGiB: 0,
      RecordSizeKiB: 128,
      DataCompressionType: "NONE",
      CopyTagsToSnapshots: false,
      ReadOnly: false,
      NfsExports: [{ ClientConfigurations: [{ Clients: "*", Options: ["rw", "crossmnt"] }] }],
      UserAndGroupQuotas: [],
      ...rest,
    },
  });
  const [root, projects, alpha] = [
    "fsvol-0bbbbbbbbbbbbbbb1",
    "fsvol-0bbbbbbbbbbbbbbb2",
    "fsvol-0bbbbbbbbbbbbbbb3",
  ];
  const machine = "svm-0ccccccccccccccc1";
  const files = {
    "fsx/describe_file_systems.json": {
      FileSystems: [
        {
          ...common(ontap),
          FileSystemType: "ONTAP",
          StorageCapacity: 1024,
          StorageType: "SSD",
          OntapConfiguration: {
            AutomaticBackupRetentionDays: 7,
            DailyAutomaticBackupStartTime: "02:00",
            DeploymentType: "SINGLE_AZ_1",
            DiskIopsConfiguration: { Mode: "AUTOMATIC", Iops: 3072 },
            PreferredSubnetId: subnet,
            ThroughputCapacity: 128,
            WeeklyMaintenanceStartTime: "7:03:00",
            HAPairs: 1,
            ThroughputCapacityPerHAPair: 128,
          },
        },
        {
          ...common(openzfs),
          FileSystemType: "OPENZFS",
          StorageCapacity: 64,
          StorageType: "SSD",
          OpenZFSConfiguration: {
            AutomaticBackupRetentionDays: 0,
            CopyTagsToBackups: false,
            CopyTagsToVolumes: false,
            DeploymentType: "SINGLE_AZ_1",
            ThroughputCapacity: 64,
            WeeklyMaintenanceStartTime: "3:04:30",
            DiskIopsConfiguration: { Mode: "AUTOMATIC", Iops: 192 },
            RootVolumeId: root,
          },
        },
        {
          ...common(lustre),
          FileSystemType: "LUSTRE",
          StorageCapacity: 1200,
          StorageType: "SSD",
          FileSystemTypeVersion: "2.15",
          LustreConfiguration: {
            WeeklyMaintenanceStartTime: "5:05:00",
            DeploymentType: "PERSISTENT_2",
            PerUnitStorageThroughput: 125,
            MountName: "fsx",
            CopyTagsToBackups: false,
            DataCompressionType: "NONE",
            LogConfiguration: { Level: "DISABLED" },
          },
        },
      ],
      ...response,
    },
    "fsx/describe_storage_virtual_machines.json": {
      StorageVirtualMachines: [
        {
          CreationTime: "2025-01-15 08:40:00+00:00",
          Endpoints: { Nfs: { IpAddresses: ["10.0.0.9"] } },
          FileSystemId: ontap,
          Lifecycle: "CREATED",
          Name: "svm1",
          ResourceARN: arn("fsx", `storage-virtual-machine/${ontap}/${machine}`),
          StorageVirtualMachineId: machine,
          Subtype: "DEFAULT",
          UUID: uuid(2),
          RootVolumeSecurityStyle: "UNIX",
        },
      ],
      ...response,
    },
    // A child before its parent.
    "fsx/describe_volumes.json": {
      Volumes: [
        volume(alpha, openzfs, {
          Name: "alpha",
          ...zfs("/fsx/projects/alpha", { ParentVolumeId: projects }),
        }),
        volume(projects, openzfs, { Name: "projects", ...zfs("/fsx/projects", { ParentVolumeId: root }) }),
        volume(root, openzfs, { Name: "root", ...zfs("/fsx", {}) }),
        volume("fsvol-0bbbbbbbbbbbbbbb4", ontap, {
          Name: "data",
          VolumeType: "ONTAP",
          OntapConfiguration: {
            FlexCacheEndpointType: "NONE",
            JunctionPath: "/data",
            SecurityStyle: "UNIX",
            SizeInMegabytes: 102400,
            SizeInBytes: 107374182400,
            StorageEfficiencyEnabled: true,
            StorageVirtualMachineId: machine,
            StorageVirtualMachineRoot: false,
            TieringPolicy: { Name: "NONE" },
            UUID: uuid(3),
            OntapVolumeType: "RW",
            SnapshotPolicy: "default",
            CopyTagsToBackups: false,
            VolumeStyle: "FLEXVOL",
          },
        }),
        volume("fsvol-0bbbbbbbbbbbbbbb9", "fs-0ddddddddddddddd1", {
          Name: "lost",
          ...zfs("/fsx/lost", { ParentVolumeId: "fsvol-0ddddddddddddddd1" }),
        }),
      ],
      ...response,
    },
    "fsx/describe_backups.json": {
      Backups: [
        {
          BackupId: "backup-0eeeeeeeeeeeeeee1",
          Lifecycle: "AVAILABLE",
          Type: "AUTOMATIC",
          ProgressPercent: 100,
          CreationTime: "2025-11-30 02:00:10+00:00",
          KmsKeyId: arn("kms", `key/${uuid(9)}`),
          ResourceARN: arn("fsx", "backup/backup-0eeeeeeeeeeeeeee1"),
          Tags: [],
          OwnerId: account,
          ResourceType: "VOLUME",
          Volume: {
            FileSystemId: ontap,
            Lifecycle: "ACTIVE",
            Name: "data",
            VolumeId: "fsvol-0bbbbbbbbbbbbbbb4",
          },
        },
      ],
      ...response,
    },
  };

  test("are there with their volumes, whatever their order, and age on", async () => {
    const { fixture, skipped, warnings } = fromAwsCli(folder(files));
    expect(skipped).toEqual([
      {
        name: "fsvol-0bbbbbbbbbbbbbbb9",
        type: "fsx/describe_volumes.json",
        reason: "it belongs to fsvol-0ddddddddddddddd1, which the dump does not hold",
      },
    ]);
    expect(warnings.map(({ where }) => where)).toEqual(["now"]);
    const aws = mockAws(fixture.origin);
    aws.seed(fixture);
    expect([...aws.state.fsx.fileSystems].map(({ FileSystemType }) => FileSystemType)).toEqual([
      "ONTAP",
      "OPENZFS",
      "LUSTRE",
    ]);
    expect(aws.state.fsx.volumes.get(alpha)).toMatchObject({
      Name: "alpha",
      OpenZFSConfiguration: { ParentVolumeId: projects, VolumePath: "/fsx/projects/alpha" },
    });
    expect(aws.state.fsx.storageVirtualMachines.get(machine)).toMatchObject({ Name: "svm1", UUID: uuid(2) });
    await aws.clock.advance("10 days");
    // The automatic backup of the dump has expired, and seven newer ones are kept.
    const backups = [...aws.state.fsx.backups].filter(({ Volume }) => Volume?.Name === "data");
    expect(backups).toHaveLength(7);
    expect(backups.map(({ BackupId }) => BackupId)).not.toContain("backup-0eeeeeeeeeeeeeee1");
  });
});

describe("recovery points and jobs, page by page, in summaries and details", () => {
  const point = (digit: number, CreationDate: string) => ({
    RecoveryPointArn: arn("backup", `recovery-point:${uuid(digit)}`),
    BackupVaultName: "archive",
    BackupVaultArn: arn("backup", "backup-vault:archive"),
    ResourceArn: "arn:aws:s3:::invoices",
    ResourceType: "S3",
    IamRoleArn: `arn:aws:iam::${account}:role/backup`,
    Status: "COMPLETED",
    CreationDate,
    CompletionDate: CreationDate,
    BackupSizeInBytes: 1,
    IsEncrypted: true,
  });
  const job = {
    AccountId: account,
    BackupJobId: "0A1B2C3D-1111-4222-8333-444444444444",
    BackupVaultName: "archive",
    BackupVaultArn: arn("backup", "backup-vault:archive"),
    ResourceArn: "arn:aws:s3:::invoices",
    ResourceType: "S3",
    State: "FAILED",
    StatusMessage: "Insufficient privileges to perform this action.",
    CreationDate: "2025-11-29T05:00:00.000000+00:00",
    CompletionDate: "2025-11-29T05:10:00.000000+00:00",
    PercentDone: "0.0",
    IamRoleArn: `arn:aws:iam::${account}:role/backup`,
  };
  const dump = {
    "list-recovery-points-by-backup-vault": [
      { RecoveryPoints: [point(2, "2025-11-28T05:00:00+00:00")], NextToken: "page-2" },
      { RecoveryPoints: [point(1, "2025-11-27T05:00:00+00:00")] },
    ],
    "describe-recovery-point": {
      ...point(1, "2025-11-27T05:00:00+00:00"),
      StorageClass: "WARM",
      Lifecycle: { DeleteAfterDays: 90 },
      CalculatedLifecycle: { DeleteAt: "2026-02-25T05:00:00+00:00" },
    },
    [`list-tags --resource-arn ${arn("backup", `recovery-point:${uuid(1)}`)}`]: {
      Tags: { reason: "audit", "aws:backup:source-resource": "invoices" },
    },
    "list-backup-jobs": { BackupJobs: [job, { ...job, BackupJobId: uuid(7), AccountId: "999999999999" }] },
    "list-copy-jobs": {
      CopyJobs: [
        {
          AccountId: account,
          CopyJobId: uuid(8).toUpperCase(),
          SourceBackupVaultArn: arn("backup", "backup-vault:archive"),
          SourceRecoveryPointArn: arn("backup", `recovery-point:${uuid(1)}`),
          DestinationBackupVaultArn: arn("backup", "backup-vault:archive", "eu-west-3"),
          DestinationRecoveryPointArn: arn("backup", `recovery-point:${uuid(9)}`, "eu-west-3"),
          ResourceArn: "arn:aws:s3:::invoices",
          ResourceType: "S3",
          State: "COMPLETED",
          CreationDate: "2025-11-27T06:00:00+00:00",
          CompletionDate: "2025-11-27T06:30:00+00:00",
          BackupSizeInBytes: 1,
          IamRoleArn: `arn:aws:iam::${account}:role/backup`,
        },
      ],
    },
  };

  test("details count before summaries, and the vault that is only named is assumed", () => {
    const { skipped, warnings } = fromAwsCli(dump, { now: "2025-12-01T00:00:00Z" });
    expect(skipped).toEqual([
      { name: uuid(7), type: "list-backup-jobs", reason: "it is in account 999999999999" },
    ]);
    expect(warnings).toEqual([
      {
        where: `${arn("backup", `recovery-point:${uuid(1)}`)}.Tags`,
        text: "AWS itself has set aws:backup:source-resource; left out, since no operation can",
      },
      { where: "archive", text: "the vault is not in the dump; it was added without a lock, policy or key" },
    ]);
    const { state } = seeded(dump);
    expect([...state.backup.recoveryPoints]).toMatchObject([
      { RecoveryPointArn: point(1, "").RecoveryPointArn, Lifecycle: { DeleteAfterDays: 90 } },
      { RecoveryPointArn: point(2, "").RecoveryPointArn },
    ]);
    expect([...state.backup.tags].map(({ Tags }) => Tags)).toEqual([{ reason: "audit" }]);
    expect([...state.backup.backupJobs]).toMatchObject([
      { State: "FAILED", CreationDate: Date.parse("2025-11-29T05:00:00Z") },
    ]);
    expect([...state.backup.copyJobs]).toMatchObject([{ State: "COMPLETED" }]);
  });

  test("a missing last page is a warning", () => {
    const [first] = dump["list-recovery-points-by-backup-vault"];
    const { warnings } = fromAwsCli(
      { "list-recovery-points-by-backup-vault": first },
      { now: 1764547200000 },
    );
    expect(warnings[0]).toEqual({
      where: "list-recovery-points-by-backup-vault",
      text: "it is a page, and none is the last; add the remaining pages, or read without --max-items",
    });
  });
});

describe("what auditors ask for, each answer in a file of its own", () => {
  const framework = {
    FrameworkName: "pci",
    FrameworkArn: arn("backup", `framework:pci-${uuid(1)}`),
    FrameworkDescription: "monthly",
    FrameworkControls: [
      {
        ControlName: "BACKUP_RESOURCES_PROTECTED_BY_BACKUP_PLAN",
        ControlInputParameters: [],
        ControlScope: { ComplianceResourceTypes: ["RDS"] },
      },
    ],
    CreationTime: 1759276800,
    DeploymentStatus: "COMPLETED",
    FrameworkStatus: "ACTIVE",
  };
  const files = {
    "list-frameworks.json": {
      Frameworks: [
        {
          FrameworkName: "pci",
          FrameworkArn: framework.FrameworkArn,
          NumberOfControls: 1,
          CreationTime: 1759276800,
        },
        {
          FrameworkName: "gone",
          FrameworkArn: arn("backup", `framework:gone-${uuid(2)}`),
          NumberOfControls: 4,
        },
      ],
    },
    "describe-framework/pci.json": framework,
    "list-report-plans.json": {
      ReportPlans: [
        {
          ReportPlanArn: arn("backup", `report-plan:weekly-${uuid(3)}`),
          ReportPlanName: "weekly",
          ReportSetting: {
            ReportTemplate: "CONTROL_COMPLIANCE_REPORT",
            FrameworkArns: [framework.FrameworkArn],
            NumberOfFrameworks: 1,
          },
          ReportDeliveryChannel: { S3BucketName: "reports", Formats: ["CSV"] },
          DeploymentStatus: "COMPLETED",
          CreationTime: 1759276900,
          LastAttemptedExecutionTime: 1764500000,
          LastSuccessfulExecutionTime: 1764500000,
        },
      ],
    },
    "get-restore-testing-plan.drill.json": {
      RestoreTestingPlan: {
        CreationTime: 1759276800,
        RecoveryPointSelection: {
          Algorithm: "RANDOM_WITHIN_WINDOW",
          ExcludeVaults: [],
          IncludeVaults: ["*"],
          RecoveryPointTypes: ["SNAPSHOT"],
          SelectionWindowDays: 30,
        },
        RestoreTestingPlanArn: arn("backup", `restore-testing-plan:drill-${uuid(4)}`),
        RestoreTestingPlanName: "drill",
        ScheduleExpression: "cron(0 9 ? * MON *)",
        ScheduleExpressionTimezone: "Europe/Berlin",
        StartWindowHours: 4,
      },
    },
    "get-restore-testing-selection.drill.volumes.json": {
      RestoreTestingSelection: {
        CreationTime: 1759276800,
        IamRoleArn: `arn:aws:iam::${account}:role/restore`,
        ProtectedResourceArns: ["*"],
        ProtectedResourceConditions: {},
        ProtectedResourceType: "EBS",
        RestoreMetadataOverrides: {},
        RestoreTestingPlanName: "drill",
        RestoreTestingSelectionName: "volumes",
        ValidationWindowHours: 1,
      },
    },
    "get-legal-hold.json": {
      Title: "case 12",
      Status: "ACTIVE",
      Description: "invoices of 2024",
      LegalHoldId: uuid(5),
      LegalHoldArn: arn("backup", `legal-hold:${uuid(5)}`),
      CreationDate: 1759276800,
      RecoveryPointSelection: { VaultNames: ["archive"] },
    },
    "get-tiering-configuration.json": {
      TieringConfiguration: {
        TieringConfigurationName: "cold_s3",
        TieringConfigurationArn: arn("backup", `tiering-configuration:cold_s3-${uuid(6)}`),
        BackupVaultName: "*",
        ResourceSelection: [{ Resources: ["*"], TieringDownSettingsInDays: 90, ResourceType: "S3" }],
        CreationTime: 1759276800,
        LastUpdatedTime: 1759276800,
      },
    },
    "describe-region-settings.json": {
      ResourceTypeOptInPreference: { Aurora: true, DynamoDB: false, EBS: true, EC2: true, EFS: true },
      ResourceTypeManagementPreference: { DynamoDB: true, EFS: true },
    },
    "describe-global-settings.json": {
      GlobalSettings: { isCrossAccountBackupEnabled: "true" },
      LastUpdateTime: 1759276800,
    },
    "list-report-jobs.json": { ReportJobs: [] },
    "sts-get-caller-identity.json": { Account: account },
  };

  test("is there", async () => {
    const path = folder(files);
    const { skipped, warnings } = fromAwsCli(path, { now: 1764547200000 });
    expect(warnings).toEqual([]);
    expect(skipped).toEqual([
      { name: "sts-get-caller-identity.json", type: "", reason: "it is no command of backup, efs or fsx" },
      {
        name: "list-report-jobs.json",
        type: "ListReportJobs",
        reason: "a fixture has no place for what it says",
      },
      {
        name: "gone",
        type: "list-frameworks.json",
        reason: "its summary does not suffice; add the answer of DescribeFramework",
      },
    ]);
    const aws = seeded(path);
    const { backup } = aws.state;
    expect([...backup.frameworks]).toMatchObject([{ FrameworkName: "pci", CreationTime: 1759276800000 }]);
    expect([...backup.reportPlans]).toMatchObject([
      { ReportPlanArn: arn("backup", `report-plan:weekly-${uuid(3)}`) },
    ]);
    expect([...backup.restoreTestingPlans]).toMatchObject([{ ScheduleExpressionTimezone: "Europe/Berlin" }]);
    expect([...backup.restoreTestingSelections]).toMatchObject([{ ValidationWindowHours: 1 }]);
    expect([...backup.legalHolds]).toMatchObject([{ LegalHoldId: uuid(5), Title: "case 12" }]);
    expect([...backup.tieringConfigurations]).toMatchObject([{ TieringConfigurationName: "cold_s3" }]);
    expect([...backup.regionSettings]).toMatchObject([{ ResourceTypeOptInPreference: { DynamoDB: false } }]);
    expect(await aws.attach(new Backup()).describeGlobalSettings()).toMatchObject({
      GlobalSettings: { isCrossAccountBackupEnabled: "true" },
      LastUpdateTime: new Date(1759276800000),
    });
  });
});

/** Members that stand elsewhere in details, and one that is reworded. */
const elsewhere = [
  "ListBackupPlans.BackupPlanName",
  "ListBackupSelections.SelectionName",
  "ListBackupSelections.IamRoleArn",
  "ListRecoveryPointsByResource.BackupSizeBytes",
];

interface Source {
  readonly createdBy: readonly string[];
  readonly described?: { readonly by: string };
  readonly unread?: readonly string[];
}
const collections: Readonly<Record<string, Readonly<Record<string, Source>>>> = {
  backup: backupCollections,
  efs: efsCollections,
  fsx: fsxCollections,
};

test("every member of every answer that is read is known to its list", () => {
  const unknown = serviceNames.flatMap(service => {
    const model = serviceModel(service);
    return Object.entries(readings[service]).flatMap(([name, reading]) => {
      if (!("entries" in reading)) return model.operation(name) ? [] : [name];
      const { createdBy, described, unread } =
        collections[service]?.[reading.entries.split(".")[1] ?? ""] ?? {};
      const { input, description } = itemShapes(model, createdBy ?? [], described?.by);
      const shape =
        reading.in === undefined
          ? model.operation(name)?.output
          : describedShape(model, `${name}.${reading.in}`);
      const members = shape?.members.map(member => member.name) ?? [name];
      return members
        .filter(member => !input.member(member) && !description.member(member) && !unread?.includes(member))
        .map(member => `${name}.${member}`);
    });
  });
  expect(unknown).toEqual(elsewhere);
});
