import {
  type CopyJob,
  DeleteRecoveryPointCommand,
  DescribeBackupJobCommand,
  DescribeRecoveryPointCommand,
  InvalidParameterValueException,
  ListBackupJobsCommand,
  ListCopyJobsCommand,
  type ListCopyJobsCommandInput,
  ListTagsCommand,
  ResourceNotFoundException,
  StartBackupJobCommand,
} from "@aws-sdk/client-backup";
import { backedUp, pointsIn, vaultArn } from "./copy-jobs-support";
import { here, other, role, table, volume } from "./world";

test("each read moves a copy from CREATED to RUNNING to COMPLETED; its point is only in the destination vault", async () => {
  const { client, copy, describe, RecoveryPointArn } = await backedUp();
  const { CopyJobId, CreationDate, IsParent } = await copy();
  expect(IsParent).toBe(false);
  const seen: CopyJob[] = [];
  do {
    seen.push(await describe(CopyJobId));
  } while (seen.at(-1)?.State !== "COMPLETED");
  expect(seen.map(job => job.State)).toEqual(["CREATED", "RUNNING", "COMPLETED"]);
  const job = seen[2];
  expect(seen[1]?.DestinationRecoveryPointArn).toBeUndefined();
  expect(job).toMatchObject({
    AccountId: here,
    CopyJobId,
    CreationDate,
    SourceBackupVaultArn: vaultArn("nightly"),
    SourceRecoveryPointArn: RecoveryPointArn,
    DestinationBackupVaultArn: vaultArn("safe"),
    DestinationVaultType: "BACKUP_VAULT",
    DestinationVaultLockState: "UNLOCKED",
    ResourceArn: table,
    ResourceType: "DynamoDB",
    BackupSizeInBytes: 5_000,
    IamRoleArn: role,
    MessageCategory: "SUCCESS",
  });
  expect(CopyJobId).toMatch(/^[0-9a-f-]{36}$/);
  const [copied, ...more] = await pointsIn(client, "safe");
  expect(more).toEqual([]);
  expect(copied?.RecoveryPointArn).toBe(job?.DestinationRecoveryPointArn);
  expect((await pointsIn(client, "nightly")).map(point => point.RecoveryPointArn)).toEqual([
    RecoveryPointArn,
  ]);
});

test("a copy has the creation date, size and tags of its source, and its lifecycle unless another is requested", async () => {
  const { aws, client, RecoveryPointArn, finished } = await backedUp({ days: 30 });
  await aws.clock.advance("3 days");
  const same = await finished();
  const longer = await finished({ Lifecycle: { DeleteAfterDays: 90 } });
  const never = await finished({ Lifecycle: { MoveToColdStorageAfterDays: -1, DeleteAfterDays: -1 } });
  const source = await client.send(
    new DescribeRecoveryPointCommand({ BackupVaultName: "nightly", RecoveryPointArn }),
  );
  const point = (job: CopyJob) =>
    client.send(
      new DescribeRecoveryPointCommand({
        BackupVaultName: "safe",
        RecoveryPointArn: job.DestinationRecoveryPointArn,
      }),
    );
  const copied = await point(same);
  expect(copied).toMatchObject({
    CreationDate: source.CreationDate,
    CalculatedLifecycle: source.CalculatedLifecycle,
    BackupSizeInBytes: 5_000,
    Status: "COMPLETED",
    ResourceArn: table,
  });
  expect(copied.SourceBackupVaultArn).toBeUndefined();
  expect(Number(copied.CompletionDate)).toBeGreaterThan(Number(source.CompletionDate));
  expect((await point(longer)).Lifecycle).toEqual({ DeleteAfterDays: 90 });
  expect((await point(never)).Lifecycle).toEqual({ DeleteAfterDays: 30 });
  expect(same.DestinationRecoveryPointLifecycle).toEqual({ DeleteAfterDays: 30 });
  const { Tags } = await client.send(new ListTagsCommand({ ResourceArn: copied.RecoveryPointArn }));
  expect(Tags).toEqual({ team: "sales" });
  await aws.clock.advance("27 days");
  expect((await pointsIn(client, "safe")).map(({ RecoveryPointArn: arn }) => arn)).toEqual([
    longer.DestinationRecoveryPointArn,
  ]);
});

