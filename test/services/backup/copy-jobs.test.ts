import {
  BackupClient,
  type BackupPlanInput,
  type CopyJob,
  CreateBackupPlanCommand,
  CreateBackupSelectionCommand,
  CreateBackupVaultCommand,
  DeleteRecoveryPointCommand,
  DescribeBackupJobCommand,
  DescribeCopyJobCommand,
  DescribeRecoveryPointCommand,
  InvalidParameterValueException,
  InvalidRequestException,
  LimitExceededException,
  ListBackupJobsCommand,
  ListCopyJobsCommand,
  type ListCopyJobsCommandInput,
  ListRecoveryPointsByBackupVaultCommand,
  ListRecoveryPointsByResourceCommand,
  ListTagsCommand,
  MissingParameterValueException,
  PutBackupVaultAccessPolicyCommand,
  ResourceNotFoundException,
  StartBackupJobCommand,
  StartCopyJobCommand,
  type StartCopyJobCommandInput,
} from "@aws-sdk/client-backup";
import { type MockOptions, mockAws } from "aws-backup-mock";

const here = "123456789012";
const other = "222222222222";
const role = `arn:aws:iam::${here}:role/backup`;
const table = `arn:aws:dynamodb:us-east-1:${here}:table/orders`;
const volume = `arn:aws:ec2:us-east-1:${here}:volume/vol-0123456789abcdef0`;
const database = `arn:aws:rds:us-east-1:${here}:db:orders`;
const cluster = `arn:aws:redshift:us-east-1:${here}:cluster:reports`;
const bucket = "arn:aws:s3:::orders";
const customerKey = `arn:aws:kms:us-east-1:${other}:key/11111111-2222-3333-4444-555555555555`;

const vaultArn = (name: string, region = "us-east-1", account = here) =>
  `arn:aws:backup:${region}:${account}:backup-vault:${name}`;

async function backedUp(options: MockOptions & { resource?: string; days?: number } = {}) {
  const { resource = table, days, ...mockOptions } = options;
  const aws = mockAws(mockOptions);
  const resources = [table, volume, database, cluster, bucket].map(arn => ({
    arn,
    sizeInBytes: 5_000,
    tags: { team: "sales" },
  }));
  aws.seed({ backup: { vaults: [{ BackupVaultName: "nightly" }, { BackupVaultName: "safe" }] }, resources });
  const client = aws.attach(new BackupClient());
  const { BackupJobId } = await client.send(
    new StartBackupJobCommand({
      BackupVaultName: "nightly",
      ResourceArn: resource,
      IamRoleArn: role,
      Lifecycle: days === undefined ? undefined : { DeleteAfterDays: days },
    }),
  );
  await aws.settle();
  const { RecoveryPointArn } = await client.send(new DescribeBackupJobCommand({ BackupJobId }));
  const copy = (input: Partial<StartCopyJobCommandInput> = {}) =>
    client.send(
      new StartCopyJobCommand({
        RecoveryPointArn,
        SourceBackupVaultName: "nightly",
        DestinationBackupVaultArn: vaultArn("safe"),
        IamRoleArn: role,
        ...input,
      }),
    );
  const describe = async (CopyJobId: string | undefined): Promise<CopyJob> => {
    const { CopyJob } = await client.send(new DescribeCopyJobCommand({ CopyJobId }));
    if (!CopyJob) throw new Error("no copy job");
    return CopyJob;
  };
  const finished = async (input: Partial<StartCopyJobCommandInput> = {}) => {
    const { CopyJobId } = await copy(input);
    await aws.settle();
    return describe(CopyJobId);
  };
  const list = async (input: ListCopyJobsCommandInput = {}) =>
    (await client.send(new ListCopyJobsCommand(input))).CopyJobs?.map(job => job.CopyJobId);
  return { aws, client, RecoveryPointArn, copy, describe, finished, list };
}

const pointsIn = async (client: BackupClient, BackupVaultName: string) =>
  (await client.send(new ListRecoveryPointsByBackupVaultCommand({ BackupVaultName }))).RecoveryPoints ?? [];

