import { Backup, type BackupVaultEvent } from "@aws-sdk/client-backup";
import { type MockOptions, mockAws } from "aws-backup-mock";

const accountId = "123456789012";
const role = `arn:aws:iam::${accountId}:role/backup`;
const table = `arn:aws:dynamodb:us-east-1:${accountId}:table/orders`;
const topic = `arn:aws:sns:us-east-1:${accountId}:backups`;

function account(options: MockOptions = {}) {
  const aws = mockAws(options);
  aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
  aws.seed({ backup: { vaults: [{ BackupVaultName: "nightly" }] }, resources: [{ arn: table }] });
  const client = aws.attach(new Backup());
  const subscribe = (BackupVaultEvents: BackupVaultEvent[] | undefined, SNSTopicArn = topic) =>
    client.putBackupVaultNotifications({ BackupVaultName: "nightly", SNSTopicArn, BackupVaultEvents });
  const backUp = () =>
    client.startBackupJob({ BackupVaultName: "nightly", ResourceArn: table, IamRoleArn: role });
  const sent = () => [...aws.events()].filter(({ source }) => source === "aws.sns");
  return { aws, client, subscribe, backUp, sent };
}

test("notifications are returned in the given order, until they are deleted", async () => {
  const { client, subscribe } = account();
  const BackupVaultName = "nightly";
  const none = {
    name: "ResourceNotFoundException",
    message: "Failed reading notifications from database for Backup vault nightly",
    Code: "ERROR_2106",
  };
  await expect(client.getBackupVaultNotifications({ BackupVaultName })).rejects.toMatchObject(none);
  const BackupVaultEvents: BackupVaultEvent[] = ["RESTORE_JOB_COMPLETED", "BACKUP_JOB_STARTED"];
  await subscribe(BackupVaultEvents);
  expect(await client.getBackupVaultNotifications({ BackupVaultName })).toMatchObject({
    BackupVaultName,
    BackupVaultArn: `arn:aws:backup:us-east-1:${accountId}:backup-vault:nightly`,
    SNSTopicArn: topic,
    BackupVaultEvents,
  });
  await client.deleteBackupVaultNotifications({ BackupVaultName });
  await expect(client.getBackupVaultNotifications({ BackupVaultName })).rejects.toMatchObject(none);
});

test("a completed job is published to the topic in the documented form", async () => {
  const { aws, subscribe, backUp, sent } = account({ now: "2026-03-01T00:00:00Z" });
  await subscribe(["BACKUP_JOB_COMPLETED"]);
  const { BackupJobId, RecoveryPointArn } = await backUp();
  await aws.settle();
  expect(sent()).toEqual([
    expect.objectContaining({
      "detail-type": "Notification",
      resources: [topic],
      detail: {
        Type: "Notification",
        MessageId: expect.any(String),
        TopicArn: topic,
        Subject: "Notification from AWS Backup",
        Message: `An AWS Backup job was completed successfully. Recovery point ARN: ${RecoveryPointArn}. Resource ARN : ${table}. BackupJob ID : ${BackupJobId}`,
        Timestamp: "2026-03-01T00:00:30.000Z",
        MessageAttributes: {
          EventType: { Type: "String", Value: "BACKUP_JOB" },
          State: { Type: "String", Value: "COMPLETED" },
          AccountId: { Type: "String", Value: accountId },
          Id: { Type: "String", Value: BackupJobId },
          StartTime: { Type: "String", Value: "2026-03-01T00:00:00.000Z" },
        },
      },
    }),
  ]);
});

test("BACKUP_JOB_COMPLETED includes failures; the State attribute tells them apart", async () => {
  const { aws, client, subscribe, backUp, sent } = account();
  await subscribe(["BACKUP_JOB_COMPLETED"]);
  await client.putBackupVaultLockConfiguration({ BackupVaultName: "nightly", MaxRetentionDays: 7 });
  const { BackupJobId } = await backUp();
  await aws.settle();
  expect(sent().map(({ detail }) => detail)).toMatchObject([
    {
      Message: `An AWS Backup job failed. Resource ARN : ${table}. BackupJob ID : ${BackupJobId}`,
      MessageAttributes: { State: { Value: "FAILED" } },
    },
  ]);
});

