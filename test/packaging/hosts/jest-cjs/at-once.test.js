const { BackupClient, CreateBackupVaultCommand } = require("@aws-sdk/client-backup");
const { mockAws } = require("aws-backup-mock");

test.concurrent.each(["daily", "weekly", "monthly"])(
  "tests that run at once have a mock each: %s",
  async name => {
    const aws = mockAws();
    const client = aws.attach(new BackupClient());
    await client.send(new CreateBackupVaultCommand({ BackupVaultName: name }));
    await new Promise(resolve => setTimeout(resolve, 5));
    expect(aws).toHaveReceivedCommandExactlyOnceWith(CreateBackupVaultCommand, { BackupVaultName: name });
    expect(aws.state.backup.vaults.size).toBe(1);
  },
);
