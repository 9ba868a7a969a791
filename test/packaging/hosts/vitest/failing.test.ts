import { mockAws } from "aws-backup-mock";
import { expect, test } from "vitest";

test("a misspelt option", () => {
  mockAws({ regio: "eu-west-1" } as never);
});

test("a vault that nobody made", () => {
  const aws = mockAws();
  aws.seed({ backup: { vaults: [{ BackupVaultName: "daily" }] } });
  expect(aws).toHaveVault("monthly");
});
