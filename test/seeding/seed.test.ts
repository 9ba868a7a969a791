import { BackupClient, DescribeRecoveryPointCommand, ListBackupJobsCommand } from "@aws-sdk/client-backup";
import {
  DescribeBackupPolicyCommand,
  DescribeFileSystemsCommand,
  DescribeMountTargetsCommand,
  EFSClient,
} from "@aws-sdk/client-efs";
import { DescribeBackupsCommand, FSxClient } from "@aws-sdk/client-fsx";
import { MockError, mockAws } from "aws-backup-mock";

const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";
const day = 86_400_000;

function refusal(run: () => unknown): MockError {
  try {
    run();
  } catch (error) {
    if (error instanceof MockError) return error;
    throw error;
  }
  throw new Error("The fixture was accepted.");
}

test("members that are left out have AWS's defaults, and the new records are returned", () => {
  const aws = mockAws();
  const { backup } = aws.seed({ backup: { vaults: [{ BackupVaultName: "nightly" }] } });
  expect(backup.vaults).toMatchObject([
    {
      BackupVaultArn: "arn:aws:backup:us-east-1:123456789012:backup-vault:nightly",
      VaultType: "BACKUP_VAULT",
      Locked: false,
    },
  ]);
  expect(aws.state.backup.vaults.get("nightly")).toBe(backup.vaults[0]);
});

test("a recovery point of the past has the dates, lifecycle and storage class that it would have now", async () => {
  const aws = mockAws();
  const { backup } = aws.seed({
    resources: [{ arn: table }],
    backup: {
      recoveryPoints: [
        {
          ResourceArn: table,
          CreationDate: "40 days ago",
          Lifecycle: { MoveToColdStorageAfterDays: 10, DeleteAfterDays: 100 },
        },
      ],
    },
  });
  const RecoveryPointArn = backup.recoveryPoints[0]?.RecoveryPointArn;
  const describe = () =>
    aws
      .attach(new BackupClient())
      .send(new DescribeRecoveryPointCommand({ BackupVaultName: "Default", RecoveryPointArn }));
  const now = aws.clock.now().getTime();
  expect(await describe()).toMatchObject({
    CreationDate: new Date(now - 40 * day),
    StorageClass: "COLD",
    Status: "COMPLETED",
    CalculatedLifecycle: { DeleteAt: new Date(now + 60 * day) },
  });
  await aws.clock.advance("60 days");
  await expect(describe()).rejects.toThrow("Cannot find recovery point");
});

test("an unfinished job goes on from its state", async () => {
  const aws = mockAws();
  aws.seed({
    resources: [{ arn: table }],
    backup: {
      backupJobs: [
        { ResourceArn: table, State: "RUNNING" },
        { ResourceArn: table, State: "FAILED", StatusMessage: "no" },
      ],
    },
  });
  const client = aws.attach(new BackupClient());
  await aws.settle();
  const { BackupJobs = [] } = await client.send(new ListBackupJobsCommand({}));
  expect(BackupJobs.map(({ State }) => State).sort()).toEqual(["COMPLETED", "FAILED"]);
});

