const assert = require("node:assert");
const {
  BackupClient,
  CreateBackupVaultCommand,
  DescribeBackupVaultCommand,
} = require("@aws-sdk/client-backup");
const { mockAws } = require("aws-backup-mock");

const main = async () => {
  const client = mockAws().attach(new BackupClient());
  await client.send(new CreateBackupVaultCommand({ BackupVaultName: "daily" }));
  const vault = await client.send(new DescribeBackupVaultCommand({ BackupVaultName: "daily" }));
  assert.equal(vault.BackupVaultName, "daily");
};

main();