test("a copy with cold days only keeps its source's retention, and goes cold only if it then stays cold for 90 days", async () => {
  const { finished } = await backedUp({ days: 100 });
  const Lifecycle = { MoveToColdStorageAfterDays: 5 };
  expect((await finished({ Lifecycle })).DestinationRecoveryPointLifecycle).toEqual({
    MoveToColdStorageAfterDays: 5,
    DeleteAfterDays: 100,
  });
  const later = { MoveToColdStorageAfterDays: 50 };
  expect((await finished({ Lifecycle: later })).DestinationRecoveryPointLifecycle).toEqual({
    DeleteAfterDays: 100,
  });
});

test("of two copies of one resource, the second stays CREATED while the first runs", async () => {
  const { aws, client, copy, describe } = await backedUp({ clock: "manual" });
  const first = await copy();
  const second = await copy();
  await aws.clock.advance("10 s");
  expect([(await describe(first.CopyJobId)).State, (await describe(second.CopyJobId)).State]).toEqual([
    "RUNNING",
    "CREATED",
  ]);
  const backup = await client.send(
    new StartBackupJobCommand({ BackupVaultName: "nightly", ResourceArn: table, IamRoleArn: role }),
  );
  await aws.clock.advance("30 s");
  const { State } = await client.send(new DescribeBackupJobCommand({ BackupJobId: backup.BackupJobId }));
  expect(State).toBe("CREATED");
  await aws.clock.advance("90 s");
  expect((await describe(second.CopyJobId)).State).toBe("COMPLETED");
  await aws.settle();
  expect((await client.send(new ListBackupJobsCommand({ ByState: "COMPLETED" }))).BackupJobs).toHaveLength(2);
});

test("a copy fails after waiting for two hours", async () => {
  const { aws, copy, describe } = await backedUp({ durations: { copyJob: "1 day" } });
  await copy();
  const { CopyJobId } = await copy();
  await aws.clock.advance("3 hours");
  const job = await describe(CopyJobId);
  expect(job).toMatchObject({
    State: "FAILED",
    MessageCategory: "CONCURRENT_JOB",
    StatusMessage: "There are too many copy jobs running for resource.",
  });
  expect(Number(job.CompletionDate) - Number(job.CreationDate)).toBe(2 * 3_600_000);
});

test("the same idempotency token starts one copy", async () => {
  const { copy, list } = await backedUp();
  const first = await copy({ IdempotencyToken: "once" });
  const again = await copy({ IdempotencyToken: "once" });
  expect(again.CopyJobId).toBe(first.CopyJobId);
  expect(await list()).toEqual([first.CopyJobId]);
});

test("copies are listed newest first, by filters, in pages, and for 30 days", async () => {
  const { aws, client, copy, list, RecoveryPointArn } = await backedUp();
  const { CopyJobId: failed } = await copy({ DestinationBackupVaultArn: vaultArn("gone") });
  await aws.clock.advance("1 day");
  const middle = aws.clock.now();
  await aws.clock.advance("1 day");
  const { CopyJobId: done } = await copy();
  await aws.settle();
  expect(await list()).toEqual([done, failed]);
  const only: [ListCopyJobsCommandInput, string | undefined][] = [
    [{ ByState: "FAILED" }, failed],
    [{ ByDestinationVaultArn: vaultArn("safe") }, done],
    [{ ByCreatedBefore: middle }, failed],
    [{ ByCreatedAfter: middle }, done],
    [{ ByCompleteBefore: middle }, failed],
    [{ ByCompleteAfter: middle }, done],
    [{ ByMessageCategory: "ResourceNotFound" }, failed],
    [{ ByMessageCategory: "SUCCESS" }, done],
  ];
  for (const [input, id] of only) expect([input, await list(input)]).toEqual([input, [id]]);
  const all: ListCopyJobsCommandInput[] = [
    { ByResourceArn: table },
    { ByResourceType: "DynamoDB" },
    { ByAccountId: here },
    { BySourceRecoveryPointArn: RecoveryPointArn },
    { ByMessageCategory: "ANY" },
  ];
  for (const input of all) expect([input, await list(input)]).toEqual([input, [done, failed]]);
  const none: ListCopyJobsCommandInput[] = [
    { ByResourceArn: volume },
    { ByResourceType: "EBS" },
    { ByAccountId: other },
    { ByParentJobId: done },
    { BySourceRecoveryPointArn: "arn:aws:backup:us-east-1:123456789012:recovery-point:none" },
  ];
  for (const input of none) expect([input, await list(input)]).toEqual([input, []]);
  const { NextToken } = await client.send(new ListCopyJobsCommand({ MaxResults: 1 }));
  expect(await list({ MaxResults: 1, NextToken })).toEqual([failed]);
  await aws.clock.advance("29 days");
  expect(await list()).toEqual([done]);
});

