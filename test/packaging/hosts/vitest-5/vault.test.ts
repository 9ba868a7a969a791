import { BackupClient, CreateBackupVaultCommand, DescribeBackupVaultCommand } from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";
import { expect, test } from "vitest";

test("a vault that was created is described", async () => {
  const client = mockAws().attach(new BackupClient());
  await client.send(new CreateBackupVaultCommand({ BackupVaultName: "daily" }));
  const vault = await client.send(new DescribeBackupVaultCommand({ BackupVaultName: "daily" }));
  expect(vault.BackupVaultName).toBe("daily");
});
