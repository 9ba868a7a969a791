import { expect, test } from "bun:test";
import { Backup } from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";

const aws = mockAws();
await aws.attach(new Backup()).createBackupVault({ BackupVaultName: "daily" });

test("a vault that nobody made", () => expect(aws).toHaveVault("monthly"));

test("a matcher of Bun", () => expect(aws).toHaveVault(expect.stringMatching(/^month/)));
