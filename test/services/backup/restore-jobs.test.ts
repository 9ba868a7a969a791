import {
  DeleteRecoveryPointCommand,
  DescribeRecoveryPointCommand,
  type DescribeRestoreJobCommandOutput,
  GetRestoreJobMetadataCommand,
  InvalidResourceStateException,
  ListRestoreJobsByProtectedResourceCommand,
  type ListRestoreJobsByProtectedResourceCommandInput,
  ListRestoreJobsCommand,
  type ListRestoreJobsCommandInput,
  StartBackupJobCommand,
} from "@aws-sdk/client-backup";
import { refused } from "../../support/refusal";
import { account, invalid, role } from "./restore-jobs-support";
import { here, table, volume } from "./world";

test("each read moves a restore from PENDING to RUNNING to COMPLETED; the restored resource exists", async () => {
  const { aws, client, start, describe, point, orders } = account();
  const { RestoreJobId } = await start();
  const seen: DescribeRestoreJobCommandOutput[] = [];
  do {
    seen.push(await describe(RestoreJobId));
  } while (seen.at(-1)?.Status !== "COMPLETED");
  expect(seen.map(job => job.Status)).toEqual(["PENDING", "RUNNING", "COMPLETED"]);
  const made = `arn:aws:dynamodb:us-east-1:${here}:table/orders-again`;
  const source = await point(orders);
  expect(seen[2]).toMatchObject({
    AccountId: here,
    RestoreJobId,
    RecoveryPointArn: orders,
    RecoveryPointCreationDate: source.CreationDate,
    SourceResourceArn: table,
    BackupVaultArn: source.BackupVaultArn,
    ResourceType: "DynamoDB",
    PercentDone: "100.00%",
    BackupSizeInBytes: 7_000,
    IamRoleArn: role,
    ExpectedCompletionTimeMinutes: 1,
    CreatedResourceArn: made,
    IsParent: false,
  });
  expect(seen[1]?.CreatedResourceArn).toBeUndefined();
  expect(source.LastRestoreTime).toEqual(seen[2]?.CompletionDate);
  expect(aws.state.backup.resources.get(made)).toMatchObject({ type: "DynamoDB", sizeInBytes: 7_000 });
  const { BackupJobId } = await client.send(
    new StartBackupJobCommand({ BackupVaultName: "Default", ResourceArn: made, IamRoleArn: role }),
  );
  expect(BackupJobId).toBeDefined();
});

test("the metadata of a restore can be read back, and keys match in any case", async () => {
  const { client, finished } = account();
  const Metadata = { TargetTableName: "again", encryptionType: "Default", "aws:backup:request-id": "x" };
  const { RestoreJobId, CreatedResourceArn } = await finished({ Metadata });
  expect(CreatedResourceArn).toBe(`arn:aws:dynamodb:us-east-1:${here}:table/again`);
  const answer = await client.send(new GetRestoreJobMetadataCommand({ RestoreJobId }));
  expect(answer).toMatchObject({ RestoreJobId, Metadata });
});

test("tags are copied on request, for types that support it", async () => {
  const { aws, finished, disk, rows } = account();
  const Metadata = { availabilityZone: "us-east-1a" };
  const tagsOf = (arn: string | undefined) => aws.state.backup.resources.get(arn ?? "")?.tags;
  const plain = await finished({ RecoveryPointArn: disk, Metadata });
  expect(plain.CreatedResourceArn).toMatch(/^arn:aws:ec2:us-east-1:123456789012:volume\/vol-[0-9a-f]{17}$/);
  expect(tagsOf(plain.CreatedResourceArn)).toEqual({});
  const CopySourceTagsToRestoredResource = true;
  const tagged = await finished({ RecoveryPointArn: disk, Metadata, CopySourceTagsToRestoredResource });
  expect(tagsOf(tagged.CreatedResourceArn)).toEqual({ team: "sales" });
  const rds = await finished({ RecoveryPointArn: rows, Metadata: { DBInstanceIdentifier: "Orders-2" } });
  expect(rds.CreatedResourceArn).toBe(`arn:aws:rds:us-east-1:${here}:db:orders-2`);
  expect(tagsOf(rds.CreatedResourceArn)).toEqual({ team: "sales" });
  expect(await finished({ CopySourceTagsToRestoredResource })).toMatchObject({
    Status: "FAILED",
    StatusMessage: "Copying tags to the restored resource is not supported for resource type DynamoDB.",
  });
});

