const {
  BackupClient,
  CreateBackupVaultCommand,
  DescribeBackupVaultCommand,
} = require("@aws-sdk/client-backup");
const { mockAws } = require("aws-backup-mock");

test("a vault that was created is described", async () => {
  const client = mockAws().attach(new BackupClient());
  await client.send(new CreateBackupVaultCommand({ BackupVaultName: "daily" }));
  const vault = await client.send(new DescribeBackupVaultCommand({ BackupVaultName: "daily" }));
  expect(vault.BackupVaultName).toBe("daily");
});
