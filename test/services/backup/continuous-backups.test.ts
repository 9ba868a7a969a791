import { Backup, type BackupPlanInput, type BackupRuleInput } from "@aws-sdk/client-backup";
import { type MockOptions, mockAws } from "aws-backup-mock";

const accountId = "123456789012";
const role = `arn:aws:iam::${accountId}:role/backup`;
const database = `arn:aws:rds:us-east-1:${accountId}:cluster:orders`;
const bucket = "arn:aws:s3:::orders";
const volume = `arn:aws:ec2:us-east-1:${accountId}:volume/vol-0123456789abcdef0`;
const BackupVaultName = "nightly";
const copies = `arn:aws:backup:us-east-1:${accountId}:backup-vault:copies`;

const continuous: BackupRuleInput = {
  RuleName: "continuous",
  TargetBackupVaultName: BackupVaultName,
  EnableContinuousBackup: true,
  Lifecycle: { DeleteAfterDays: 14 },
};

function account(options: MockOptions = {}) {
  const aws = mockAws({ now: "2026-03-01T00:00:00Z", ...options });
  aws.seed({
    backup: {
      vaults: [{ BackupVaultName }, { BackupVaultName: "copies" }, { BackupVaultName: "other" }],
    },
    resources: [{ arn: database }, { arn: bucket }, { arn: volume }],
  });
  const client = aws.attach(new Backup());
  const plan = async (
    resource: string,
    rules: readonly BackupRuleInput[],
    settings: Partial<BackupPlanInput> = {},
  ) => {
    const BackupPlan = { BackupPlanName: "plan", Rules: [...rules], ...settings };
    const { BackupPlanId, BackupPlanArn } = await client.createBackupPlan({ BackupPlan });
    const BackupSelection = { SelectionName: "one", IamRoleArn: role, Resources: [resource] };
    await client.createBackupSelection({ BackupPlanId, BackupSelection });
    const update = (changed: readonly BackupRuleInput[], more: Partial<BackupPlanInput> = {}) =>
      client.updateBackupPlan({
        BackupPlanId,
        BackupPlan: { BackupPlanName: "plan", Rules: [...changed], ...more },
      });
    return { BackupPlanId, BackupPlanArn, update };
  };
  const points = async (ResourceArn: string) => {
    const { RecoveryPoints = [] } = await client.listRecoveryPointsByBackupVault({
      BackupVaultName,
      ByResourceArn: ResourceArn,
    });
    return RecoveryPoints;
  };
  const jobs = async (ByResourceArn: string) =>
    (await client.listBackupJobs({ ByResourceArn })).BackupJobs ?? [];
  return { aws, client, plan, points, jobs };
}

test.each([
  [database, /:recovery-point:continuous:cluster-[0-9A-F]{26}$/],
  [bucket, /:recovery-point:continuous:orders-[0-9a-f]{8}$/],
])("%s has one continuous point, which every run continues", async (resource, form) => {
  const { aws, client, plan, points, jobs } = account();
  await plan(resource, [continuous]);
  await aws.clock.advance("6 hours");
  const [first] = await points(resource);
  expect(first).toMatchObject({
    RecoveryPointArn: expect.stringMatching(form),
    Status: "AVAILABLE",
    CreationDate: new Date("2026-03-01T05:00:00Z"),
    CalculatedLifecycle: { DeleteAt: new Date("2026-03-15T05:00:30Z") },
  });
  await aws.clock.advance("10 days");
  const later = await points(resource);
  expect(later).toMatchObject([
    {
      RecoveryPointArn: first?.RecoveryPointArn,
      Status: "AVAILABLE",
      CalculatedLifecycle: { DeleteAt: new Date("2026-03-25T05:00:30Z") },
    },
  ]);
  expect(await jobs(resource)).toHaveLength(11);
  const { RecoveryPoints } = await client.listRecoveryPointsByResource({ ResourceArn: resource });
  expect(RecoveryPoints).toHaveLength(1);
  const states = aws.events().filter(event => event["detail-type"] === "Recovery Point State Change");
  expect(states.map(({ detail }) => detail["status"])).toEqual(["CREATING", "AVAILABLE"]);
});

