import { BackupClient, CreateBackupVaultCommand } from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";

let aws;
beforeEach(() => {
  aws = mockAws();
  aws.intercept(BackupClient);
});
afterEach(() => aws.restore());

test("a vault is created", async () => {
  await new BackupClient().send(new CreateBackupVaultCommand({ BackupVaultName: "daily" }));
  expect(aws).toHaveVault("daily", { Locked: false });
});
