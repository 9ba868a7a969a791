import {
  Backup,
  CreateBackupVaultCommand,
  DescribeBackupVaultCommand,
  StartBackupJobCommand,
} from "@aws-sdk/client-backup";
import { FSx } from "@aws-sdk/client-fsx";
import { mockAws } from "aws-backup-mock";

const role = "arn:aws:iam::123456789012:role/backup";
const table = (name: string) => `arn:aws:dynamodb:us-east-1:123456789012:table/${name}`;
const vault = { BackupVaultName: "nightly" };

function account() {
  const aws = mockAws({ clock: "manual" });
  aws.seed({ backup: { vaults: [vault] } });
  const backup = aws.attach(new Backup());
  const start = (ResourceArn: string) => backup.startBackupJob({ ...vault, ResourceArn, IamRoleArn: role });
  return { aws, backup, start };
}

test("nothing is pending at first, nor what was used", async () => {
  const { aws, backup, start } = account();
  aws.assertNoPending();
  aws.nextJob({ resourceArn: table("orders") }).fails("no");
  aws.on(DescribeBackupVaultCommand).rejectsOnce("ThrottlingException");
  aws.on(CreateBackupVaultCommand).resolves({}).delays("1 second");
  expect(aws.pending().map(({ type }) => type)).toEqual(["outcome", "stub", "delay"]);
  await start(table("orders"));
  await backup.describeBackupVault(vault).catch(() => {});
  const created = backup.createBackupVault({ BackupVaultName: "weekly" });
  while (aws.calls(CreateBackupVaultCommand).length === 0) await Promise.resolve();
  await aws.settle();
  await created;
  expect(aws.pending()).toEqual([]);
  aws.assertNoPending();
});

test("an outcome tells how the nearest record missed it", async () => {
  const { aws, start } = account();
  aws.nextJob({ resourceArn: table("ordres") }).fails("no space left");
  await start(table("customers"));
  await start(table("orders"));
  expect(aws.pending()).toEqual([
    {
      type: "outcome",
      request: `aws.nextJob({ resourceArn: "${table("ordres")}" }).fails("no space left", { state: "FAILED" })`,
      nearest: "ResourceArn differs: …table/ordres, …table/orders",
      region: "us-east-1",
      accountId: "123456789012",
    },
  ]);
});

test("the record with the fewest differences is the nearest", async () => {
  const { aws, start } = account();
  aws.next("backup.backupJobs", { ResourceArn: table("a"), IamRoleArn: `${role}s` }).fails("no");
  await start(table("a"));
  await start(table("b"));
  expect(aws.pending()[0]?.nearest).toBe("IamRoleArn differs: …role/backups, …role/backup");
});

test("a stub tells how the nearest call missed it", async () => {
  const { aws, start } = account();
  aws.on(StartBackupJobCommand, { ResourceArn: table("ordres") }).rejectsOnce("ThrottlingException");
  await start(table("orders"));
  expect(aws.pending()).toEqual([
    {
      type: "stub",
      request: `aws.on(StartBackupJobCommand, { ResourceArn: "${table("ordres")}" }).rejectsOnce(…)`,
      nearest: "ResourceArn differs: …table/ordres, …table/orders",
    },
  ]);
});

test("a stub for every call is not pending, unless its delay is", async () => {
  const { aws } = account();
  aws.on(DescribeBackupVaultCommand).rejects("ThrottlingException");
  expect(aws.pending()).toEqual([]);
  const delayed = aws.on(DescribeBackupVaultCommand).resolves({}).delays("2 s");
  expect(aws.pending()).toEqual([
    { type: "delay", request: "aws.on(DescribeBackupVaultCommand).resolves(…).delays(2000)" },
  ]);
  delayed.remove();
  expect(aws.pending()).toEqual([]);
});

test("the assertion names all of it, and what FSx may have been mistaken for", async () => {
  const { aws, start } = account();
  aws.on(StartBackupJobCommand, { BackupVaultName: "weekly" }).resolvesOnce({});
  aws.nextJob({ type: "FSx" }).fails("no capacity");
  aws.next("fsx.fileSystems").takes("2 hours");
  await start(table("orders"));
  expect(() => aws.assertNoPending()).toThrow(
    expect.objectContaining({
      code: "PendingOutcomes",
      message: [
        "3 outcomes or stubs were never used; correct what they match, or leave them out:",
        '  aws.nextJob({ type: "FSx" }).fails("no capacity", { state: "FAILED" }): ResourceType differs: FSx, DynamoDB; this means jobs of AWS Backup on FSx resources; for the work of FSx itself, use aws.next("fsx.fileSystems") and the like',
        '  aws.next("fsx.fileSystems").takes(7200000): no such work has begun',
        '  aws.on(StartBackupJobCommand, { BackupVaultName: "weekly" }).resolvesOnce(…): BackupVaultName differs: weekly, nightly',
      ].join("\n"),
    }),
  );
});

test("a kind of work in the place of a type of job is pointed to aws.next", () => {
  const { aws } = account();
  expect(() => aws.nextJob({ type: "fsx.fileSystems" })).toThrow(
    'Cannot match the next job by type "fsx.fileSystems": jobs of AWS Backup have a type of resource; for the work of a service itself, use aws.next("fsx.fileSystems").',
  );
  expect(() => aws.nextJob({ type: "FSx" }).fails("no", { state: "DELETING" as "FAILED" })).toThrow(
    /this means jobs of AWS Backup on FSx resources/,
  );
});

test("a reset clears it, a rollback takes outcomes back, and another place has its own", async () => {
  const { aws } = account();
  const before = aws.snapshot();
  aws.in({ region: "eu-west-1" }).next("fsx.fileSystems").fails("no");
  aws.on(CreateBackupVaultCommand).resolvesOnce({});
  const fsx = aws.attach(new FSx());
  await fsx.createFileSystem({
    FileSystemType: "LUSTRE",
    StorageCapacity: 1_200,
    SubnetIds: ["subnet-0123456789abcdef0"],
  });
  expect(aws.pending()).toMatchObject([{ region: "eu-west-1" }, { type: "stub" }]);
  expect(aws.pending()[0]).not.toHaveProperty("nearest");
  aws.rollback(before);
  expect(aws.pending()).toMatchObject([{ type: "stub" }]);
  aws.reset();
  expect(aws.pending()).toEqual([]);
});
