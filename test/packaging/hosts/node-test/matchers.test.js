import assert from "node:assert";
import { test } from "node:test";
import { BackupClient, CreateBackupVaultCommand } from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";
import { assertThat } from "aws-backup-mock/matchers";

for (const BackupVaultName of ["daily", "weekly"]) {
  test(`a test with a mock of its own: ${BackupVaultName}`, { concurrency: true }, async t => {
    const aws = mockAws();
    aws.intercept(BackupClient);
    t.after(() => aws.restore());
    await new BackupClient().send(new CreateBackupVaultCommand({ BackupVaultName }));

    assertThat(aws).toHaveVault(BackupVaultName, { Locked: false });
    assertThat(aws).toHaveReceivedCommandOnce(CreateBackupVaultCommand);
    assertThat(aws).not.toHaveVault("monthly");
    assert.throws(() => assertThat(aws).toHaveVault("monthly"), {
      name: "AssertionError",
      message: /^Expected the mock to have a vault named "monthly"\.\n\nThere is 1 vault:/,
    });
  });
}

test("a registration without an expect is refused", async () => {
  await assert.rejects(import("aws-backup-mock/vitest"), /found no expect/);
});
