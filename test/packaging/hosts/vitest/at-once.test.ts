import { BackupClient, CreateBackupVaultCommand } from "@aws-sdk/client-backup";
import { type MockAws, mockAws } from "aws-backup-mock";
import { test } from "vitest";

const it = test.extend<{ aws: MockAws }>({
  aws: async ({ task: _ }, use) => use(mockAws()),
});

for (const name of ["daily", "weekly", "monthly"]) {
  it.concurrent(`concurrent tests have a mock each: ${name}`, async ({ aws, expect }) => {
    const client = aws.attach(new BackupClient());
    await client.send(new CreateBackupVaultCommand({ BackupVaultName: name }));
    await new Promise(resolve => setTimeout(resolve, 5));
    expect(aws).toHaveReceivedCommandExactlyOnceWith(CreateBackupVaultCommand, { BackupVaultName: name });
    expect(aws.state.backup.vaults.size).toBe(1);
  });
}

it("what is expected is typed", async ({ aws, expect }) => {
  await expect
    .poll(() => aws)
    .not.toHaveReceivedCommandWith(CreateBackupVaultCommand, { BackupVaultName: "x" });
  // @ts-expect-error: no such member
  expect(aws).not.toHaveReceivedCommandWith(CreateBackupVaultCommand, { VaultName: "x" });
  // @ts-expect-error: a surplus argument
  expect(() => expect(aws).not.toHaveVault("x", {}, 1)).toThrow("1 unexpected argument");
});