test("file systems have the given ids, sizes and dates, and are available at once", async () => {
  const aws = mockAws();
  aws.seed({
    efs: {
      fileSystems: [
        {
          FileSystemId: "fs-0123456789abcdef0",
          CreationTime: "1 week ago",
          SizeInBytes: { Value: 5_000_000 },
          Tags: [{ Key: "Name", Value: "home" }],
          BackupPolicy: { Status: "ENABLED" },
        },
      ],
      mountTargets: [{ FileSystemId: "fs-0123456789abcdef0", SubnetId: "subnet-0123456789abcdef0" }],
    },
    fsx: {
      fileSystems: [
        {
          FileSystemId: "fs-0aaaaaaaaaaaaaaa1",
          FileSystemType: "WINDOWS",
          StorageCapacity: 300,
          SubnetIds: ["subnet-0123456789abcdef0"],
          WindowsConfiguration: { ThroughputCapacity: 32, ActiveDirectoryId: "d-1234567890" },
        },
      ],
      backups: [{ BackupId: "backup-0aaaaaaaaaaaaaaa2", FileSystemId: "fs-0aaaaaaaaaaaaaaa1" }],
    },
  });
  const efs = aws.attach(new EFSClient());
  const fsx = aws.attach(new FSxClient());
  const { FileSystems } = await efs.send(
    new DescribeFileSystemsCommand({ FileSystemId: "fs-0123456789abcdef0" }),
  );
  expect(FileSystems).toMatchObject([
    {
      Name: "home",
      LifeCycleState: "available",
      CreationTime: new Date("2025-12-25T00:00:00Z"),
      SizeInBytes: { Value: 5_000_000 },
      NumberOfMountTargets: 1,
    },
  ]);
  const { BackupPolicy } = await efs.send(
    new DescribeBackupPolicyCommand({ FileSystemId: "fs-0123456789abcdef0" }),
  );
  expect(BackupPolicy?.Status).toBe("ENABLED");
  const { MountTargets } = await efs.send(
    new DescribeMountTargetsCommand({ FileSystemId: "fs-0123456789abcdef0" }),
  );
  expect(MountTargets).toMatchObject([{ LifeCycleState: "available" }]);
  const { Backups } = await fsx.send(new DescribeBackupsCommand({}));
  expect(Backups).toMatchObject([
    { BackupId: "backup-0aaaaaaaaaaaaaaa2", Lifecycle: "AVAILABLE", ProgressPercent: 100 },
  ]);
});

test("the same document may come from a JSON file", () => {
  const aws = mockAws();
  const document = {
    backup: { vaults: [{ BackupVaultName: "nightly", CreationDate: "2025-06-01T00:00:00Z" }] },
  };
  aws.seed(JSON.parse(JSON.stringify(document)));
  expect(aws.state.backup.vaults.get("nightly")?.CreationDate).toBe(Date.UTC(2025, 5, 1));
});

test("every problem is listed with its path, and nothing is seeded", () => {
  const aws = mockAws();
  const state = aws.state;
  const error = refusal(() =>
    aws.seed({
      resources: [{ arn: table }, { arn: "arn:aws:sqs:us-east-1:123456789012:queue" }],
      backup: {
        vaults: [{ BackupVaultName: "fine" }, { BackupVaultName: "not fine" }, {}],
        recoveryPoints: [
          { ResourceArn: table, BackupVaultName: "nowhere" },
          { ResourceArn: table, CreationDate: "40 days ago", Lifecycle: { DeleteAfterDays: 35 } },
          { ResourceArn: table, CreationDate: "some day" },
        ],
        backupJobs: [{ ResourceArn: `${table}2` }],
      },
      efs: { mountTargets: [{ FileSystemId: "fs-00000000000000000", SubnetId: "subnet-0123456789abcdef0" }] },
    }),
  );
  expect(error.code).toBe("InvalidFixture");
  const paths = error.message.match(/^ {2}\S+(?=:)/gm)?.map(path => path.trim());
  expect(paths).toEqual([
    "resources[1]",
    "efs.mountTargets[0]",
    "backup.vaults[1]",
    "backup.vaults[2]",
    "backup.recoveryPoints[0]",
    "backup.recoveryPoints[1]",
    "backup.recoveryPoints[2]",
    "backup.backupJobs[0]",
  ]);
  expect(aws.state).toBe(state);
});

test("at most 1,000 problems are listed", () => {
  const lists: Record<string, unknown> = {};
  for (let index = 0; index < 200_000; index++) lists[`list${index}`] = [];
  const { message } = refusal(() => mockAws().seed({ backup: lists }));
  const lines = message.split("\n");
  expect(lines[0]).toContain("200000 problems");
  expect(lines).toHaveLength(1_002);
  expect(lines.at(-1)).toBe("  and 199000 more");
});

