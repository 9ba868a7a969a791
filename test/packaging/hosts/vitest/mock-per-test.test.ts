import { BackupClient, CreateBackupVaultCommand } from "@aws-sdk/client-backup";
import { expect, test } from "vitest";
import { aws } from "./mock-per-test";

const client = new BackupClient();

test.each(["daily", "weekly"])("a test sees nothing of the other ones: %s", async BackupVaultName => {
  expect(aws).not.toHaveReceivedAnyCommand();
  await client.send(new CreateBackupVaultCommand({ BackupVaultName }));
  expect(aws).toHaveVault(BackupVaultName, { Locked: false });
  expect(aws.state.backup.vaults.size).toBe(1);
  expect(client).toHaveReceivedCommandExactlyOnceWith(CreateBackupVaultCommand, { BackupVaultName });
  const wrong = () =>
    expect(client).toHaveReceivedCommandWith(CreateBackupVaultCommand, { BackupVaultName: "x" });
  expect(wrong).toThrow(/received 1 call[\s\S]*\+ +"BackupVaultName": "(dai|week)ly"/);
});