test("an RDS database gets snapshots until the next maintenance window, and again after its continuous backup is deleted", async () => {
  const { aws, client, plan, points } = account({ now: "2026-03-05T00:00:00Z" });
  const ResourceArn = `arn:aws:rds:us-east-1:${accountId}:db:sales`;
  aws.seed({ resources: [{ arn: ResourceArn }] });
  await plan(ResourceArn, [{ ...continuous, Lifecycle: { DeleteAfterDays: 30 } }]);
  const kinds = async () =>
    (await points(ResourceArn)).map(({ CreationDate, Status }) => [CreationDate?.getUTCDate(), Status]);
  await aws.clock.set("2026-03-08T04:00:00Z");
  const snapshots = [7, 6, 5].map(day => [day, "COMPLETED"]);
  expect(await kinds()).toEqual(snapshots);
  await aws.clock.advance("3 days");
  expect(await kinds()).toEqual([[8, "AVAILABLE"], ...snapshots]);
  const [first] = await points(ResourceArn);
  expect(first?.RecoveryPointArn).toMatch(/:recovery-point:continuous:db-[0-9A-F]{26}$/);
  await client.deleteRecoveryPoint({ BackupVaultName, RecoveryPointArn: first?.RecoveryPointArn });
  await aws.clock.set("2026-03-15T06:00:00Z");
  const later = [14, 13, 12, 11].map(day => [day, "COMPLETED"]);
  expect(await kinds()).toEqual([[15, "AVAILABLE"], ...later, ...snapshots]);
});

test("a type without continuous backups gets snapshots", async () => {
  const { aws, plan, points } = account();
  await plan(volume, [continuous]);
  await aws.clock.advance("30 hours");
  expect(await points(volume)).toMatchObject([{ Status: "COMPLETED" }, { Status: "COMPLETED" }]);
});

test("an on-demand backup is a snapshot, next to the continuous backup", async () => {
  const { aws, client, plan, points } = account();
  await plan(database, [continuous]);
  await aws.clock.advance("6 hours");
  await client.startBackupJob({ BackupVaultName, ResourceArn: database, IamRoleArn: role });
  await aws.settle();
  expect(await points(database)).toMatchObject([{ Status: "COMPLETED" }, { Status: "AVAILABLE" }]);
});

test("after its rule is removed, the point stays until its retention has elapsed", async () => {
  const { aws, plan, points } = account();
  const { update } = await plan(database, [continuous]);
  await aws.clock.advance("6 hours");
  await update([
    { RuleName: "yearly", TargetBackupVaultName: "other", ScheduleExpression: "cron(0 5 1 1 ? *)" },
  ]);
  await aws.clock.advance("13 days");
  expect(await points(database)).toHaveLength(1);
  await aws.clock.advance("1 day");
  expect(await points(database)).toEqual([]);
});

test("a new retention applies to a database's point, but stops a bucket's and starts a new one", async () => {
  const { aws, plan, points } = account();
  const longer = { ...continuous, Lifecycle: { DeleteAfterDays: 20 } };
  const ofDatabase = await plan(database, [continuous]);
  const ofBucket = await plan(bucket, [{ ...continuous, RuleName: "bucket" }]);
  await aws.clock.advance("6 hours");
  const [before] = await points(database);
  await ofDatabase.update([longer]);
  await ofBucket.update([{ ...longer, RuleName: "bucket" }]);
  await aws.clock.advance("1 day");
  expect(await points(database)).toMatchObject([
    { RecoveryPointArn: before?.RecoveryPointArn, Status: "AVAILABLE", Lifecycle: { DeleteAfterDays: 20 } },
  ]);
  expect(await points(bucket)).toMatchObject([
    { Status: "AVAILABLE", Lifecycle: { DeleteAfterDays: 20 } },
    { Status: "STOPPED", Lifecycle: { DeleteAfterDays: 14 } },
  ]);
});

