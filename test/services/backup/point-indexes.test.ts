import { Backup, type UpdateRecoveryPointIndexSettingsInput } from "@aws-sdk/client-backup";
import { type MockOptions, mockAws } from "aws-backup-mock";
import { refusal } from "../../support/refusal";

const accountId = "123456789012";
const role = `arn:aws:iam::${accountId}:role/backup`;
const volume = `arn:aws:ec2:us-east-1:${accountId}:volume/vol-0123456789abcdef0`;
const bucket = "arn:aws:s3:::orders";
const table = `arn:aws:dynamodb:us-east-1:${accountId}:table/orders`;
const topic = `arn:aws:sns:us-east-1:${accountId}:backups`;
const BackupVaultName = "nightly";

async function backedUp(options: MockOptions & { resource?: string } = {}) {
  const { resource = volume, ...mockOptions } = options;
  const aws = mockAws({ now: "2026-03-01T00:00:00Z", ...mockOptions });
  aws.seed({
    backup: { vaults: [{ BackupVaultName }] },
    resources: [{ arn: volume }, { arn: bucket }, { arn: table }],
  });
  const client = aws.attach(new Backup());
  const backUp = async (ResourceArn: string) => {
    const { BackupJobId } = await client.startBackupJob({ BackupVaultName, ResourceArn, IamRoleArn: role });
    await aws.settle();
    const { RecoveryPointArn } = await client.describeBackupJob({ BackupJobId });
    return RecoveryPointArn;
  };
  const RecoveryPointArn = await backUp(resource);
  const point = { BackupVaultName, RecoveryPointArn };
  const set = (
    Index: UpdateRecoveryPointIndexSettingsInput["Index"],
    input: Partial<UpdateRecoveryPointIndexSettingsInput> = {},
  ) => client.updateRecoveryPointIndexSettings({ ...point, IamRoleArn: role, Index, ...input });
  return { aws, client, backUp, point, set };
}

test("an index is PENDING, then ACTIVE, and shown in every list of the point", async () => {
  const { aws, client, point, set } = await backedUp();
  expect(await set("ENABLED")).toMatchObject({ ...point, Index: "ENABLED", IndexStatus: "PENDING" });
  const first = await client.getRecoveryPointIndexDetails(point);
  expect(first).toMatchObject({
    RecoveryPointArn: point.RecoveryPointArn,
    BackupVaultArn: `arn:aws:backup:us-east-1:${accountId}:backup-vault:nightly`,
    SourceResourceArn: volume,
    IndexStatus: "PENDING",
    IndexCreationDate: new Date("2026-03-01T00:00:30Z"),
  });
  expect(await client.getRecoveryPointIndexDetails(point)).toMatchObject({
    IndexStatus: "ACTIVE",
    IndexCompletionDate: aws.clock.now(),
  });
  expect(await client.describeRecoveryPoint(point)).toMatchObject({ IndexStatus: "ACTIVE" });
  const { RecoveryPoints } = await client.listRecoveryPointsByResource({ ResourceArn: volume });
  expect(RecoveryPoints).toMatchObject([{ IndexStatus: "ACTIVE" }]);
  const { IndexedRecoveryPoints } = await client.listIndexedRecoveryPoints({});
  expect(IndexedRecoveryPoints).toMatchObject([
    {
      RecoveryPointArn: point.RecoveryPointArn,
      SourceResourceArn: volume,
      IamRoleArn: role,
      ResourceType: "EBS",
      BackupCreationDate: new Date("2026-03-01T00:00:00Z"),
      IndexStatus: "ACTIVE",
    },
  ]);
});

test("a disabled index is DELETING, then deleted", async () => {
  const { aws, client, point, set } = await backedUp();
  await set("ENABLED", { IamRoleArn: `arn:aws:iam::${accountId}:role/search` });
  await aws.settle();
  expect(await set("DISABLED")).toMatchObject({ Index: "DISABLED", IndexStatus: "DELETING" });
  expect(await client.describeRecoveryPoint(point)).toMatchObject({ IndexStatus: "DELETING" });
  expect(await client.describeRecoveryPoint(point)).not.toHaveProperty("IndexStatus");
  await expect(client.getRecoveryPointIndexDetails(point)).rejects.toMatchObject({
    name: "ResourceNotFoundException",
  });
  expect((await client.listIndexedRecoveryPoints({})).IndexedRecoveryPoints).toEqual([]);
});

