import { BackupClient, CreateBackupVaultCommand } from "@aws-sdk/client-backup";
import { expect, test } from "vitest";
import { aws } from "./shared-mock";

const client = new BackupClient();

test.each(["daily", "weekly"])("a test finds the mock as it was seeded: %s", async BackupVaultName => {
  expect(aws).toHaveVault("nightly");
  expect(aws.state.backup.vaults.size).toBe(1);
  expect(aws).not.toHaveReceivedAnyCommand();
  await client.send(new CreateBackupVaultCommand({ BackupVaultName }));
  expect(aws).toHaveReceivedCommandOnce(CreateBackupVaultCommand);
});
