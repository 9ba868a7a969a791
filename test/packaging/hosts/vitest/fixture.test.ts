import { BackupClient, CreateBackupVaultCommand } from "@aws-sdk/client-backup";
import { expect } from "vitest";
import { test } from "./fixture";

test("a vault is created", async ({ aws }) => {
  await new BackupClient().send(new CreateBackupVaultCommand({ BackupVaultName: "daily" }));
  expect(aws).toHaveVault("daily", { Locked: false });
});

test("the next test has a mock of its own", ({ aws }) => {
  expect(aws).not.toHaveVault("daily");
});