test("new options stop a bucket's continuous backup; its snapshots use the options of the continuous backup", async () => {
  const { aws, client, plan, points } = account();
  const options = (BackupOptions: Record<string, string>) => ({
    AdvancedBackupSettings: [{ ResourceType: "S3", BackupOptions }],
  });
  const { update } = await plan(bucket, [continuous]);
  await aws.clock.advance("6 hours");
  await update([continuous], options({ BackupACLs: "disabled" }));
  await aws.clock.advance("1 day");
  expect(await points(bucket)).toMatchObject([{ Status: "AVAILABLE" }, { Status: "STOPPED" }]);
  const start = async (BackupOptions?: Record<string, string>) => {
    const input = { BackupVaultName, ResourceArn: bucket, IamRoleArn: role, BackupOptions };
    const { BackupJobId } = await client.startBackupJob(input);
    await aws.settle();
    return client.describeBackupJob({ BackupJobId });
  };
  expect(await start()).toMatchObject({
    BackupOptions: { BackupACLs: "disabled" },
    MessageCategory: "SUCCESS",
  });
  expect(await start({ BackupACLs: "enabled" })).toMatchObject({
    State: "COMPLETED",
    BackupOptions: { BackupACLs: "disabled" },
    StatusMessage:
      "Periodic/snapshot backup for bucket orders has different backup options than the continuous backup.",
  });
});

test("the first plan makes the continuous backup, the others make snapshots with issues", async () => {
  const { aws, client, plan, points } = account();
  const { BackupPlanArn } = await plan(database, [continuous]);
  const second = { ...continuous, RuleName: "second", ScheduleExpression: "cron(0 12 ? * * *)" };
  await plan(database, [second]);
  await aws.clock.advance("13 hours");
  expect(await points(database)).toMatchObject([{ Status: "COMPLETED" }, { Status: "AVAILABLE" }]);
  const { BackupJobs } = await client.listBackupJobs({ ByMessageCategory: "MISCELLANEOUS" });
  expect(BackupJobs).toMatchObject([
    {
      State: "COMPLETED",
      StatusMessage: `Enabling continuous backup failed, because of the following error: PITR already configured in backup plan: [${BackupPlanArn}]`,
    },
  ]);
});

test("a bucket that is backed up continuously to one vault is not backed up to another", async () => {
  const { aws, client, plan, points, jobs } = account();
  await plan(bucket, [continuous]);
  await aws.clock.advance("6 hours");
  await client.startBackupJob({ BackupVaultName: "other", ResourceArn: bucket, IamRoleArn: role });
  await aws.settle();
  const [job] = await jobs(bucket);
  expect(job).toMatchObject({
    State: "FAILED",
    StatusMessage: "Bucket orders already has continuous backup enabled for another vault Backup job failed.",
  });
  expect(await points(bucket)).toHaveLength(1);
});

test("of a plan's continuous rules, the one with the longest retention counts", async () => {
  const { aws, plan, points, jobs } = account();
  const longer = {
    ...continuous,
    RuleName: "longer",
    Lifecycle: { DeleteAfterDays: 30 },
    ScheduleExpression: "cron(0 18 ? * * *)",
  };
  await plan(database, [continuous, longer]);
  await aws.clock.advance("2 days");
  expect(await points(database)).toMatchObject([{ Status: "AVAILABLE", Lifecycle: { DeleteAfterDays: 30 } }]);
  expect(await jobs(database)).toHaveLength(2);
});

test("a plan whose continuous rules target different vaults is refused", async () => {
  const { plan } = account();
  const rules = [continuous, { ...continuous, RuleName: "other", TargetBackupVaultName: "other" }];
  await expect(plan(database, rules)).rejects.toMatchObject({ name: "InvalidParameterValueException" });
});

test("the copy action of a continuous rule copies a temporary snapshot", async () => {
  const { aws, client, plan, points } = account();
  await plan(database, [{ ...continuous, CopyActions: [{ DestinationBackupVaultArn: copies }] }]);
  await aws.clock.advance("5 hours 31 seconds");
  expect(await points(database)).toMatchObject([
    { Status: "COMPLETED", Lifecycle: { DeleteAfterEvent: "DELETE_AFTER_COPY" } },
    { Status: "AVAILABLE" },
  ]);
  await aws.settle();
  expect(await points(database)).toMatchObject([{ Status: "AVAILABLE" }]);
  const copied = await client.listRecoveryPointsByBackupVault({ BackupVaultName: "copies" });
  expect(copied.RecoveryPoints).toMatchObject([
    { ResourceArn: database, Lifecycle: { DeleteAfterDays: 14 } },
  ]);
});