test("a taken name and values that are not JSON make the job fail later", async () => {
  const { aws, finished, rows } = account();
  expect(await finished({ Metadata: { targetTableName: "orders" } })).toMatchObject({
    Status: "FAILED",
    StatusMessage: "Table already exists: orders",
  });
  expect(
    await finished({ RecoveryPointArn: rows, Metadata: { DBInstanceIdentifier: "orders" } }),
  ).toMatchObject({ Status: "FAILED" });
  const instance = `arn:aws:ec2:us-east-1:${here}:instance/i-0123456789abcdef0`;
  const { backup } = aws.seed({
    resources: [{ arn: instance }],
    backup: { recoveryPoints: [{ ResourceArn: instance }] },
  });
  const RecoveryPointArn = backup.recoveryPoints[0]?.RecoveryPointArn;
  const Metadata = { InstanceType: "t3.micro", SecurityGroupIds: "sg-1" };
  expect(await finished({ RecoveryPointArn, Metadata })).toMatchObject({
    Status: "FAILED",
    StatusMessage: "Restore metadata is invalid.",
  });
  const listed = { ...Metadata, SecurityGroupIds: '["sg-1"]' };
  expect(await finished({ RecoveryPointArn, Metadata: listed })).toMatchObject({ Status: "COMPLETED" });
});

test("restores from cold storage take hours longer, from the EBS archive days longer", async () => {
  const { aws, finished } = account();
  const { backup } = aws.seed({
    backup: {
      recoveryPoints: [
        { ResourceArn: table, StorageClass: "COLD" },
        { ResourceArn: volume, StorageClass: "COLD" },
      ],
    },
  });
  const [cold, archived] = backup.recoveryPoints.map(point => point.RecoveryPointArn);
  expect(await finished({ RecoveryPointArn: cold })).toMatchObject({ ExpectedCompletionTimeMinutes: 241 });
  const Metadata = { availabilityZone: "us-east-1a" };
  expect(await finished({ RecoveryPointArn: archived, Metadata })).toMatchObject({
    ExpectedCompletionTimeMinutes: 72 * 60 + 1,
  });
});

test("an idempotency token starts one restore, and cannot be used after that has finished", async () => {
  const { aws, start } = account();
  const first = await start({ IdempotencyToken: "once" });
  expect((await start({ IdempotencyToken: "once" })).RestoreJobId).toBe(first.RestoreJobId);
  await aws.settle();
  await refused({ aws }, () => start({ IdempotencyToken: "once" }), {
    ...invalid,
    message: `Restore job ${first.RestoreJobId} already finished`,
  });
  expect(first.RestoreJobId).toMatch(/^[0-9a-f-]{36}$/);
});

test("restores are listed newest first, by filters, in pages, and for 30 days", async () => {
  const { aws, client, start, disk, orders } = account();
  const { RestoreJobId: failed } = await start({ Metadata: { targetTableName: "orders" } });
  await aws.clock.advance("1 day");
  const middle = aws.clock.now();
  await aws.clock.advance("1 day");
  const { RestoreJobId: done } = await start({
    RecoveryPointArn: disk,
    Metadata: { availabilityZone: "us-east-1a" },
  });
  await aws.settle();
  const list = async (input: ListRestoreJobsCommandInput = {}) =>
    (await client.send(new ListRestoreJobsCommand(input))).RestoreJobs?.map(job => job.RestoreJobId);
  expect(await list()).toEqual([done, failed]);
  const some: [ListRestoreJobsCommandInput, (string | undefined)[]][] = [
    [{ ByStatus: "FAILED" }, [failed]],
    [{ ByResourceType: "EBS" }, [done]],
    [{ ByCreatedBefore: middle }, [failed]],
    [{ ByCreatedAfter: middle }, [done]],
    [{ ByCompleteBefore: middle }, [failed]],
    [{ ByCompleteAfter: middle }, [done]],
    [{ ByAccountId: here }, [done, failed]],
    [{ ByAccountId: "222222222222" }, []],
    [{ ByParentJobId: done }, []],
    [{ ByRestoreTestingPlanArn: "arn:aws:backup:us-east-1:123456789012:restore-testing-plan:p" }, []],
  ];
  for (const [input, ids] of some) expect([input, await list(input)]).toEqual([input, ids]);
  const ofResource = async (input: Partial<ListRestoreJobsByProtectedResourceCommandInput> = {}) =>
    (
      await client.send(new ListRestoreJobsByProtectedResourceCommand({ ResourceArn: table, ...input }))
    ).RestoreJobs?.map(job => job.RestoreJobId);
  const created = (
    await client.send(
      new DescribeRecoveryPointCommand({ BackupVaultName: "Default", RecoveryPointArn: orders }),
    )
  ).CreationDate;
  const before = new Date(Number(created) - 1);
  expect(await ofResource()).toEqual([failed]);
  expect(await ofResource({ ByStatus: "COMPLETED" })).toEqual([]);
  expect(await ofResource({ ByRecoveryPointCreationDateAfter: before })).toEqual([failed]);
  expect(await ofResource({ ByRecoveryPointCreationDateBefore: before })).toEqual([]);
  const { NextToken } = await client.send(new ListRestoreJobsCommand({ MaxResults: 1 }));
  expect(await list({ MaxResults: 1, NextToken })).toEqual([failed]);
  await aws.clock.advance("29 days");
  expect(await list()).toEqual([done]);
});

