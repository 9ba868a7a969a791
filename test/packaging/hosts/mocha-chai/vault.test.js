import { BackupClient, CreateBackupVaultCommand } from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";
import { assertThat } from "aws-backup-mock/matchers";
import { expect } from "chai";

let aws;
beforeEach(() => {
  aws = mockAws();
  aws.intercept(BackupClient);
});
afterEach(() => aws.restore());

it("a vault is created", async () => {
  await new BackupClient().send(new CreateBackupVaultCommand({ BackupVaultName: "daily" }));
  assertThat(aws).toHaveVault("daily", { Locked: false });
  expect(aws.state.backup.vaults).to.have.lengthOf(1);
  expect([...aws.state.backup.vaults][0]).to.include({ BackupVaultName: "daily", Locked: false });
});

it("a failure is an AssertionError", () => {
  expect(() => assertThat(aws).toHaveVault("daily"))
    .to.throw(/There are no vaults/)
    .with.property("name", "AssertionError");
});
