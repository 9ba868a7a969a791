import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type MockAws, mockAws } from "aws-backup-mock";
import { fromAwsCli } from "aws-backup-mock/infrastructure";

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
