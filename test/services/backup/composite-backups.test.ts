import { Backup, type StartBackupJobInput } from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";

const accountId = "123456789012";
const role = `arn:aws:iam::${accountId}:role/backup`;
const stack = `arn:aws:cloudformation:us-east-1:${accountId}:stack/shop/0f0f0f0f-1111-2222-3333-444444444444`;
const inner = `arn:aws:cloudformation:us-east-1:${accountId}:stack/inner/0f0f0f0f-1111-2222-3333-555555555555`;
const empty = `arn:aws:cloudformation:us-east-1:${accountId}:stack/empty/0f0f0f0f-1111-2222-3333-666666666666`;
const cluster = `arn:aws:eks:us-east-1:${accountId}:cluster/shop`;
const table = `arn:aws:dynamodb:us-east-1:${accountId}:table/orders`;
const volume = `arn:aws:ec2:us-east-1:${accountId}:volume/vol-0123456789abcdef0`;
const queue = `arn:aws:sqs:us-east-1:${accountId}:orders`;
const BackupVaultName = "nightly";

function account(members: readonly string[]) {
  const aws = mockAws({ now: "2026-03-01T00:00:00Z" });
  aws.seed({
    backup: { vaults: [{ BackupVaultName }] },
    resources: [
      { arn: stack, members },
      { arn: inner, members: [volume] },
      { arn: empty },
      { arn: cluster, members },
      { arn: table, name: "orders", sizeInBytes: 2_000 },
      { arn: volume, sizeInBytes: 3_000 },
    ],
  });
  const client = aws.attach(new Backup());
  const start = (ResourceArn: string, input: Partial<StartBackupJobInput> = {}) =>
    client.startBackupJob({ BackupVaultName, ResourceArn, IamRoleArn: role, ...input });
  const backedUp = async (ResourceArn: string, input: Partial<StartBackupJobInput> = {}) => {
    const { BackupJobId } = await start(ResourceArn, input);
    await aws.settle();
    return client.describeBackupJob({ BackupJobId });
  };
  const children = async (ByParentJobId: string | undefined) =>
    (await client.listBackupJobs({ ByParentJobId })).BackupJobs ?? [];
  const membersOf = async (ByParentRecoveryPointArn: string | undefined) =>
    (await client.listRecoveryPointsByBackupVault({ BackupVaultName, ByParentRecoveryPointArn }))
      .RecoveryPoints ?? [];
  const point = (RecoveryPointArn: string | undefined) =>
    client.describeRecoveryPoint({ BackupVaultName, RecoveryPointArn });
  return { aws, client, start, backedUp, children, membersOf, point };
}

test("a parent job backs up a stack, and a child job each of its members", async () => {
  const { aws, client, start, children, membersOf, point } = account([table, volume]);
  const { BackupJobId, IsParent } = await start(stack, { Lifecycle: { DeleteAfterDays: 30 } });
  expect(IsParent).toBe(true);
  const states: (string | undefined)[] = [];
  let job = await client.describeBackupJob({ BackupJobId });
  for (; job.State !== "COMPLETED"; job = await client.describeBackupJob({ BackupJobId }))
    states.push(job.State);
  expect([...new Set(states)]).toEqual(["CREATED", "RUNNING"]);
  expect(job).toMatchObject({
    ResourceType: "CloudFormation",
    IsParent: true,
    NumberOfChildJobs: 2,
    ChildJobsInState: { COMPLETED: 2 },
    BackupSizeInBytes: 5_000,
    MessageCategory: "SUCCESS",
  });
  expect(await children(BackupJobId)).toMatchObject([
    { ResourceArn: volume, ParentJobId: BackupJobId, IsParent: false, State: "COMPLETED" },
    { ResourceArn: table, ParentJobId: BackupJobId, IsParent: false, State: "COMPLETED" },
  ]);
  expect(await point(job.RecoveryPointArn)).toMatchObject({ IsParent: true, Status: "COMPLETED" });
  expect(await membersOf(job.RecoveryPointArn)).toMatchObject([
    {
      ResourceArn: volume,
      IsParent: false,
      CompositeMemberIdentifier: "vol-0123456789abcdef0",
      Lifecycle: { DeleteAfterDays: 30 },
    },
    { ResourceArn: table, ParentRecoveryPointArn: job.RecoveryPointArn, CompositeMemberIdentifier: "orders" },
  ]);
  expect(aws.events().filter(event => event.resources.includes(job.RecoveryPointArn ?? ""))).toHaveLength(3);
});

test("a stack without known members becomes an empty composite", async () => {
  const { backedUp, point } = account([]);
  const job = await backedUp(empty);
  expect(job).toMatchObject({ State: "COMPLETED", IsParent: true, NumberOfChildJobs: 0 });
  expect(await point(job.RecoveryPointArn)).toMatchObject({ IsParent: true, Status: "COMPLETED" });
});

test("an unsupported or failed member makes the composite partial", async () => {
  const { aws, backedUp, children, point } = account([table, volume, queue]);
  aws.nextJob({ type: "EBS" }).fails("An internal error occurred.");
  const job = await backedUp(stack);
  expect(job).toMatchObject({
    State: "PARTIAL",
    StatusMessage: `2 of the resources in ${stack} were not backed up.`,
    NumberOfChildJobs: 2,
    ChildJobsInState: { COMPLETED: 1, FAILED: 1 },
  });
  expect(await children(job.BackupJobId)).toHaveLength(2);
  expect(await point(job.RecoveryPointArn)).toMatchObject({ Status: "PARTIAL" });
});

