import {
  CreateBackupVaultCommand,
  ListBackupVaultsCommand,
  StartBackupJobCommand,
} from "@aws-sdk/client-backup";
import { CreateFileSystemCommand } from "@aws-sdk/client-efs";
import { expect as globalsExpect } from "@jest/globals";
import { mockAws } from "aws-backup-mock";
import { type AwsMatchers, assertThat, matchers } from "aws-backup-mock/matchers";
import "aws-backup-mock/jest";
import "aws-backup-mock/jest-globals";
import "aws-backup-mock/vitest";
import { expect as vitestExpect } from "vitest";
import { check, type Same } from "./types";

const aws = mockAws();

// The same by every host.
const everywhere: AwsMatchers<unknown>[] = [
  expect(aws),
  expect(aws).not,
  globalsExpect(aws),
  globalsExpect(aws).not,
  vitestExpect(aws),
  vitestExpect(aws).not,
  assertThat(aws),
  assertThat(aws).not,
];
void everywhere;

expect.extend(matchers);
globalsExpect.extend(matchers);
vitestExpect.extend(matchers);

const now = expect(aws).toHaveVault("daily");
check<Same<typeof now, void>>();
const later = expect(Promise.resolve(aws)).resolves.toHaveVault("daily");
check<Same<typeof later, Promise<void>>>();
const laterByGlobals = globalsExpect(Promise.resolve(aws)).resolves.toHaveVault("daily");
check<Same<typeof laterByGlobals, Promise<void>>>();
const polled = vitestExpect.poll(() => aws).toHaveReceivedCommandWith(ListBackupVaultsCommand, {});
check<typeof polled extends Promise<void> ? true : false>();

const it = assertThat(aws);
it.toHaveReceivedCommandWith(StartBackupJobCommand, { Lifecycle: { DeleteAfterDays: 35 } });
it.toHaveReceivedCommandWith(
  StartBackupJobCommand,
  globalsExpect.objectContaining({ BackupVaultName: "daily" }),
);
it.toHaveReceivedCommandWith(ListBackupVaultsCommand, { MaxResults: 3 });
it.toHaveReceivedNthCommandWith(2, CreateBackupVaultCommand, { BackupVaultName: "daily" });
it.toHaveReceivedNthCommandWith(CreateBackupVaultCommand, 2, { BackupVaultName: "daily" });
it.toHaveReceivedNoOtherCommands([CreateBackupVaultCommand, CreateFileSystemCommand]);
it.toHaveRecoveryPoint({ CreationDate: new Date(), Lifecycle: { DeleteAfterDays: 35 } }, { times: 2 });
it.toHaveBackupJob({ State: "COMPLETED", CompletionDate: globalsExpect.any(Date) });
it.toHaveProtected(globalsExpect.stringContaining("fs-"), { StorageClass: "COLD" });
it.toHaveEmitted("Backup Job State Change", { state: "COMPLETED" }, { times: 1 });

// @ts-expect-error: no such member
it.toHaveReceivedCommandWith(StartBackupJobCommand, { Lifecycle: { DeleteAfterYears: 1 } });
// @ts-expect-error: a string
it.toHaveReceivedLastCommandWith(CreateBackupVaultCommand, { BackupVaultName: 7 });
// @ts-expect-error: the input is missing
it.toHaveReceivedCommandExactlyOnceWith(CreateBackupVaultCommand);
// @ts-expect-error: a surplus argument
it.toHaveReceivedCommandOnce(CreateBackupVaultCommand, { BackupVaultName: "daily" });
// @ts-expect-error: how often is missing
it.toHaveReceivedCommandTimes(CreateBackupVaultCommand);
// @ts-expect-error: the number of the call is missing
it.toHaveReceivedNthSpecificCommandWith(CreateBackupVaultCommand, {});
// @ts-expect-error: no such state
it.toHaveBackupJob({ State: "DONE" });
// @ts-expect-error: dates are Dates, as the SDK gives them
it.toHaveVault("daily", { CreationDate: 1767225600000 });
// @ts-expect-error: no such option
it.toHaveRecoveryPoint({}, { atLeast: 2 });
// @ts-expect-error: neither a mock nor a client
assertThat({ name: "mock" });