test("polling any list shows the index become active", async () => {
  for (const shown of ["indexed", "vault", "resource"] as const) {
    const { client, set } = await backedUp();
    await set("ENABLED");
    const lists = {
      indexed: async () =>
        (await client.listIndexedRecoveryPoints({ IndexStatus: "ACTIVE" })).IndexedRecoveryPoints,
      vault: async () => (await client.listRecoveryPointsByBackupVault({ BackupVaultName })).RecoveryPoints,
      resource: async () =>
        (await client.listRecoveryPointsByResource({ ResourceArn: volume })).RecoveryPoints,
    };
    let reads = 0;
    while ((await lists[shown]())?.[0]?.IndexStatus !== "ACTIVE") if (++reads > 5) throw new Error(shown);
  }
});

test("an index can fail, and be built again", async () => {
  const { aws, client, point, set } = await backedUp();
  aws.nextJob({ type: "index" }).fails("No files were found.").takes("1 hour");
  await set("ENABLED");
  await aws.clock.advance("59 minutes");
  expect(await client.getRecoveryPointIndexDetails(point)).toMatchObject({ IndexStatus: "PENDING" });
  expect(await client.getRecoveryPointIndexDetails(point)).toMatchObject({
    IndexStatus: "FAILED",
    IndexStatusMessage: "No files were found.",
  });
  await set("ENABLED");
  await aws.settle();
  expect(await client.getRecoveryPointIndexDetails(point)).toMatchObject({ IndexStatus: "ACTIVE" });
});

test("events and SNS messages report the states of an index", async () => {
  const { aws, client, point, set } = await backedUp();
  await client.putBackupVaultNotifications({
    BackupVaultName,
    SNSTopicArn: topic,
    BackupVaultEvents: ["RECOVERY_POINT_INDEX_COMPLETED", "RECOVERY_POINT_INDEX_DELETED"],
  });
  await set("ENABLED");
  await aws.settle();
  await client.deleteRecoveryPoint(point);
  const events = [...aws.events()].filter(
    event => event["detail-type"] === "Recovery Point Index State Change",
  );
  expect(events).toMatchObject([
    {
      resources: [point.RecoveryPointArn],
      detail: {
        recoveryPointArn: point.RecoveryPointArn,
        accountId,
        indexStatus: "ACTIVE",
        iamRoleArn: role,
        resourceType: "EBS",
        indexCreationTime: "2026-03-01T00:00:30Z",
        indexCompletionTime: "2026-03-01T00:05:30Z",
        isIndexingContinuous: false,
        sourceResourceArn: volume,
        backupCreationTime: "2026-03-01T00:00:00Z",
      },
    },
    { detail: { indexStatus: "DELETED", indexDeletionTime: "2026-03-01T00:05:30Z" } },
  ]);
  const notices = [...aws.events()].filter(({ source }) => source === "aws.sns");
  expect(notices).toMatchObject([
    {
      detail: {
        Message: `An AWS Backup backup index job was completed. Indexed recovery point arn: ${point.RecoveryPointArn}`,
        MessageAttributes: {
          EventType: { Value: "RECOVERY_POINT_INDEXING_COMPLETED" },
          IndexStatus: { Value: "ACTIVE" },
        },
      },
    },
    { detail: { MessageAttributes: { EventType: { Value: "RECOVERY_POINT_INDEX_DELETED" } } } },
  ]);
});

test("indexed points are listed by resource, type, status and date", async () => {
  const { aws, client, backUp, set } = await backedUp();
  await set("ENABLED");
  await aws.clock.advance("1 day");
  const RecoveryPointArn = await backUp(bucket);
  await set("ENABLED", { RecoveryPointArn });
  const count = async (filter: Parameters<typeof client.listIndexedRecoveryPoints>[0]) =>
    (await client.listIndexedRecoveryPoints(filter)).IndexedRecoveryPoints?.length;
  const noon = new Date("2026-03-01T12:00:00Z");
  expect(await count({ IndexStatus: "ACTIVE" })).toBe(1);
  await aws.settle();
  expect(await count({})).toBe(2);
  expect(await count({ SourceResourceArn: bucket })).toBe(1);
  expect(await count({ SourceResourceArn: table })).toBe(0);
  expect(await count({ ResourceType: "EBS" })).toBe(1);
  expect(await count({ IndexStatus: "FAILED" })).toBe(0);
  expect(await count({ CreatedBefore: noon })).toBe(1);
  expect(await count({ CreatedAfter: noon })).toBe(1);
  const { IndexedRecoveryPoints: page, NextToken } = await client.listIndexedRecoveryPoints({
    MaxResults: 1,
  });
  expect(page).toMatchObject([{ ResourceType: "S3" }]);
  expect((await client.listIndexedRecoveryPoints({ NextToken })).IndexedRecoveryPoints).toMatchObject([
    { ResourceType: "EBS" },
  ]);
});

