import { after, beforeEach, test } from "node:test";
import { BackupClient, CreateBackupVaultCommand } from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";
import { assertThat } from "aws-backup-mock/matchers";

const aws = mockAws();
aws.intercept(BackupClient);
aws.seed({ backup: { vaults: [{ BackupVaultName: "nightly" }] } });
const seeded = aws.snapshot();

beforeEach(() => {
  aws.reset();
  aws.rollback(seeded);
});
after(() => aws.restore());

for (const BackupVaultName of ["daily", "weekly"]) {
  test(`a test finds the mock as it was seeded: ${BackupVaultName}`, async () => {
    assertThat(aws).toHaveVault("nightly");
    assertThat(aws).not.toHaveReceivedAnyCommand();
    await new BackupClient().send(new CreateBackupVaultCommand({ BackupVaultName }));
    assertThat(aws).toHaveReceivedCommandOnce(CreateBackupVaultCommand);
  });
}
