import assert from "node:assert";
import { BackupClient, CreateBackupVaultCommand } from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";
import { assertThat } from "aws-backup-mock/matchers";

let aws;
beforeEach(() => {
  aws = mockAws();
  aws.intercept(BackupClient);
});
afterEach(() => aws.restore());

it("a vault is created", async () => {
  await new BackupClient().send(new CreateBackupVaultCommand({ BackupVaultName: "daily" }));
  assertThat(aws).toHaveVault("daily", { Locked: false });
  assert.equal(aws.state.backup.vaults.size, 1);
});

it("a failure is an AssertionError", () => {
  assert.throws(() => assertThat(aws).toHaveVault("daily"), { name: "AssertionError" });
});