test("the number of indexes built at a time is limited", async () => {
  const { aws, client, backUp, set, point } = await backedUp({ quotas: { indexesAtATimePerResource: 1 } });
  const RecoveryPointArn = await backUp(volume);
  await set("ENABLED");
  await set("ENABLED", { RecoveryPointArn });
  await aws.clock.advance("5 minutes");
  expect(await client.describeRecoveryPoint(point)).toMatchObject({ IndexStatus: "ACTIVE" });
  expect(await client.describeRecoveryPoint({ ...point, RecoveryPointArn })).toMatchObject({
    IndexStatus: "PENDING",
  });
  await aws.settle();
  expect(await client.describeRecoveryPoint({ ...point, RecoveryPointArn })).toMatchObject({
    IndexStatus: "ACTIVE",
  });
});

describe("refused:", () => {
  test.each<[string, string, Partial<UpdateRecoveryPointIndexSettingsInput>, string]>([
    ["a type that cannot have an index", table, {}, "InvalidRequestException"],
    ["a missing index", volume, { Index: "DISABLED" }, "InvalidRequestException"],
    ["an invalid role", volume, { IamRoleArn: "role" }, "InvalidParameterValueException"],
    ["a missing point", volume, { RecoveryPointArn: `${volume}x` }, "ResourceNotFoundException"],
    ["a missing vault", volume, { BackupVaultName: "elsewhere" }, "AccessDeniedException"],
    ["an update without a value", volume, { Index: undefined }, "MissingParameterValueException"],
  ])("%s", async (_, resource, input, name) => {
    const story = await backedUp({ resource });
    expect(await refusal(story, () => story.set("ENABLED", input))).toMatchObject({ name });
  });

  test("points in cold storage and in air-gapped vaults", async () => {
    const story = await backedUp();
    const { aws, client } = story;
    const cold = {
      BackupVaultName,
      RecoveryPointArn: "arn:aws:ec2:us-east-1::snapshot/snap-0aaaaaaaaaaaaaaa0",
    };
    aws.seed({ backup: { recoveryPoints: [{ ...cold, ResourceArn: volume, StorageClass: "COLD" }] } });
    expect(await refusal(story, () => story.set("ENABLED", cold))).toMatchObject({
      name: "InvalidRequestException",
      message: expect.stringContaining("cold storage"),
    });
    await client.createLogicallyAirGappedBackupVault({
      BackupVaultName: "gapped",
      MinRetentionDays: 7,
      MaxRetentionDays: 30,
    });
    await aws.settle();
    const gapped = {
      BackupVaultName: "gapped",
      RecoveryPointArn: `arn:aws:backup:us-east-1:${accountId}:recovery-point:1`,
    };
    aws.seed({ backup: { recoveryPoints: [{ ...gapped, ResourceArn: volume }] } });
    expect(await refusal(story, () => story.set("ENABLED", gapped))).toMatchObject({
      name: "InvalidRequestException",
      message: expect.stringContaining("air-gapped"),
    });
  });

  test("a change of an index that is being deleted", async () => {
    const story = await backedUp({ clock: "manual" });
    await story.set("ENABLED");
    await story.set("DISABLED");
    expect(await refusal(story, () => story.set("ENABLED"))).toMatchObject({
      name: "InvalidRequestException",
    });
  });

  test.each([
    [{ ResourceType: "EFS" }, "InvalidParameterValueException"],
    [{ SourceResourceArn: "arn:aws:sqs:us-east-1:123456789012:queue" }, "InvalidParameterValueException"],
    [{ SourceResourceArn: `${volume}1` }, "ResourceNotFoundException"],
    [{ NextToken: "?" }, "InvalidParameterValueException"],
  ])("lists filtered by %j", async (input, name) => {
    const story = await backedUp();
    expect(await refusal(story, () => story.client.listIndexedRecoveryPoints(input))).toMatchObject({ name });
  });

  test("details of a point without an index, and of missing points", async () => {
    const story = await backedUp();
    const details = (input: object) => () =>
      story.client.getRecoveryPointIndexDetails({ ...story.point, ...input });
    const name = "ResourceNotFoundException";
    expect(await refusal(story, details({}))).toMatchObject({ name });
    expect(await refusal(story, details({ RecoveryPointArn: volume }))).toMatchObject({ name });
    expect(await refusal(story, details({ BackupVaultName: "x" }))).toMatchObject({
      name: "InvalidParameterValueException",
    });
  });
});
