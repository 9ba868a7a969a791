import assert from "node:assert";
import { test } from "node:test";
import { BackupClient, CreateBackupVaultCommand, DescribeBackupVaultCommand } from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";

test("a vault that was created is described", async () => {
  const client = mockAws().attach(new BackupClient());
  await client.send(new CreateBackupVaultCommand({ BackupVaultName: "daily" }));
  const vault = await client.send(new DescribeBackupVaultCommand({ BackupVaultName: "daily" }));
  assert.equal(vault.BackupVaultName, "daily");
});
