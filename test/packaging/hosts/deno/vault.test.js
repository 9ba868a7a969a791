import assert from "node:assert";
import { BackupClient, CreateBackupVaultCommand } from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";
import { assertThat } from "aws-backup-mock/matchers";

Deno.test("a vault is created", async () => {
  using aws = mockAws();
  aws.intercept(BackupClient);
  await new BackupClient().send(new CreateBackupVaultCommand({ BackupVaultName: "daily" }));
  assertThat(aws).toHaveVault("daily", { Locked: false });
  assertThat(aws).toHaveReceivedCommandOnce(CreateBackupVaultCommand);
});

Deno.test("a failure is an AssertionError", () => {
  assert.throws(() => assertThat(mockAws()).toHaveVault("daily"), {
    name: "AssertionError",
    message: 'Expected the mock to have a vault named "daily".\n\nThere are no vaults.',
  });
});
