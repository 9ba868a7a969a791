import { BackupClient, CreateBackupVaultCommand } from "@aws-sdk/client-backup";
import { expect, test } from "@jest/globals";
import { mockAws } from "aws-backup-mock";
import "aws-backup-mock/jest-globals";

test("the expect of @jest/globals has the matchers", async () => {
  const aws = mockAws();
  const client = aws.attach(new BackupClient());
  await client.send(new CreateBackupVaultCommand({ BackupVaultName: "daily" }));
  expect(aws).toHaveVault(expect.stringMatching(/^dai/));
});
