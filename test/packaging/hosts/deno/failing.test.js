import { mockAws } from "aws-backup-mock";
import { assertThat } from "aws-backup-mock/matchers";

Deno.test("a vault that nobody made", () => {
  const aws = mockAws();
  aws.seed({ backup: { vaults: [{ BackupVaultName: "daily" }] } });
  assertThat(aws).toHaveVault("monthly");
});