test("a continuous point cannot be copied or changed; disassociating a database's removes it from AWS Backup", async () => {
  const { aws, client, plan, points } = account();
  await plan(database, [continuous]);
  await aws.clock.advance("6 hours");
  const [point] = await points(database);
  const { RecoveryPointArn } = point ?? {};
  const named = { BackupVaultName, RecoveryPointArn };
  const copy = {
    RecoveryPointArn,
    SourceBackupVaultName: BackupVaultName,
    DestinationBackupVaultArn: copies,
    IamRoleArn: role,
  };
  await expect(client.startCopyJob(copy)).rejects.toMatchObject({ name: "InvalidRequestException" });
  await expect(
    client.updateRecoveryPointLifecycle({ ...named, Lifecycle: { DeleteAfterDays: 30 } }),
  ).rejects.toMatchObject({ name: "InvalidRequestException" });
  await client.disassociateRecoveryPoint(named);
  expect(await points(database)).toEqual([]);
  await aws.clock.advance("1 day");
  const [again] = await points(database);
  expect(again?.Status).toBe("AVAILABLE");
  expect(again?.RecoveryPointArn).not.toBe(RecoveryPointArn);
});

test("disassociating a bucket's point stops it; after its deletion, the plan starts a new one", async () => {
  const { aws, client, plan, points } = account();
  await plan(bucket, [continuous]);
  await aws.clock.advance("6 hours");
  const [first] = await points(bucket);
  await client.disassociateRecoveryPoint({ BackupVaultName, RecoveryPointArn: first?.RecoveryPointArn });
  expect(await points(bucket)).toMatchObject([{ Status: "STOPPED" }]);
  await aws.clock.advance("1 day");
  const [second] = await points(bucket);
  expect(second).toMatchObject({ Status: "AVAILABLE" });
  await client.deleteRecoveryPoint({ BackupVaultName, RecoveryPointArn: second?.RecoveryPointArn });
  await aws.clock.advance("1 day");
  expect(await points(bucket)).toMatchObject([{ Status: "AVAILABLE" }, { Status: "STOPPED" }]);
});

test("stopping a job of a continuous backup leaves the point unchanged", async () => {
  const { aws, client, plan, points, jobs } = account({ clock: "manual" });
  await plan(bucket, [continuous]);
  await aws.clock.advance("29 hours 11 seconds");
  const [running] = await jobs(bucket);
  expect(running?.State).toBe("RUNNING");
  await client.stopBackupJob({ BackupJobId: running?.BackupJobId });
  await aws.settle();
  expect(await points(bucket)).toMatchObject([
    { Status: "AVAILABLE", CalculatedLifecycle: { DeleteAt: new Date("2026-03-15T05:00:30Z") } },
  ]);
});

test("a continuous backup can be restored to a moment that it covers", async () => {
  const { aws, client, plan, points } = account();
  await plan(bucket, [continuous]);
  await aws.clock.advance("3 days");
  const [point] = await points(bucket);
  const restored = async (RestoreTime: string) => {
    const { RestoreJobId } = await client.startRestoreJob({
      RecoveryPointArn: point?.RecoveryPointArn,
      IamRoleArn: role,
      Metadata: { DestinationBucketName: "orders", RestoreTime },
    });
    await aws.settle();
    return client.describeRestoreJob({ RestoreJobId });
  };
  expect(await restored("2026-03-02T12:00:00Z")).toMatchObject({ Status: "COMPLETED" });
  expect(await restored("2026-03-01T00:00:00Z")).toMatchObject({
    Status: "FAILED",
    StatusMessage: expect.stringContaining("must lie between 2026-03-01T05:00:00.000Z and "),
  });
  expect(await restored("noon")).toMatchObject({ Status: "FAILED" });
  expect(await client.describeProtectedResource({ ResourceArn: bucket })).toMatchObject({
    LastBackupTime: new Date("2026-03-03T05:00:30Z"),
  });
});

test("a seeded continuous backup counts as continued until now, however old it is", async () => {
  const { aws, points } = account();
  const seeded = {
    BackupVaultName,
    ResourceArn: bucket,
    Status: "AVAILABLE",
    CreationDate: "100 days ago",
  } as const;
  aws.seed({ backup: { recoveryPoints: [{ ...seeded, Lifecycle: { DeleteAfterDays: 14 } }] } });
  expect(await points(bucket)).toMatchObject([
    { Status: "AVAILABLE", CalculatedLifecycle: { DeleteAt: new Date("2026-03-15T00:00:00Z") } },
  ]);
  await aws.clock.advance("14 days");
  expect(await points(bucket)).toEqual([]);
});
