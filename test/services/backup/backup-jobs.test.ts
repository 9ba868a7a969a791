import {
  BackupClient,
  CreateBackupVaultCommand,
  DeleteBackupVaultCommand,
  DeleteRecoveryPointCommand,
  DescribeBackupJobCommand,
  DescribeBackupVaultCommand,
  DescribeRecoveryPointCommand,
  InvalidParameterValueException,
  InvalidRequestException,
  ListBackupJobsCommand,
  type ListBackupJobsCommandInput,
  ListRecoveryPointsByBackupVaultCommand,
  ListRecoveryPointsByResourceCommand,
  ListTagsCommand,
  ResourceNotFoundException,
  StartBackupJobCommand,
  type StartBackupJobCommandInput,
  StopBackupJobCommand,
} from "@aws-sdk/client-backup";
import { type MockOptions, mockAws } from "aws-backup-mock";

const role = "arn:aws:iam::123456789012:role/backup";
const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";
const volume = "arn:aws:ec2:us-east-1:123456789012:volume/vol-0123456789abcdef0";
const database = "arn:aws:rds:us-east-1:123456789012:db:orders";

function account(options: MockOptions = {}) {
  const aws = mockAws(options);
  aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
  aws.seed({
    backup: { vaults: [{ BackupVaultName: "nightly" }] },
    resources: [
      { arn: table, sizeInBytes: 5_000, tags: { team: "sales", "aws:cloudformation:stack-name": "x" } },
      { arn: volume, sizeInBytes: 80_000 },
      { arn: database, sizeInBytes: 900 },
    ],
  });
  const client = aws.attach(new BackupClient());
  const start = (input: Partial<StartBackupJobCommandInput> = {}) =>
    client.send(
      new StartBackupJobCommand({
        BackupVaultName: "nightly",
        ResourceArn: table,
        IamRoleArn: role,
        ...input,
      }),
    );
  const describe = (BackupJobId: string | undefined) =>
    client.send(new DescribeBackupJobCommand({ BackupJobId }));
  return { aws, client, start, describe };
}

test("each read moves a job from CREATED to RUNNING to COMPLETED, without waiting", async () => {
  const { start, describe } = account();
  const { BackupJobId } = await start();
  const states: (string | undefined)[] = [];
  do {
    states.push((await describe(BackupJobId)).State);
  } while (states.at(-1) !== "COMPLETED");
  expect(states).toEqual(["CREATED", "RUNNING", "COMPLETED"]);
});

test("a completed job leaves a recovery point with its size, encryption, tags and calculated dates", async () => {
  const { aws, client, start } = account();
  const { BackupJobId, RecoveryPointArn, CreationDate } = await start({
    Lifecycle: { MoveToColdStorageAfterDays: 10, DeleteAfterDays: 100 },
    RecoveryPointTags: { reason: "release" },
  });
  await aws.settle();
  const vault = await client.send(new DescribeBackupVaultCommand({ BackupVaultName: "nightly" }));
  expect(vault.NumberOfRecoveryPoints).toBe(1);
  const point = await client.send(
    new DescribeRecoveryPointCommand({ BackupVaultName: "nightly", RecoveryPointArn }),
  );
  const created = CreationDate?.getTime() ?? 0;
  expect(point).toMatchObject({
    Status: "COMPLETED",
    ResourceArn: table,
    ResourceType: "DynamoDB",
    BackupSizeInBytes: 5_000,
    StorageClass: "WARM",
    IsEncrypted: true,
    EncryptionKeyArn: vault.EncryptionKeyArn,
    Lifecycle: { MoveToColdStorageAfterDays: 10, DeleteAfterDays: 100 },
    CalculatedLifecycle: {
      MoveToColdStorageAt: new Date(created + 10 * 86_400_000),
      DeleteAt: new Date(created + 100 * 86_400_000),
    },
  });
  expect(await client.send(new ListTagsCommand({ ResourceArn: RecoveryPointArn }))).toMatchObject({
    Tags: { team: "sales", reason: "release" },
  });
  const job = await client.send(new DescribeBackupJobCommand({ BackupJobId }));
  expect(job).toMatchObject({ PercentDone: "100.0", RecoveryPointArn, BackupSizeInBytes: 5_000 });
});

