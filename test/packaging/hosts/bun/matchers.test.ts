import { afterAll, expect, test } from "bun:test";
import {
  Backup,
  CreateBackupVaultCommand,
  DeleteBackupVaultCommand,
  StartBackupJobCommand,
} from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";
import "aws-backup-mock/jest";

const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";
const IamRoleArn = "arn:aws:iam::123456789012:role/backup";
const aws = mockAws();
const backup = aws.attach(new Backup());
afterAll(() => aws.restore());

aws.seed({ resources: [{ arn: table }] });
await backup.createBackupVault({ BackupVaultName: "daily", BackupVaultTags: { team: "media" } });
await backup.startBackupJob({ BackupVaultName: "daily", ResourceArn: table, IamRoleArn });
await aws.settle();

test("each matcher holds", () => {
  const vault = { BackupVaultName: "daily" };
  const job = { ResourceArn: table };
  expect(aws).toHaveReceivedAnyCommand();
  expect(aws).toHaveReceivedCommand(CreateBackupVaultCommand);
  expect(aws).toHaveReceivedCommandOnce(CreateBackupVaultCommand);
  expect(aws).toHaveReceivedCommandTimes(CreateBackupVaultCommand, 1);
  expect(aws).toHaveReceivedCommandWith(CreateBackupVaultCommand, vault);
  expect(aws).toHaveReceivedCommandExactlyOnceWith(CreateBackupVaultCommand, vault);
  expect(aws).toHaveReceivedNthCommandWith(2, StartBackupJobCommand, job);
  expect(aws).toHaveReceivedNthSpecificCommandWith(1, StartBackupJobCommand, job);
  expect(aws).toHaveReceivedLastCommandWith(StartBackupJobCommand, job);
  expect(aws).toHaveReceivedNoOtherCommands([CreateBackupVaultCommand, StartBackupJobCommand]);
  expect(backup).toReceiveCommandWith(CreateBackupVaultCommand, vault);
  expect(aws).toHaveVault("daily", { CreationDate: new Date("2026-01-01T00:00:00Z"), Locked: false });
  expect(aws).toHaveBackupJob({ State: "COMPLETED" }, { times: 1 });
  expect(aws).toHaveRecoveryPoint({ ResourceArn: table });
  expect(aws).toHaveProtected(table);
  expect(aws).toHaveEmitted("Backup Job State Change", { state: "COMPLETED" });
});

test("each matcher holds after .not", () => {
  const vault = { BackupVaultName: "weekly" };
  const job = { ResourceArn: `${table}s` };
  expect(mockAws()).not.toHaveReceivedAnyCommand();
  expect(aws).not.toHaveReceivedCommand(DeleteBackupVaultCommand);
  expect(aws).not.toHaveReceivedCommandOnce(DeleteBackupVaultCommand);
  expect(aws).not.toHaveReceivedCommandTimes(CreateBackupVaultCommand, 2);
  expect(aws).not.toHaveReceivedCommandWith(CreateBackupVaultCommand, vault);
  expect(aws).not.toHaveReceivedCommandExactlyOnceWith(CreateBackupVaultCommand, vault);
  expect(aws).not.toHaveReceivedNthCommandWith(2, StartBackupJobCommand, job);
  expect(aws).not.toHaveReceivedNthSpecificCommandWith(1, StartBackupJobCommand, job);
  expect(aws).not.toHaveReceivedLastCommandWith(StartBackupJobCommand, job);
  expect(aws).not.toHaveReceivedNoOtherCommands([CreateBackupVaultCommand]);
  expect(backup).not.toReceiveCommandWith(CreateBackupVaultCommand, vault);
  expect(aws).not.toHaveVault("daily", { Locked: true });
  expect(aws).not.toHaveBackupJob({ State: "FAILED" });
  expect(aws).not.toHaveRecoveryPoint({ ResourceArn: `${table}s` });
  expect(aws).not.toHaveProtected(`${table}s`);
  expect(aws).not.toHaveEmitted("Backup Job State Change", { state: "FAILED" });
});

test("Bun's own matchers work at any depth", () => {
  const tags = { BackupVaultTags: expect.objectContaining({ team: expect.any(String) }) };
  expect(aws).toHaveReceivedCommandWith(CreateBackupVaultCommand, tags);
  expect(aws).toHaveVault(expect.stringMatching(/^da/), { CreationDate: expect.any(Date) });
  expect(aws).not.toHaveVault("daily", { CreationDate: expect.any(String) });
  expect(aws).toHaveRecoveryPoint(expect.objectContaining({ Status: "COMPLETED" }));
});

test("stubs refuse them", () => {
  expect(() => aws.on(CreateBackupVaultCommand, { BackupVaultName: expect.any(String) })).toThrow(
    "Cannot compare with a matcher of Bun's expect",
  );
});
