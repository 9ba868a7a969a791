import {
  BackupClient,
  CreateBackupVaultCommand,
  DescribeBackupVaultCommand,
  StartBackupJobCommand,
} from "@aws-sdk/client-backup";
import { mockClient } from "aws-sdk-client-mock";
import { protect } from "./nightly";

const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";

test("recorded calls", async () => {
  const backup = mockClient(BackupClient);
  backup.resolves({});
  await protect(table);

  expect(backup.calls()).toHaveLength(2);
  expect(backup.call(0).args[0].input).toEqual({ BackupVaultName: "nightly" });
  expect(backup.commandCalls(StartBackupJobCommand, { ResourceArn: table })).toHaveLength(1);
  const [start] = backup.commandCalls(StartBackupJobCommand);
  expect(start?.args[0].input.Lifecycle).toEqual({ DeleteAfterDays: 35 });
  backup.resetHistory();

  expect(backup.calls()).toHaveLength(0);
  backup.restore();
});

test("one client", async () => {
  const client = new BackupClient();
  const backup = mockClient(client);
  backup.on(CreateBackupVaultCommand).resolves({ BackupVaultName: "weekly" });

  await client.send(new CreateBackupVaultCommand({ BackupVaultName: "weekly" }));
  expect(backup.commandCalls(CreateBackupVaultCommand)).toHaveLength(1);
});

test("other commands", async () => {
  const backup = mockClient(BackupClient);
  backup.onAnyCommand().rejects("not expected");
  backup.on(CreateBackupVaultCommand).resolves({});

  const client = new BackupClient();
  const describe = new DescribeBackupVaultCommand({ BackupVaultName: "nightly" });
  await expect(client.send(describe)).rejects.toThrow("not expected");
  backup.restore();
});