test("a loop that polls a filtered list for a finished copy ends", async () => {
  const { copy, list } = await backedUp();
  await copy();
  for (let reads = 0; (await list({ ByState: "COMPLETED" }))?.length === 0; reads++) {
    expect(reads).toBeLessThan(5);
  }
});

test("each state of a copy and its new point cause events, each in its own Region", async () => {
  const { aws, finished, RecoveryPointArn } = await backedUp({ days: 10 });
  const job = await finished({ DestinationBackupVaultArn: vaultArn("Default", "us-west-2") });
  const copies = aws.events().filter(event => event["detail-type"] === "Copy Job State Change");
  expect(copies.map(({ resources, detail: { state } }) => [resources, state])).toEqual([
    [[RecoveryPointArn], "CREATED"],
    [[RecoveryPointArn], "RUNNING"],
    [[RecoveryPointArn], "COMPLETED"],
  ]);
  expect(copies[0]?.detail).toEqual({
    creationDate: job.CreationDate?.toISOString().replace(".000Z", "Z"),
    state: "CREATED",
    sourceBackupVaultArn: vaultArn("nightly"),
    destinationBackupVaultArn: vaultArn("Default", "us-west-2"),
  });
  expect(copies[1]?.detail).toMatchObject({ copyJobId: job.CopyJobId, destinationRecoveryPointArn: {} });
  expect(copies[2]?.detail).toMatchObject({
    backupSizeInBytes: 5_000,
    resourceType: "DynamoDB",
    completionDate: job.CompletionDate?.toISOString().replace(".000Z", "Z"),
    destinationRecoveryPointArn: job.DestinationRecoveryPointArn,
  });
  const point = aws.events().at(-2);
  expect(point).toMatchObject({
    "detail-type": "Recovery Point State Change",
    region: "us-west-2",
    resources: [job.DestinationRecoveryPointArn],
    detail: { status: "COMPLETED", isEncrypted: "true", lifecycle: { deleteAfterDays: 10 } },
  });
});

test("a copy whose point was deleted before it starts fails; an unknown job is not found", async () => {
  const { aws, client, copy, describe, RecoveryPointArn } = await backedUp();
  const { CopyJobId } = await copy();
  await client.send(new DeleteRecoveryPointCommand({ BackupVaultName: "nightly", RecoveryPointArn }));
  await aws.settle();
  expect(await describe(CopyJobId)).toMatchObject({
    State: "FAILED",
    StatusMessage: "Cannot find recovery point",
  });
  await expect(describe("unknown")).rejects.toEqual(expect.any(ResourceNotFoundException));
  await expect(client.send(new ListCopyJobsCommand({ NextToken: "?" }))).rejects.toEqual(
    expect.any(InvalidParameterValueException),
  );
});

test("a test can set how the next copy ends", async () => {
  const { aws, finished } = await backedUp();
  aws.nextJob({ type: "copy" }).fails("no space left").takes("1 hour");
  const failed = await finished();
  expect(failed).toMatchObject({ State: "FAILED", StatusMessage: "no space left" });
  expect(Number(failed.CompletionDate) - Number(failed.CreationDate)).toBe(3_610_000);
  aws.nextJob({ type: "copy" }).fails("some are missing", { state: "PARTIAL" }).transfers(7);
  expect(await finished()).toMatchObject({
    State: "PARTIAL",
    StatusMessage: "some are missing",
    BackupSizeInBytes: 7,
    DestinationRecoveryPointArn: expect.any(String),
  });
});