test("only EFS and advanced DynamoDB tell the recovery point's ARN in advance", async () => {
  const { aws, start, describe } = account();
  expect((await start()).RecoveryPointArn).toMatch(/^arn:aws:backup:us-east-1:123456789012:recovery-point:/);
  const ofVolume = await start({ ResourceArn: volume });
  expect(ofVolume).not.toHaveProperty("RecoveryPointArn");
  await aws.settle();
  expect((await describe(ofVolume.BackupJobId)).RecoveryPointArn).toMatch(
    /^arn:aws:ec2:us-east-1::snapshot\/snap-[0-9a-f]{17}$/,
  );
});

test("jobs of databases and jobs that have ended cannot be stopped", async () => {
  const { aws, client, start } = account();
  const { BackupJobId: ofDatabase } = await start({ ResourceArn: database });
  const stop = (BackupJobId?: string) => client.send(new StopBackupJobCommand({ BackupJobId }));
  await expect(stop(ofDatabase)).rejects.toThrow(InvalidRequestException);
  const { BackupJobId } = await start();
  await aws.settle();
  await expect(stop(BackupJobId)).rejects.toThrow(InvalidRequestException);
  await expect(stop("no-such-job")).rejects.toThrow(ResourceNotFoundException);
});

test("a stopped job becomes ABORTING, then ABORTED, and leaves no recovery point", async () => {
  const { client, start, describe } = account();
  const { BackupJobId } = await start();
  await describe(BackupJobId);
  await client.send(new StopBackupJobCommand({ BackupJobId }));
  expect((await describe(BackupJobId)).State).toBe("ABORTING");
  expect(await describe(BackupJobId)).toMatchObject({
    State: "ABORTED",
    StatusMessage: "Backup job was stopped by user.",
  });
  const { RecoveryPoints } = await client.send(
    new ListRecoveryPointsByBackupVaultCommand({ BackupVaultName: "nightly" }),
  );
  expect(RecoveryPoints).toEqual([]);
});

test("the same idempotency token starts no second job", async () => {
  const { client, start } = account();
  const first = await start({ IdempotencyToken: "once" });
  const second = await start({ IdempotencyToken: "once" });
  expect(second.BackupJobId).toBe(first.BackupJobId);
  expect((await client.send(new ListBackupJobsCommand())).BackupJobs).toHaveLength(1);
});

test("of two jobs on one resource, the second stays CREATED until the first has ended", async () => {
  const { aws, start, describe } = account({ clock: "manual", durations: { backupJob: "1 hour" } });
  const { BackupJobId: first } = await start();
  const { BackupJobId: second } = await start();
  await aws.clock.advance("30 minutes");
  expect((await describe(first)).State).toBe("RUNNING");
  expect((await describe(second)).State).toBe("CREATED");
  await aws.clock.advance("45 minutes");
  expect((await describe(first)).State).toBe("COMPLETED");
  expect((await describe(second)).State).toBe("RUNNING");
});

test("a job that cannot start in its window expires", async () => {
  const { aws, start, describe } = account({ clock: "manual", durations: { backupJob: "3 hours" } });
  await start();
  const { BackupJobId } = await start({ StartWindowMinutes: 60 });
  await aws.clock.advance("61 minutes");
  expect(await describe(BackupJobId)).toMatchObject({
    State: "EXPIRED",
    StatusMessage: "Backup job failed because there was a running job for the same resource.",
  });
});

test("a job that does not complete in its window expires", async () => {
  const { aws, start, describe } = account({ durations: { backupJob: "5 hours" } });
  const { BackupJobId } = await start({ CompleteWindowMinutes: 120 });
  await aws.settle();
  expect(await describe(BackupJobId)).toMatchObject({
    State: "EXPIRED",
    StatusMessage: "Backup job expired before completion.",
  });
});

test("a job whose vault was deleted before it starts fails with AWS's text", async () => {
  const { aws, client, start, describe } = account({ clock: "manual" });
  const { BackupJobId } = await start();
  await client.send(new DeleteBackupVaultCommand({ BackupVaultName: "nightly" }));
  await aws.settle();
  expect(await describe(BackupJobId)).toMatchObject({
    State: "FAILED",
    StatusMessage:
      "Backup job failed because backup vault arn:aws:backup:us-east-1:123456789012:backup-vault:nightly does not exist.",
  });
});