const rejectsUnchanged = async (
  { aws }: { aws: ReturnType<typeof mockAws> },
  attempt: () => Promise<unknown>,
  error: unknown,
) => {
  const before = aws.state;
  await expect(attempt()).rejects.toThrow(expect.objectContaining(error as object));
  expect(aws.state).toBe(before);
};

test("a poll loop sees a copy CREATED, RUNNING and COMPLETED; its point is in the other vault and only there", async () => {
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
  expect(CopyJobId).toMatch(/^[0-9A-F-]{36}$/);
  const [copied, ...more] = await pointsIn(client, "safe");
  expect(more).toEqual([]);
  expect(copied?.RecoveryPointArn).toBe(job?.DestinationRecoveryPointArn);
  expect((await pointsIn(client, "nightly")).map(point => point.RecoveryPointArn)).toEqual([
    RecoveryPointArn,
  ]);
});

test("a copy keeps what its source is: creation date, size, tags, and the lifecycle unless told otherwise", async () => {
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

test("a copy asked to go cold keeps its source's end, and goes cold only if it then stays there for 90 days", async () => {
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

test("a copy to another Region has an ARN there, that vault's key, and names the vault it came from", async () => {
  const { aws, finished, client } = await backedUp({ resource: volume });
  const west = aws.in({ region: "us-west-2" }).attach(new BackupClient({ region: "us-west-2" }));
  const { EncryptionKeyArn } = aws.in({ region: "us-west-2" }).state.backup.vaults.get("Default") ?? {};
  const job = await finished({ DestinationBackupVaultArn: vaultArn("Default", "us-west-2") });
  expect(job.State).toBe("COMPLETED");
  expect(job.DestinationRecoveryPointArn).toMatch(/^arn:aws:ec2:us-west-2::snapshot\/snap-/);
  expect(job.DestinationEncryptionKeyArn).toBe(EncryptionKeyArn);
  const [point] = await pointsIn(west, "Default");
  expect(point).toMatchObject({
    RecoveryPointArn: job.DestinationRecoveryPointArn,
    SourceBackupVaultArn: vaultArn("nightly"),
    EncryptionKeyArn,
    IsEncrypted: true,
    ResourceArn: volume,
  });
  expect(await pointsIn(client, "Default")).toEqual([]);
  expect(
    (await client.send(new ListRecoveryPointsByResourceCommand({ ResourceArn: volume }))).RecoveryPoints,
  ).toHaveLength(1);
});

test("a copy to another account is that account's; waiting for it there ends as well", async () => {
  const { aws, copy } = await backedUp();
  const there = aws.in({ accountId: other });
  const theirs = there.attach(new BackupClient());
  await theirs.send(new CreateBackupVaultCommand({ BackupVaultName: "bunker" }));
  await copy({ DestinationBackupVaultArn: vaultArn("bunker", "us-east-1", other) });
  for (let reads = 0; (await pointsIn(theirs, "bunker")).length === 0; reads++) {
    expect(reads).toBeLessThan(5);
  }
  const [point] = await pointsIn(theirs, "bunker");
  expect(point?.RecoveryPointArn).toMatch(`arn:aws:backup:us-east-1:${other}:recovery-point:`);
  expect((await theirs.send(new ListCopyJobsCommand({}))).CopyJobs).toEqual([]);
  await theirs.send(
    new DeleteRecoveryPointCommand({
      BackupVaultName: "bunker",
      RecoveryPointArn: point?.RecoveryPointArn,
    }),
  );
  expect(await pointsIn(theirs, "bunker")).toEqual([]);
});

test("snapshots of other services reach another account only in a vault with a key of its own", async () => {
  const { aws, finished } = await backedUp({ resource: database });
  const theirs = aws.in({ accountId: other }).attach(new BackupClient());
  await theirs.send(
    new CreateBackupVaultCommand({ BackupVaultName: "bunker", EncryptionKeyArn: customerKey }),
  );
  expect(
    await finished({ DestinationBackupVaultArn: vaultArn("Default", "us-east-1", other) }),
  ).toMatchObject({
    State: "FAILED",
    MessageCategory: "KMS_KEY_ERROR",
    StatusMessage: expect.stringContaining("encrypted with the default Backup service managed key"),
  });
  const job = await finished({ DestinationBackupVaultArn: vaultArn("bunker", "us-east-1", other) });
  expect(job).toMatchObject({ State: "COMPLETED", DestinationEncryptionKeyArn: customerKey });
  expect(job.DestinationRecoveryPointArn).toMatch(
    new RegExp(`^arn:aws:rds:us-east-1:${other}:snapshot:awsbackup:copyjob-`),
  );
});

test("a vault that is not there, or that keeps others out, makes a copy fail when it starts", async () => {
  const { aws, finished } = await backedUp();
  expect(await finished({ DestinationBackupVaultArn: vaultArn("gone") })).toMatchObject({
    State: "FAILED",
    MessageCategory: "RESOURCE_NOT_FOUND",
    StatusMessage: `Copy job failed because backup vault ${vaultArn("gone")} does not exist.`,
  });
  const theirs = aws.in({ accountId: other }).attach(new BackupClient());
  const deny = { Effect: "Deny", Principal: "*", Action: "backup:CopyIntoBackupVault", Resource: "*" };
  const Policy = JSON.stringify({ Version: "2012-10-17", Statement: [deny] });
  await theirs.send(new PutBackupVaultAccessPolicyCommand({ BackupVaultName: "Default", Policy }));
  expect(
    await finished({ DestinationBackupVaultArn: vaultArn("Default", "us-east-1", other) }),
  ).toMatchObject({ State: "FAILED", MessageCategory: "ACCESS_DENIED" });
});

test("a locked vault takes copies of its range of retention only", async () => {
  const { aws, finished } = await backedUp({ days: 7 });
  aws.seed({
    backup: {
      vaults: [{ BackupVaultName: "locked", Locked: true, MinRetentionDays: 30, MaxRetentionDays: 60 }],
    },
  });
  const into = { DestinationBackupVaultArn: vaultArn("locked") };
  const text =
    "Copy job failed. The retention specified in the job is not within the range specified for the target Backup Vault.";
  expect(await finished(into)).toMatchObject({
    State: "FAILED",
    StatusMessage: text,
    MessageCategory: "INVALID_LIFECYCLE",
    DestinationVaultLockState: "LOCKED",
  });
  expect(await finished({ ...into, Lifecycle: { DeleteAfterDays: 61 } })).toMatchObject({ State: "FAILED" });
  expect(await finished({ ...into, Lifecycle: { DeleteAfterDays: 60 } })).toMatchObject({
    State: "COMPLETED",
  });
});

test("one backup or copy at a time: the second copy stays CREATED while the first one runs", async () => {
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

test("a copy that waits longer than two hours fails", async () => {
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

test("the same token starts one copy", async () => {
  const { copy, list } = await backedUp();
  const first = await copy({ IdempotencyToken: "once" });
  const again = await copy({ IdempotencyToken: "once" });
  expect(again.CopyJobId).toBe(first.CopyJobId);
  expect(await list()).toEqual([first.CopyJobId]);
});

test("copies are listed newest first, by each filter, page by page, and for 30 days", async () => {
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

test("waiting for a finished copy in a filtered list ends", async () => {
  const { copy, list } = await backedUp();
  await copy();
  for (let reads = 0; (await list({ ByState: "COMPLETED" }))?.length === 0; reads++) {
    expect(reads).toBeLessThan(5);
  }
});

test("the event bus hears of every state, and of the new point in its own Region", async () => {
  const { aws, finished, RecoveryPointArn } = await backedUp({ days: 10 });
  const job = await finished({ DestinationBackupVaultArn: vaultArn("Default", "us-west-2") });
  const copies = aws.events().filter(event => event["detail-type"] === "Copy Job State Change");
  expect(copies.map(({ resources, detail: { state } }) => [resources, state])).toEqual([
    [[RecoveryPointArn], "CREATED"],
    [[RecoveryPointArn], "RUNNING"],
    [[RecoveryPointArn], "COMPLETED"],
  ]);
  expect(copies[0]?.detail).toEqual({
    creationDate: job.CreationDate?.toISOString(),
    state: "CREATED",
    sourceBackupVaultArn: vaultArn("nightly"),
    destinationBackupVaultArn: vaultArn("Default", "us-west-2"),
  });
  expect(copies[1]?.detail).toMatchObject({ copyJobId: job.CopyJobId, destinationRecoveryPointArn: {} });
  expect(copies[2]?.detail).toMatchObject({
    backupSizeInBytes: 5_000,
    resourceType: "DynamoDB",
    completionDate: job.CompletionDate?.toISOString(),
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

describe("what a rule of a plan copies", () => {
  const plan = (
    CopyActions: NonNullable<BackupPlanInput["Rules"]>[number]["CopyActions"],
  ): BackupPlanInput => ({
    BackupPlanName: "daily",
    Rules: [
      {
        RuleName: "morning",
        TargetBackupVaultName: "nightly",
        CopyActions,
        Lifecycle: { DeleteAfterDays: 35 },
      },
    ],
  });

  const planned = async (document: BackupPlanInput, resource = table) => {
    const aws = mockAws();
    aws.seed({
      backup: { vaults: [{ BackupVaultName: "nightly" }, { BackupVaultName: "safe" }] },
      resources: [{ arn: resource, sizeInBytes: 100 }],
    });
    const client = aws.attach(new BackupClient());
    const { BackupPlanId } = await client.send(new CreateBackupPlanCommand({ BackupPlan: document }));
    await client.send(
      new CreateBackupSelectionCommand({
        BackupPlanId,
        BackupSelection: { SelectionName: "all", IamRoleArn: role, Resources: [resource] },
      }),
    );
    await aws.clock.advance("6 hours");
    await aws.settle();
    const { CopyJobs = [] } = await client.send(new ListCopyJobsCommand({}));
    return { aws, client, BackupPlanId, CopyJobs };
  };

  test("is made after each backup, and tells the plan, the rule and the backup job", async () => {
    const { client, BackupPlanId, CopyJobs } = await planned(
      plan([
        { DestinationBackupVaultArn: vaultArn("safe"), Lifecycle: { DeleteAfterDays: 365 } },
        { DestinationBackupVaultArn: vaultArn("Default", "eu-west-1") },
      ]),
    );
    const { BackupJobs: [backup] = [] } = await client.send(new ListBackupJobsCommand({}));
    expect(CopyJobs).toHaveLength(2);
    for (const job of CopyJobs) {
      expect(job).toMatchObject({
        State: "COMPLETED",
        IamRoleArn: role,
        CreatedBy: { BackupPlanId, BackupRuleName: "morning" },
        CreatedByBackupJobId: backup?.BackupJobId,
        SourceRecoveryPointArn: backup?.RecoveryPointArn,
      });
    }
    expect(CopyJobs.map(job => job.DestinationRecoveryPointLifecycle)).toEqual([
      { DeleteAfterDays: 35 },
      { DeleteAfterDays: 365 },
    ]);
    const [copied] = await pointsIn(client, "safe");
    expect(copied).toMatchObject({ CreatedBy: { BackupPlanId }, CreationDate: backup?.CreationDate });
  });

  test("fails where the type has no copies", async () => {
    const { CopyJobs } = await planned(plan([{ DestinationBackupVaultArn: vaultArn("safe") }]), cluster);
    expect(CopyJobs).toMatchObject([{ State: "FAILED", MessageCategory: "UNSUPPORTED_OPERATION" }]);
  });

  test("never gets into the vault of automatic EFS backups", async () => {
    const reserved = vaultArn("aws/efs/automatic-backup-vault");
    const { CopyJobs } = await planned(plan([{ DestinationBackupVaultArn: reserved }]));
    expect(CopyJobs).toMatchObject([{ State: "FAILED", MessageCategory: "ACCESS_DENIED" }]);
  });
});

describe("StartCopyJob refuses", () => {
  test("input that is missing or malformed", async () => {
    const story = await backedUp();
    const missing = expect.any(MissingParameterValueException);
    await expect(story.copy({ IamRoleArn: undefined })).rejects.toEqual(missing);
    for (const input of [
      { IamRoleArn: "backup" },
      { DestinationBackupVaultArn: "safe" },
      { DestinationBackupVaultArn: table },
      { Lifecycle: { MoveToColdStorageAfterDays: 30, DeleteAfterDays: 60 } },
    ]) {
      await rejectsUnchanged(story, () => story.copy(input), { name: InvalidParameterValueException.name });
    }
  });

  test("a point or source vault that is not there", async () => {
    const story = await backedUp();
    for (const input of [
      { SourceBackupVaultName: "gone" },
      { SourceBackupVaultName: "safe" },
      { RecoveryPointArn: `arn:aws:backup:us-east-1:${here}:recovery-point:gone` },
    ]) {
      await rejectsUnchanged(story, () => story.copy(input), { name: ResourceNotFoundException.name });
    }
  });

  test("types without copies, points in cold storage, continuous points and points in the making", async () => {
    const request = { name: InvalidRequestException.name };
    const redshift = await backedUp({ resource: cluster });
    await rejectsUnchanged(redshift, () => redshift.copy(), {
      ...request,
      message: "Feature is not supported for provided resource type.",
    });
    const { aws, copy } = await backedUp();
    const continuous = `arn:aws:backup:us-east-1:${here}:recovery-point:continuous:orders-0a1b2c3d`;
    const { backup } = aws.seed({
      backup: {
        recoveryPoints: [
          { ResourceArn: table, BackupVaultName: "nightly", StorageClass: "COLD" },
          { ResourceArn: table, BackupVaultName: "nightly", Status: "CREATING" },
          {
            ResourceArn: bucket,
            BackupVaultName: "nightly",
            RecoveryPointArn: continuous,
            Status: "AVAILABLE",
          },
        ],
      },
    });
    for (const { RecoveryPointArn } of backup.recoveryPoints) {
      await rejectsUnchanged({ aws }, () => copy({ RecoveryPointArn }), request);
    }
  });

  test("the vault of automatic EFS backups as a destination, and a vault whose policy denies copies", async () => {
    const story = await backedUp();
    const reserved = vaultArn("aws/efs/automatic-backup-vault");
    await rejectsUnchanged(story, () => story.copy({ DestinationBackupVaultArn: reserved }), {
      name: "AccessDeniedException",
      message: "Insufficient privileges to perform this action.",
    });
    const deny = { Effect: "Deny", Principal: { AWS: "*" }, Action: "backup:StartCopyJob", Resource: "*" };
    const Policy = JSON.stringify({ Version: "2012-10-17", Statement: [deny] });
    await story.client.send(new PutBackupVaultAccessPolicyCommand({ BackupVaultName: "nightly", Policy }));
    await rejectsUnchanged(story, () => story.copy(), { name: "AccessDeniedException" });
  });

  test("more copies of a resource than may leave the Region or account at a time", async () => {
    const quotas = { crossRegionCopiesPerResource: 1, crossAccountCopiesPerResource: 1 };
    const story = await backedUp({ quotas });
    const limit = { name: LimitExceededException.name };
    for (const destination of [vaultArn("Default", "us-west-2"), vaultArn("Default", "us-west-2", other)]) {
      const input = { DestinationBackupVaultArn: destination };
      await story.copy(input);
      await rejectsUnchanged(story, () => story.copy(input), limit);
    }
    await story.copy();
    await story.aws.settle();
    await story.copy({ DestinationBackupVaultArn: vaultArn("Default", "us-west-2") });
  });
});

test("a point that is gone when its copy starts makes the copy fail; an unknown job is not found", async () => {
  const { aws, client, copy, describe, RecoveryPointArn } = await backedUp();
  const { CopyJobId } = await copy();
  await client.send(new DeleteRecoveryPointCommand({ BackupVaultName: "nightly", RecoveryPointArn }));
  await aws.settle();
  expect(await describe(CopyJobId)).toMatchObject({
    State: "FAILED",
    StatusMessage: `Cannot find recovery point with ARN: ${RecoveryPointArn}`,
  });
  await expect(describe("unknown")).rejects.toEqual(expect.any(ResourceNotFoundException));
  await expect(client.send(new ListCopyJobsCommand({ NextToken: "?" }))).rejects.toEqual(
    expect.any(InvalidParameterValueException),
  );
});

test("a test decides how the next copy ends", async () => {
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
