const { BackupClient, CreateBackupVaultCommand } = require("@aws-sdk/client-backup");
const own = require("./mock-per-test.js");

const client = new BackupClient();

test.each(["daily", "weekly"])("a test sees nothing of the other ones: %s", async BackupVaultName => {
  expect(own.aws).not.toHaveReceivedAnyCommand();
  await client.send(new CreateBackupVaultCommand({ BackupVaultName }));
  expect(own.aws).toHaveVault(BackupVaultName, { Locked: false });
  expect(own.aws.state.backup.vaults.size).toBe(1);
  expect(client).toHaveReceivedCommandExactlyOnceWith(CreateBackupVaultCommand, { BackupVaultName });
  const wrong = () =>
    expect(client).toHaveReceivedCommandWith(CreateBackupVaultCommand, { BackupVaultName: "x" });
  expect(wrong).toThrow(/received 1 call[\s\S]*\+ +"BackupVaultName": "(dai|week)ly"/);
});
