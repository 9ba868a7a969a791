import { Backup, BackupClient, StartCopyJobCommand } from "@aws-sdk/client-backup";
import { type BusEvent, mockAws } from "aws-backup-mock";
import "aws-backup-mock/jest";
import { accountWithAllEvents } from "../time/all-events";
import { pageOf } from "./page";

const accountId = "123456789012";
const IamRoleArn = `arn:aws:iam::${accountId}:role/backup`;
const table = `arn:aws:dynamodb:us-east-1:${accountId}:table/orders`;
const topic = `arn:aws:sns:us-east-1:${accountId}:backups`;
const offsite = `arn:aws:backup:us-east-1:${accountId}:backup-vault:offsite`;

const client = new BackupClient({});

/** The handler of a Lambda function, unchanged. */
async function handler(event: BusEvent) {
  if (event.detail["state"] !== "COMPLETED" || event["detail-type"] !== "Backup Job State Change") return;
  await client.send(
    new StartCopyJobCommand({
      RecoveryPointArn: event.resources[0],
      SourceBackupVaultName: String(event.detail["backupVaultName"]),
      DestinationBackupVaultArn: offsite,
      IamRoleArn,
    }),
  );
}

function account() {
  const aws = mockAws();
  aws.seed({
    backup: { vaults: [{ BackupVaultName: "nightly" }, { BackupVaultName: "offsite" }] },
    resources: [{ arn: table }],
  });
  const backup = aws.attach(new Backup());
  const start = () => backup.startBackupJob({ BackupVaultName: "nightly", ResourceArn: table, IamRoleArn });
  return { aws, backup, start };
}

test("events can be read", async () => {
  const { aws, start } = account();
  await start();
  await aws.settle();

  const states = aws.events({ "detail-type": "Backup Job State Change" }).map(event => event.detail["state"]);
  expect(states).toEqual(["CREATED", "RUNNING", "COMPLETED"]);

  expect(aws).toHaveEmitted("Backup Job State Change", { state: "COMPLETED" });
});

test("a Lambda function can listen", async () => {
  const { aws, start } = account();

  aws.intercept(BackupClient);
  const unsubscribe = aws.onEvent(handler);
  await start();
  await aws.settle(); // waits for the handler, and for the copy it starts
  expect(aws).toHaveRecoveryPoint({ BackupVaultName: "offsite", ResourceArn: table });
  unsubscribe();

  aws.restore();
});

test("a vault notifies its topic", async () => {
  const { aws, backup, start } = account();

  await backup.putBackupVaultNotifications({
    BackupVaultName: "nightly",
    SNSTopicArn: topic,
    BackupVaultEvents: ["BACKUP_JOB_COMPLETED"],
  });
  await start();
  await aws.settle();

  const [notification] = aws.events({ source: "aws.sns" });
  expect(notification?.detail).toMatchObject({
    TopicArn: topic,
    Subject: "Notification from AWS Backup",
    Message: expect.stringMatching(/^An AWS Backup job was completed successfully\. /),
    MessageAttributes: { State: { Type: "String", Value: "COMPLETED" } },
  });
});

test("the page lists exactly the events and states that the mock sends", async () => {
  const { aws } = await accountWithAllEvents();
  const kinds = new Map<string, Set<unknown>>();
  for (const { source, detail, "detail-type": kind } of aws.events()) {
    if (source !== "aws.backup") continue;
    const states = kinds.get(kind) ?? new Set();
    kinds.set(kind, states.add(detail["state"] ?? detail["status"] ?? detail["indexStatus"]));
  }
  const rows = [...pageOf("events.md").matchAll(/^\| `(.+? (?:Change))` +\|[^|]*\| (.+?) +\|$/gm)];
  const listed = rows.map(([, kind, states = ""]) => [kind, states.match(/[A-Z_]+/g)?.sort()]);
  expect(listed.sort()).toEqual([...kinds].map(([kind, states]) => [kind, [...states].sort()]).sort());
});
