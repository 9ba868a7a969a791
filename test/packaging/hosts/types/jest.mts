import { CreateBackupVaultCommand } from "@aws-sdk/client-backup";
import { expect as globalsExpect } from "@jest/globals";
import { mockAws } from "aws-backup-mock";
import { matchers } from "aws-backup-mock/matchers";
import "aws-backup-mock/jest";
import "aws-backup-mock/jest-globals";

const aws = mockAws();
expect(aws).toHaveVault("daily", { Locked: false });
globalsExpect(aws).toHaveVault(globalsExpect.stringContaining("daily"));
expect.extend(matchers);
globalsExpect.extend(matchers);
await expect(Promise.resolve(aws)).resolves.toHaveReceivedCommandOnce(CreateBackupVaultCommand);
await globalsExpect(Promise.resolve(aws)).resolves.toHaveReceivedCommandOnce(CreateBackupVaultCommand);
// @ts-expect-error: no such member
expect(aws).toHaveReceivedCommandWith(CreateBackupVaultCommand, { VaultName: "daily" });
// @ts-expect-error: no such member
globalsExpect(aws).toHaveReceivedCommandWith(CreateBackupVaultCommand, { VaultName: "daily" });
