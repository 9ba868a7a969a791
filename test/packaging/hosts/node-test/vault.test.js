import { test } from "node:test";
import { BackupClient, CreateBackupVaultCommand } from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";
import { assertThat } from "aws-backup-mock/matchers";

test("a vault is created", async t => {
  const aws = mockAws();
  aws.intercept(BackupClient);
  t.after(() => aws.restore());
  await new BackupClient().send(new CreateBackupVaultCommand({ BackupVaultName: "daily" }));
  assertThat(aws).toHaveVault("daily", { Locked: false });
});