test("with durations of 0, a job has ended by the next call", async () => {
  const { aws, start, describe } = account({ durations: 0 });
  const { BackupJobId } = await start();
  expect((await describe(BackupJobId)).State).toBe("COMPLETED");
  expect(aws.clock.now()).toEqual(new Date("2026-01-01T00:00:00Z"));
});

test("a loop that lists the vault until the point is there ends", async () => {
  const { client, start } = account();
  await start();
  const list = () => client.send(new ListRecoveryPointsByBackupVaultCommand({ BackupVaultName: "nightly" }));
  const statuses: string[][] = [];
  for (let read = 0; read < 3; read++) {
    statuses.push(((await list()).RecoveryPoints ?? []).map(({ Status }) => `${Status}`));
  }
  expect(statuses).toEqual([[], ["CREATING"], ["COMPLETED"]]);
});

describe("ListBackupJobs filters by", () => {
  const filters: [keyof ListBackupJobsCommandInput, ListBackupJobsCommandInput, number][] = [
    ["ByResourceArn", { ByResourceArn: table }, 2],
    ["ByResourceType", { ByResourceType: "EBS" }, 1],
    ["ByState", { ByState: "COMPLETED" }, 2],
    ["ByState", { ByState: "RUNNING" }, 1],
    ["ByState", { ByState: "FAILED" }, 0],
    ["ByBackupVaultName", { ByBackupVaultName: "nightly" }, 2],
    ["ByBackupVaultName", { ByBackupVaultName: "Default" }, 1],
    ["ByAccountId", { ByAccountId: "123456789012" }, 3],
    ["ByAccountId", { ByAccountId: "999999999999" }, 0],
    ["ByCreatedAfter", { ByCreatedAfter: new Date("2026-01-01T12:00:00Z") }, 2],
    ["ByCreatedBefore", { ByCreatedBefore: new Date("2026-01-01T12:00:00Z") }, 1],
    ["ByCompleteAfter", { ByCompleteAfter: new Date("2026-01-01T12:00:00Z") }, 1],
    ["ByCompleteBefore", { ByCompleteBefore: new Date("2026-01-01T12:00:00Z") }, 1],
    ["ByMessageCategory", { ByMessageCategory: "SUCCESS" }, 2],
    ["ByParentJobId", { ByParentJobId: "none" }, 0],
  ];
  test.each(filters)("%s %j", async (_, input, expected) => {
    const { aws, client, start } = account({ clock: "manual" });
    await start();
    await aws.clock.advance("1 day");
    await start({ BackupVaultName: "Default", ResourceArn: volume });
    await aws.clock.advance("1 hour");
    await start();
    await aws.clock.advance("15 s");
    const { BackupJobs } = await client.send(new ListBackupJobsCommand(input));
    expect(BackupJobs).toHaveLength(expected);
  });
});

test("jobs are listed newest first, and each page continues where the previous one ended", async () => {
  const { aws, client, start } = account({ clock: "manual", durations: 0 });
  const ids: (string | undefined)[] = [];
  for (let n = 0; n < 5; n++) ids.unshift((await start()).BackupJobId);
  const listed: (string | undefined)[] = [];
  let NextToken: string | undefined;
  do {
    const page = await client.send(new ListBackupJobsCommand({ MaxResults: 2, NextToken }));
    listed.push(...(page.BackupJobs ?? []).map(job => job.BackupJobId));
    NextToken = page.NextToken;
  } while (NextToken);
  expect(listed).toEqual(ids);
  const state = aws.state;
  await expect(client.send(new ListBackupJobsCommand({ NextToken: "made-up" }))).rejects.toThrow(
    InvalidParameterValueException,
  );
  expect(aws.state).toBe(state);
});

test("jobs are listed for 30 days after they ended", async () => {
  const { aws, client, start } = account({ clock: "manual" });
  await start();
  await aws.clock.advance("30 days");
  expect((await client.send(new ListBackupJobsCommand())).BackupJobs).toHaveLength(1);
  await aws.clock.advance("1 hour");
  expect((await client.send(new ListBackupJobsCommand())).BackupJobs).toHaveLength(0);
});