test("an unknown name is refused with the nearest known one, or with all known ones where none is near", () => {
  const message = (fixture: object) => refusal(() => mockAws().seed(fixture)).message;
  expect(message({ backup: { vault: [] } })).toBe(
    'Invalid fixture (1 problem); nothing was seeded:\n  backup.vault: unknown list "vault"; did you mean "vaults"?',
  );
  expect(message({ backup: { cellars: [] }, ec2: {}, ebs: {} }).split("\n")).toEqual([
    "Invalid fixture (3 problems); nothing was seeded:",
    '  ec2: unknown section "ec2"; choose one of backup, efs, fsx, resources',
    '  ebs: unknown section "ebs"; did you mean "efs"?',
    expect.stringMatching(/^ {2}backup\.cellars: unknown list "cellars"; choose one of vaults, plans, /),
  ]);
  const vault = { BackupVaultName: "nightly", BackupVaultTag: {}, Colour: "blue" };
  expect(
    message({ backup: { vaults: [vault] } })
      .split("\n")
      .slice(1),
  ).toEqual([
    '  backup.vaults[0]: unknown member "BackupVaultTag"; did you mean "BackupVaultTags"?',
    expect.stringMatching(
      /^ {2}backup\.vaults\[0\]: unknown member "Colour"; choose one of BackupVaultArn, /,
    ),
  ]);
  const subnet = { subnetId: "subnet-0123456789abcdef0" };
  expect(message({ efs: { subnets: [subnet] } })).toContain(
    'efs.subnets[0]: unknown member "subnetId"; did you mean "SubnetId"?',
  );
  expect(message({ resources: [{ arn: table, type: "Dynamo" }] })).toContain(
    'resources[0]: unknown type "Dynamo"; did you mean "DynamoDB"?',
  );
  expect(message({ resources: [{}] })).toContain("resources[0]: arn is required");
});

test("a fixture can be seeded in another place of the same mock", () => {
  const aws = mockAws();
  const elsewhere = aws.in({ region: "eu-west-1", accountId: "222222222222" });
  elsewhere.seed({ backup: { vaults: [{ BackupVaultName: "copies" }] } });
  expect(elsewhere.state.backup.vaults.get("copies")?.BackupVaultArn).toBe(
    "arn:aws:backup:eu-west-1:222222222222:backup-vault:copies",
  );
  expect(aws.state.backup.vaults.has("copies")).toBe(false);
});

test("a vault is locked as PutBackupVaultLockConfiguration would lock it", () => {
  const lock = (members: object) => {
    const aws = mockAws();
    const { backup } = aws.seed({ backup: { vaults: [{ BackupVaultName: "nightly", ...members }] } });
    return { vault: backup.vaults[0], now: aws.clock.now().getTime() };
  };
  const { vault, now } = lock({ MinRetentionDays: 7, ChangeableForDays: 3 });
  expect(vault).toMatchObject({ Locked: true, MinRetentionDays: 7, LockDate: now + 3 * day });
  expect(lock({ Locked: true, MinRetentionDays: 7 }).vault).toMatchObject({
    Locked: true,
    LockDate: undefined,
  });
  expect(() => lock({ MinRetentionDays: 7, ChangeableForDays: 1 })).toThrow("ChangeableForDays must be");
  expect(() => lock({ Locked: true, MinRetentionDays: 7, MaxRetentionDays: 5 })).toThrow(
    "MinRetentionDays cannot be more than MaxRetentionDays",
  );
  const VaultType = "LOGICALLY_AIR_GAPPED_BACKUP_VAULT";
  expect(() => lock({ VaultType, MinRetentionDays: 1, MaxRetentionDays: 5 })).toThrow(
    "MinRetentionDays must be",
  );
});

test("a volume stands below the root of its file system of the same fixture", () => {
  const RootVolumeId = "fsvol-0123456789abcdef0";
  const settings = { DeploymentType: "SINGLE_AZ_1", ThroughputCapacity: 64, RootVolumeId } as const;
  const aws = mockAws();
  const { fsx } = aws.seed({
    fsx: {
      fileSystems: [
        {
          FileSystemType: "OPENZFS",
          StorageCapacity: 64,
          SubnetIds: ["subnet-0123456789abcdef0"],
          OpenZFSConfiguration: settings,
        },
      ],
      volumes: [
        { VolumeType: "OPENZFS", Name: "home", OpenZFSConfiguration: { ParentVolumeId: RootVolumeId } },
      ],
    },
  });
  expect(fsx.volumes[0]?.Lifecycle).toBe("AVAILABLE");
  expect(aws.state.fsx.volumes.get(RootVolumeId)?.Lifecycle).toBe("AVAILABLE");
});
