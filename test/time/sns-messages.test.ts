import type { BusEvent } from "aws-backup-mock";
import { accountWithAllEvents, allVaultEvents, topic } from "./all-events";
import { account, orders } from "./support";

const scenario = accountWithAllEvents();
const notices = async (): Promise<BusEvent[]> =>
  (await scenario).aws.events().filter(({ source }) => source === "aws.sns");

const id = "[0-9A-Fa-f-]{36}";
const job = (noun: string, label: string, text: string, point = "") =>
  new RegExp(`^An ${noun} ${text}\\. ${point}Resource ARN : arn:aws:\\S+\\. ${label} : ${id}$`);
const backupJob = (text: string, point = "") => job("AWS Backup job", "BackupJob ID", text, point);
const copyJob = (text: string, point = "") => job("AWS Backup copy job", "CopyJob ID", text, point);
const restoreJob = (text: string, point = "") => job("AWS Backup restore job", "RestoreJob ID", text, point);
const createdPoint = "Recovery point ARN: arn:aws:\\S+\\. ";
const jobAttributes = ["AccountId", "EventType", "Id", "StartTime", "State"];
const indexAttributes = ["AccountId", "EventType", "IndexStatus", "IsIndexingContinuous", "RecoveryPointArn"];

/** The documented messages, by their attributes. */
const documented: [event: string, state: string | undefined, message: RegExp, attributes: string[]][] = [
  ["BACKUP_JOB", "RUNNING", backupJob("was started"), jobAttributes],
  ["BACKUP_JOB", "COMPLETED", backupJob("was completed successfully", createdPoint), jobAttributes],
  ["BACKUP_JOB", "FAILED", backupJob("failed"), jobAttributes],
  ["BACKUP_JOB", "EXPIRED", backupJob("failed to complete in time"), jobAttributes],
  ["BACKUP_JOB", "ABORTED", backupJob("was stopped"), jobAttributes],
  ["BACKUP_JOB", "PARTIAL", backupJob("was partially completed"), jobAttributes],
  ["COPY_JOB", "RUNNING", copyJob("was started"), jobAttributes],
  ["COPY_JOB", "COMPLETED", copyJob("was completed successfully", createdPoint), jobAttributes],
  ["COPY_JOB", "FAILED", copyJob("failed"), jobAttributes],
  ["COPY_JOB", "PARTIAL", copyJob("was partially completed"), jobAttributes],
  ["RESTORE_JOB", "RUNNING", restoreJob("was started"), jobAttributes],
  ["RESTORE_JOB", "COMPLETED", restoreJob("was completed successfully", createdPoint), jobAttributes],
  ["RESTORE_JOB", "FAILED", restoreJob("failed"), jobAttributes],
  ["RESTORE_JOB", "ABORTED", restoreJob("was stopped"), jobAttributes],
  [
    "RECOVERY_POINT",
    undefined,
    /^An AWS Backup recovery point was modified\. Recovery point ARN: arn:aws:\S+$/,
    ["AccountId", "EventType", "RecoveryPointArn"],
  ],
  [
    "RECOVERY_POINT_INDEXING_COMPLETED",
    "ACTIVE",
    /^An AWS Backup backup index job was completed\. Indexed recovery point arn: arn:aws:\S+$/,
    indexAttributes,
  ],
  ["RECOVERY_POINT_INDEXING_FAILED", "FAILED", /^An AWS Backup backup index job failed\./, indexAttributes],
  [
    "RECOVERY_POINT_INDEX_DELETED",
    "DELETED",
    /^An AWS Backup backup index job was deleted\./,
    indexAttributes,
  ],
];

interface Message {
  readonly Message: string;
  readonly MessageAttributes: Readonly<Record<string, { readonly Value: string }>>;
}

const messageOf = ({ detail }: BusEvent): Message => JSON.parse(JSON.stringify(detail));
const attribute = (notice: BusEvent, name: string) => messageOf(notice).MessageAttributes[name]?.Value;
const keyOf = (notice: BusEvent) =>
  [attribute(notice, "EventType"), attribute(notice, "State") ?? attribute(notice, "IndexStatus")].join(" ");

test.each(documented)("%s %s has the documented message", async (event, state, message, attributes) => {
  const sent = (await notices()).filter(notice => keyOf(notice) === [event, state].join(" "));
  expect(sent).not.toEqual([]);
  for (const notice of sent) {
    expect(notice.detail).toEqual({
      Type: "Notification",
      MessageId: expect.stringMatching(id),
      TopicArn: topic,
      Subject: "Notification from AWS Backup",
      Message: expect.stringMatching(message),
      Timestamp: expect.stringMatching(/^2026-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      MessageAttributes: expect.any(Object),
    });
    expect(Object.entries(messageOf(notice).MessageAttributes).sort()).toEqual(
      attributes.map(name => [name, { Type: "String", Value: expect.any(String) }]),
    );
    expect([notice["detail-type"], notice.resources]).toEqual(["Notification", [topic]]);
  }
});

test("no other messages are sent", async () => {
  const keys = new Set((await notices()).map(keyOf));
  expect([...keys].sort()).toEqual(documented.map(([event, state]) => [event, state].join(" ")).sort());
});

test("every message has a unique id", async () => {
  const ids = (await notices()).map(({ detail }) => detail["MessageId"]);
  expect(new Set(ids).size).toBe(ids.length);
});

test("a topic with a single event receives only that event", async () => {
  for (const event of allVaultEvents) {
    const { aws, backup, start } = account();
    await backup.putBackupVaultNotifications({
      BackupVaultName: "nightly",
      SNSTopicArn: topic,
      BackupVaultEvents: [event],
    });
    await start();
    await start(orders);
    await aws.settle();
    const states = aws
      .events()
      .filter(({ source }) => source === "aws.sns")
      .map(notice => attribute(notice, "State"));
    const expected = { BACKUP_JOB_STARTED: "RUNNING", BACKUP_JOB_COMPLETED: "COMPLETED" }[String(event)];
    expect([event, states]).toEqual([event, expected ? [expected, expected] : []]);
  }
});