test("a recovery point goes cold and expires at exactly the dates of its calculated lifecycle", async () => {
  const { aws, client, start } = account({ clock: "manual" });
  const { RecoveryPointArn, CreationDate } = await start({
    Lifecycle: { MoveToColdStorageAfterDays: 1, DeleteAfterDays: 91 },
  });
  const created = CreationDate?.getTime() ?? 0;
  const point = () =>
    client.send(new DescribeRecoveryPointCommand({ BackupVaultName: "nightly", RecoveryPointArn }));
  await aws.clock.set(created + 86_400_000 - 1);
  expect((await point()).StorageClass).toBe("WARM");
  await aws.clock.set(created + 86_400_000);
  expect((await point()).StorageClass).toBe("COLD");
  await aws.clock.set(created + 91 * 86_400_000 - 1);
  expect((await point()).Status).toBe("COMPLETED");
  await aws.clock.set(created + 91 * 86_400_000);
  await expect(point()).rejects.toThrow(ResourceNotFoundException);
});

test("a vault cannot be deleted until it is empty", async () => {
  const { aws, client, start } = account();
  await client.send(new CreateBackupVaultCommand({ BackupVaultName: "other" }));
  const { RecoveryPointArn } = await start({ BackupVaultName: "other" });
  await aws.settle();
  const remove = () => client.send(new DeleteBackupVaultCommand({ BackupVaultName: "other" }));
  const state = aws.state;
  await expect(remove()).rejects.toMatchObject({
    name: "InvalidRequestException",
    message: "Backup vault cannot be deleted because it contains recovery points.",
    Code: "ERROR_9101",
    Context: "1",
  });
  expect(aws.state).toBe(state);
  await client.send(new DeleteRecoveryPointCommand({ BackupVaultName: "other", RecoveryPointArn }));
  await remove();
});

test("points of a resource are listed newest first, from all vaults", async () => {
  const { aws, client, start } = account();
  await start();
  await aws.settle();
  await start({ BackupVaultName: "Default" });
  await aws.settle();
  const { RecoveryPoints } = await client.send(
    new ListRecoveryPointsByResourceCommand({ ResourceArn: table }),
  );
  expect(RecoveryPoints?.map(point => point.BackupVaultName)).toEqual(["Default", "nightly"]);
  expect(RecoveryPoints?.[0]).toMatchObject({ BackupSizeBytes: 5_000, Status: "COMPLETED" });
});

describe("StartBackupJob refuses, without any change,", () => {
  const refused: [string, Partial<StartBackupJobCommandInput>, string, RegExp][] = [
    ["a vault that does not exist", { BackupVaultName: "nowhere" }, "ResourceNotFoundException", /nowhere/],
    [
      "a resource that does not exist",
      { ResourceArn: "arn:aws:dynamodb:us-east-1:123456789012:table/unknown" },
      "ResourceNotFoundException",
      /unknown/,
    ],
    [
      "a type that AWS Backup does not protect",
      { ResourceArn: "arn:aws:sqs:us-east-1:123456789012:queue" },
      "InvalidParameterValueException",
      /Unsupported resource type/,
    ],
    ["a malformed role ARN", { IamRoleArn: "me" }, "InvalidParameterValueException", /role/],
    ["a start window under an hour", { StartWindowMinutes: 59 }, "InvalidParameterValueException", /60/],
    [
      "less than 90 days in cold storage",
      { Lifecycle: { MoveToColdStorageAfterDays: 30, DeleteAfterDays: 100 } },
      "InvalidParameterValueException",
      /DeleteAfterDays cannot be less than 90 days apart from MoveToColdStorageAfterDays/,
    ],
    ["no resource", { ResourceArn: undefined }, "MissingParameterValueException", /resourceArn/],
    ["a bad vault name", { BackupVaultName: "a b" }, "InvalidParameterValueException", /backupVaultName/],
  ];
  test.each(refused)("%s", async (_, input, name, message) => {
    const { aws, start } = account();
    const state = aws.state;
    await expect(start(input)).rejects.toMatchObject({ name, message: expect.stringMatching(message) });
    expect(aws.state).toBe(state);
  });
});
