import {
  BackupClient,
  CreateBackupVaultCommand,
  DeleteBackupVaultCommand,
  StartBackupJobCommand,
} from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";
import "aws-backup-mock/jest";
import { assertThat } from "aws-backup-mock/matchers";
import { failure } from "../support/failure";
import { pageOf } from "./page";

const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";
const aws = mockAws();
const client = aws.attach(new BackupClient());

beforeEach(async () => {
  aws.reset();
  aws.seed({ resources: [{ arn: table }] });
  await client.send(new CreateBackupVaultCommand({ BackupVaultName: "nightly" }));
  await client.send(
    new StartBackupJobCommand({
      BackupVaultName: "nightly",
      ResourceArn: table,
      IamRoleArn: "arn:aws:iam::123456789012:role/backup",
      Lifecycle: { DeleteAfterDays: 35 },
    }),
  );
});

test("matchers on calls", () => {
  expect(aws).toHaveReceivedAnyCommand();
  expect(aws).toHaveReceivedCommand(CreateBackupVaultCommand);
  expect(aws).toHaveReceivedCommandOnce(CreateBackupVaultCommand);
  expect(aws).toHaveReceivedCommandTimes(DeleteBackupVaultCommand, 0);
  expect(aws).toHaveReceivedCommandWith(StartBackupJobCommand, { Lifecycle: { DeleteAfterDays: 35 } });
  expect(aws).toHaveReceivedCommandExactlyOnceWith(CreateBackupVaultCommand, {
    BackupVaultName: expect.stringMatching(/^night/),
  });
  expect(aws).toHaveReceivedNthCommandWith(2, StartBackupJobCommand, { ResourceArn: table });
  expect(aws).toHaveReceivedNthSpecificCommandWith(1, StartBackupJobCommand, { ResourceArn: table });
  expect(aws).toHaveReceivedLastCommandWith(CreateBackupVaultCommand, { BackupVaultName: "nightly" });
  expect(aws).toHaveReceivedNoOtherCommands([CreateBackupVaultCommand, StartBackupJobCommand]);
});

test("matchers on the state", async () => {
  expect(aws).toHaveVault("nightly");
  expect(aws).toHaveVault("nightly", { Locked: false, CreationDate: new Date("2026-01-01T00:00:00Z") });
  expect(aws).toHaveBackupJob({ ResourceArn: table, State: "CREATED" });

  await aws.settle();

  expect(aws).toHaveRecoveryPoint({ BackupVaultName: "nightly", Status: "COMPLETED" });
  expect(aws).toHaveRecoveryPoint({ ResourceArn: table }, { times: 1 });
  expect(aws).toHaveProtected(table, { Lifecycle: { DeleteAfterDays: 35 } });
  expect(aws).toHaveEmitted("Backup Job State Change", { state: "COMPLETED" });
  expect(aws.in({ region: "eu-west-1" })).not.toHaveRecoveryPoint();
});

test("assertions without expect", () => {
  assertThat(aws).toHaveVault("nightly", { Locked: false });
  assertThat(aws).not.toHaveReceivedCommand(DeleteBackupVaultCommand);
});

test("a failure prints the message of the page", () => {
  const input = { BackupVaultName: "nightly", Lifecycle: { DeleteAfterDays: 30 } };
  const message = failure(() => expect(aws).toHaveReceivedCommandWith(StartBackupJobCommand, input));
  expect(pageOf("matchers.md")).toContain(`\n\`\`\`\n${message}\n\`\`\`\n`);
});

test("a failure on the state says what happened", async () => {
  aws.reset();
  aws.seed({ backup: { vaults: [{ BackupVaultName: "nightly" }] } });
  aws.nextJob({ resourceArn: table }).fails("The role has no access to the table.");
  const IamRoleArn = "arn:aws:iam::123456789012:role/backup";
  await client.send(
    new StartBackupJobCommand({ BackupVaultName: "nightly", ResourceArn: table, IamRoleArn }),
  );
  await aws.settle();
  const message = failure(() => expect(aws).toHaveProtected(table));
  expect(message).toBe(
    pageOf("matchers.md")
      .split("\n```\n")
      .find(block => block.includes("of it.")),
  );
});