test("a loop that polls filtered lists for a finished restore ends", async () => {
  const { client, start } = account();
  await start();
  const waits = [
    () => client.send(new ListRestoreJobsCommand({ ByStatus: "COMPLETED" })),
    () =>
      client.send(
        new ListRestoreJobsByProtectedResourceCommand({ ResourceArn: table, ByStatus: "COMPLETED" }),
      ),
  ];
  for (const wait of waits) {
    for (let reads = 0; (await wait()).RestoreJobs?.length === 0; reads++) expect(reads).toBeLessThan(5);
  }
});

test("each status of a restore causes an event; the first event has a state instead", async () => {
  const { aws, finished, orders } = account();
  const job = await finished();
  const events = aws.events().filter(event => event["detail-type"] === "Restore Job State Change");
  expect(events.map(({ resources }) => resources)).toEqual(events.map(() => [orders]));
  expect(events.map(({ detail: { state, status } }) => state ?? status)).toEqual([
    "CREATED",
    "PENDING",
    "RUNNING",
    "COMPLETED",
  ]);
  expect(events[0]?.detail).toEqual({
    restoreJobId: job.RestoreJobId,
    creationDate: job.CreationDate?.toISOString().replace(".000Z", "Z"),
    state: "CREATED",
  });
  expect(events[3]?.detail).toEqual({
    restoreJobId: job.RestoreJobId,
    backupSizeInBytes: "7000",
    creationDate: job.CreationDate?.toISOString().replace(".000Z", "Z"),
    iamRoleArn: role,
    percentDone: 0,
    resourceType: "DynamoDB",
    status: "COMPLETED",
    backupVaultArn: job.BackupVaultArn,
    recoveryPointArn: orders,
    sourceResourceArn: table,
    createdResourceArn: job.CreatedResourceArn,
    completionDate: job.CompletionDate?.toISOString().replace(".000Z", "Z"),
  });
});

test("a point cannot be deleted during its restore; a restore fails if its point was deleted before", async () => {
  const { aws, client, start, describe, orders } = account({ clock: "manual" });
  const remove = () =>
    client.send(new DeleteRecoveryPointCommand({ BackupVaultName: "Default", RecoveryPointArn: orders }));
  const first = await start({ Metadata: { targetTableName: "one" } });
  await aws.clock.advance("10 s");
  await refused({ aws }, remove, { name: InvalidResourceStateException.name });
  await aws.settle();
  expect((await describe(first.RestoreJobId)).Status).toBe("COMPLETED");
  const second = await start({ Metadata: { targetTableName: "two" } });
  await remove();
  await aws.settle();
  expect(await describe(second.RestoreJobId)).toMatchObject({
    Status: "FAILED",
    StatusMessage: "Cannot find recovery point",
  });
});

test("a test can set how the next restore ends", async () => {
  const { aws, finished } = account();
  aws.nextJob({ type: "restore" }).fails("stopped", { state: "ABORTED" }).takes("2 hours");
  expect(await finished()).toMatchObject({
    Status: "ABORTED",
    StatusMessage: "stopped",
    ExpectedCompletionTimeMinutes: 120,
  });
  aws.nextJob({ type: "restore", resourceArn: table }).fails("no space left").transfers(3);
  expect(await finished()).toMatchObject({ Status: "FAILED", BackupSizeInBytes: 3 });
  expect(await finished()).toMatchObject({ Status: "COMPLETED" });
});
