import { BackupClient, DescribeBackupJobCommand, StartBackupJobCommand } from "@aws-sdk/client-backup";
import { EFSClient } from "@aws-sdk/client-efs";
import { mockAws, type ResourceSeed } from "aws-backup-mock";
import { bytesOf, growthOf } from "../../src/seeding/growth";

const gib = 1024 ** 3;
const role = "arn:aws:iam::123456789012:role/backup";
const volume = "arn:aws:ec2:us-east-1:123456789012:volume/vol-0123456789abcdef0";

/** Backs a resource up now and ten days later, and returns what the jobs say. */
async function twoBackups(ResourceArn: string, resources: readonly ResourceSeed[]) {
  const aws = mockAws({ durations: { backupJobStart: 0, backupJob: 0 } });
  const FileSystemId = "fs-0123456789abcdef0";
  aws.seed({
    backup: { vaults: [{ BackupVaultName: "Default" }] },
    efs: { fileSystems: [{ FileSystemId, SizeInBytes: { Value: 100 * gib } }] },
    resources,
  });
  const backup = aws.attach(new BackupClient());
  aws.attach(new EFSClient());
  const jobs = [];
  for (const _ of [1, 2]) {
    const { BackupJobId } = await backup.send(
      new StartBackupJobCommand({ BackupVaultName: "Default", ResourceArn, IamRoleArn: role }),
    );
    await aws.settle();
    const { BackupSizeInBytes = 0, BytesTransferred = 0 } = await backup.send(
      new DescribeBackupJobCommand({ BackupJobId }),
    );
    jobs.push([BackupSizeInBytes / gib, BytesTransferred / gib]);
    await aws.clock.advance("10 days");
  }
  return jobs;
}

const changedInTenDays = 1 - 0.98 ** 10;

test("the backup of a volume that grows is larger each time, and transfers what has grown and changed", async () => {
  const resource = { arn: volume, sizeInBytes: 100 * gib, growth: "1 GiB/day" };
  expect(await twoBackups(volume, [resource])).toEqual([
    [100, 100],
    [110, expect.closeTo(10 + 100 * changedInTenDays, 6)],
  ]);
});

test("a share of the data that changes is transferred, without growth", async () => {
  const resource = { arn: volume, sizeInBytes: 100 * gib, dailyChange: 0.1 };
  expect(await twoBackups(volume, [resource])).toEqual([
    [100, 100],
    [100, expect.closeTo(100 * (1 - 0.9 ** 10), 6)],
  ]);
});

test("the snapshot of a volume that nothing is known of transfers nothing, as the service keeps it", async () => {
  expect(await twoBackups(volume, [{ arn: volume, sizeInBytes: 100 * gib }])).toEqual([
    [100, 0],
    [100, 0],
  ]);
});

test("a file system grows if it is named among the resources, and is backed up once", async () => {
  const arn = "arn:aws:elasticfilesystem:us-east-1:123456789012:file-system/fs-0123456789abcdef0";
  const increment = expect.closeTo(20 + 100 * (1 - 0.99 ** 10), 6);
  expect(await twoBackups(arn, [{ arn, growth: "14 GiB/week", dailyChange: 0.01 }])).toEqual([
    [100, 100],
    [increment, increment],
  ]);
});

test.each([
  ["100 GiB", 100 * gib],
  ["1.5kB", 1_500],
  ["7", 7],
  ["much", undefined],
  ["1 parsec", undefined],
])("the size %j is %p bytes", (text, bytes) => {
  expect(bytesOf(text)).toBe(bytes);
});

test.each([
  ["1 GiB/day", gib],
  ["+7MB/week", 1e6],
  ["1 B/hour", 24],
  [12, 12],
  ["1 GiB", undefined],
  ["1 GiB/month", undefined],
  ["1 GiB/day/day", undefined],
  [-1, undefined],
  [Number.NaN, undefined],
])("the growth %j is %p bytes a day", (growth, bytes) => {
  expect(growthOf(growth)).toBe(bytes);
});

test.each([
  [{ growth: "1 GiB/month" }, "is not a rate"],
  [{ growth: [] }, "is not a rate"],
  [{ dailyChange: 2 }, "is not a share"],
  [{ dailyChange: "2 %" }, "dailyChange must be a number"],
])("%j is refused", (members, message) => {
  const resources = [{ arn: volume, ...members } as never];
  expect(() => mockAws().seed({ resources })).toThrow(message);
});