test("a stopped job is published as stopped, and its start if requested", async () => {
  const { aws, client, subscribe, backUp, sent } = account();
  await subscribe(["BACKUP_JOB_STARTED", "BACKUP_JOB_COMPLETED"]);
  const { BackupJobId } = await backUp();
  await aws.clock.advance("10 s");
  await client.stopBackupJob({ BackupJobId });
  await aws.settle();
  expect(sent().map(({ detail: { Message } }) => Message)).toEqual([
    expect.stringContaining("An AWS Backup job was started"),
    `An AWS Backup job was stopped. Resource ARN : ${table}. BackupJob ID : ${BackupJobId}`,
  ]);
});

test("events that were not requested are not published, nor those of other vaults", async () => {
  const { aws, client, subscribe, backUp, sent } = account();
  await subscribe(["COPY_JOB_FAILED"]);
  await backUp();
  await aws.settle();
  await subscribe(["BACKUP_JOB_COMPLETED"]);
  await client.startBackupJob({ BackupVaultName: "Default", ResourceArn: table, IamRoleArn: role });
  await aws.settle();
  expect(sent()).toEqual([]);
});

test.each<BackupVaultEvent[]>([["BACKUP_PLAN_CREATED"], ["BACKUP_JOB_COMPLETED", "BACKUP_PLAN_CREATED"], []])(
  "deprecated events and an empty list are refused: %s",
  async (...events) => {
    const { aws, subscribe } = account();
    const state = aws.state;
    await expect(subscribe(events)).rejects.toMatchObject({
      name: "InvalidParameterValueException",
      message: expect.stringMatching(
        /^Please select from the following list of notifications BACKUP_JOB_STARTED, BACKUP_JOB_COMPLETED, /,
      ),
    });
    expect(aws.state).toBe(state);
  },
);

test("older events of jobs are published besides the others to those who subscribe to them", async () => {
  const { aws, client, subscribe, sent } = account();
  await subscribe(["BACKUP_JOB_COMPLETED", "BACKUP_JOB_SUCCESSFUL", "BACKUP_JOB_FAILED"]);
  const notices = async (): Promise<number> => {
    const before = sent().length;
    await client.startBackupJob({ BackupVaultName: "nightly", ResourceArn: table, IamRoleArn: role });
    await aws.settle();
    return sent().length - before;
  };
  expect(await notices()).toBe(2);
  aws.nextJob({ type: "backup" }).fails("no space left");
  expect(await notices()).toBe(2);
});

test.each([
  ["of another service", `arn:aws:sqs:us-east-1:${accountId}:backups`],
  ["of another account", "arn:aws:sns:us-east-1:999999999999:backups"],
  ["of type FIFO", `${topic}.fifo`],
])("a topic %s is refused", async (_what, SNSTopicArn) => {
  const { subscribe } = account();
  await expect(subscribe(["BACKUP_JOB_COMPLETED"], SNSTopicArn)).rejects.toMatchObject({
    name: "InvalidParameterValueException",
  });
});

test("missing parameters and missing vaults are refused", async () => {
  const { client, subscribe } = account();
  await expect(subscribe(undefined)).rejects.toMatchObject({ name: "MissingParameterValueException" });
  const BackupVaultName = "elsewhere";
  const missing = { name: "ResourceNotFoundException" };
  const BackupVaultEvents: BackupVaultEvent[] = ["BACKUP_JOB_COMPLETED"];
  await expect(
    client.putBackupVaultNotifications({ BackupVaultName, SNSTopicArn: topic, BackupVaultEvents }),
  ).rejects.toMatchObject(missing);
  await expect(client.deleteBackupVaultNotifications({ BackupVaultName })).rejects.toMatchObject(missing);
});