test("a composite fails if no member could be backed up", async () => {
  const { aws, client, backedUp } = account([table]);
  aws.nextJob({ type: "DynamoDB" }).fails("An internal error occurred.");
  expect(await backedUp(stack)).toMatchObject({ State: "FAILED" });
  expect((await client.listRecoveryPointsByBackupVault({ BackupVaultName })).RecoveryPoints).toEqual([]);
});

test("stacks can be members of stacks", async () => {
  const { backedUp, children, membersOf } = account([inner, table]);
  const job = await backedUp(stack);
  expect(job).toMatchObject({ State: "COMPLETED", NumberOfChildJobs: 2 });
  const nested = (await children(job.BackupJobId)).find(child => child.ResourceArn === inner);
  expect(nested).toMatchObject({ IsParent: true, State: "COMPLETED" });
  expect(await children(nested?.BackupJobId)).toMatchObject([{ ResourceArn: volume }]);
  expect(await membersOf(nested?.RecoveryPointArn)).toMatchObject([{ ResourceArn: volume }]);
});

test("stopping the job of a stack stops the jobs of its members", async () => {
  const { aws, client, start, children } = account([table, volume]);
  const { BackupJobId } = await start(stack);
  await aws.clock.advance("11 seconds");
  await client.stopBackupJob({ BackupJobId });
  await aws.settle();
  expect(await client.describeBackupJob({ BackupJobId })).toMatchObject({ State: "ABORTED" });
  expect(await children(BackupJobId)).toMatchObject([{ State: "ABORTED" }, { State: "ABORTED" }]);
  expect((await client.listRecoveryPointsByBackupVault({ BackupVaultName })).RecoveryPoints).toEqual([]);
});

test("a cluster's own state is a member of its composite", async () => {
  const { backedUp, children, membersOf, client } = account([volume]);
  const job = await backedUp(cluster);
  expect(job).toMatchObject({
    State: "COMPLETED",
    RecoveryPointArn: expect.stringContaining(":recovery-point:composite:eks/shop-"),
    NumberOfChildJobs: 2,
  });
  expect(await children(job.BackupJobId)).toMatchObject([
    { ResourceArn: volume },
    { ResourceArn: cluster, IsParent: false },
  ]);
  const [, state] = await membersOf(job.RecoveryPointArn);
  expect(state?.RecoveryPointArn).toMatch(/:recovery-point:eks\/shop-/);
  await expect(
    client.deleteRecoveryPoint({ BackupVaultName, RecoveryPointArn: state?.RecoveryPointArn }),
  ).rejects.toMatchObject({ name: "InvalidRequestException" });
});

test("a composite is not deleted before its members, and expires with the last of them", async () => {
  const { aws, client, backedUp, membersOf, point } = account([table, volume]);
  const job = await backedUp(stack, { Lifecycle: { DeleteAfterDays: 30 } });
  const { RecoveryPointArn } = job;
  await expect(client.deleteRecoveryPoint({ BackupVaultName, RecoveryPointArn })).rejects.toMatchObject({
    name: "InvalidRequestException",
  });
  const [, longest] = await membersOf(RecoveryPointArn);
  await client.updateRecoveryPointLifecycle({
    BackupVaultName,
    RecoveryPointArn: longest?.RecoveryPointArn,
    Lifecycle: { DeleteAfterDays: 40 },
  });
  await aws.clock.advance("31 days");
  expect(await membersOf(RecoveryPointArn)).toHaveLength(1);
  expect(await point(RecoveryPointArn)).toMatchObject({ Status: "PARTIAL" });
  await aws.clock.advance("10 days");
  expect((await client.listRecoveryPointsByBackupVault({ BackupVaultName })).RecoveryPoints).toEqual([]);
});

test("a cluster's composite and the cluster's state expire together", async () => {
  const { aws, client, backedUp } = account([]);
  await backedUp(cluster, { Lifecycle: { DeleteAfterDays: 30 } });
  await aws.clock.advance("29 days");
  const listed = async () =>
    (await client.listRecoveryPointsByBackupVault({ BackupVaultName })).RecoveryPoints;
  expect(await listed()).toHaveLength(2);
  await aws.clock.advance("1 day 1 hour");
  expect(await listed()).toEqual([]);
});

test("a cluster can be backed up to an air-gapped vault, with everything in it", async () => {
  const { aws, client, backedUp } = account([volume, table]);
  const gapped = { BackupVaultName: "gapped", MinRetentionDays: 7, MaxRetentionDays: 40 };
  const { BackupVaultArn } = await client.createLogicallyAirGappedBackupVault(gapped);
  await aws.settle();
  const job = await backedUp(cluster, {
    LogicallyAirGappedBackupVaultArn: BackupVaultArn,
    Lifecycle: { DeleteAfterDays: 30 },
  });
  expect(job).toMatchObject({ State: "COMPLETED", BackupVaultName: "gapped", NumberOfChildJobs: 3 });
  await aws.settle();
  const { RecoveryPoints = [] } = await client.listRecoveryPointsByBackupVault({
    BackupVaultName: "gapped",
    ByParentRecoveryPointArn: job.RecoveryPointArn,
  });
  expect(RecoveryPoints.map(({ ResourceArn }) => ResourceArn).sort()).toEqual(
    [table, volume, cluster].sort(),
  );
  expect((await client.listRecoveryPointsByBackupVault({ BackupVaultName })).RecoveryPoints).toEqual([]);
  const { RecoveryPointArn } = job;
  expect(await client.describeRecoveryPoint({ BackupVaultName: "gapped", RecoveryPointArn })).toMatchObject({
    Status: "COMPLETED",
  });
});
