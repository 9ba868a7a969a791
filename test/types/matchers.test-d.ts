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

// Every host has the same matchers.
const hosts: AwsMatchers<unknown>[] = [
  expect(aws),
  expect(aws).not,
  globalsExpect(aws),
  globalsExpect(aws).not,
  vitestExpect(aws),
  vitestExpect(aws).not,
  assertThat(aws),
  assertThat(aws).not,
];
void hosts;

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

const assertions = assertThat(aws);
assertions.toHaveReceivedCommandWith(StartBackupJobCommand, { Lifecycle: { DeleteAfterDays: 35 } });
assertions.toHaveReceivedCommandWith(
  StartBackupJobCommand,
  globalsExpect.objectContaining({ BackupVaultName: "daily" }),
);
assertions.toHaveReceivedCommandWith(ListBackupVaultsCommand, { MaxResults: 3 });
assertions.toHaveReceivedNthCommandWith(2, CreateBackupVaultCommand, { BackupVaultName: "daily" });
assertions.toHaveReceivedNthCommandWith(CreateBackupVaultCommand, 2, { BackupVaultName: "daily" });
assertions.toHaveReceivedNoOtherCommands([CreateBackupVaultCommand, CreateFileSystemCommand]);
assertions.toHaveRecoveryPoint(
  { CreationDate: new Date(), Lifecycle: { DeleteAfterDays: 35 } },
  { times: 2 },
);
assertions.toHaveBackupJob({ State: "COMPLETED", CompletionDate: globalsExpect.any(Date) });
assertions.toHaveProtected(globalsExpect.stringContaining("fs-"), { StorageClass: "COLD" });
assertions.toHaveEmitted("Backup Job State Change", { state: "COMPLETED" }, { times: 1 });

// @ts-expect-error: no such member
assertions.toHaveReceivedCommandWith(StartBackupJobCommand, { Lifecycle: { DeleteAfterYears: 1 } });
// @ts-expect-error: a string
assertions.toHaveReceivedLastCommandWith(CreateBackupVaultCommand, { BackupVaultName: 7 });
// @ts-expect-error: the input is missing
assertions.toHaveReceivedCommandExactlyOnceWith(CreateBackupVaultCommand);
// @ts-expect-error: one argument too many
assertions.toHaveReceivedCommandOnce(CreateBackupVaultCommand, { BackupVaultName: "daily" });
// @ts-expect-error: the number of times is missing
assertions.toHaveReceivedCommandTimes(CreateBackupVaultCommand);
// @ts-expect-error: the number of the call is missing
assertions.toHaveReceivedNthSpecificCommandWith(CreateBackupVaultCommand, {});
// @ts-expect-error: no such state
assertions.toHaveBackupJob({ State: "DONE" });
// @ts-expect-error: dates are `Date`s, as in the SDK
assertions.toHaveVault("daily", { CreationDate: 1767225600000 });
// @ts-expect-error: no such option
assertions.toHaveRecoveryPoint({}, { atLeast: 2 });
// @ts-expect-error: neither a mock nor a client
assertThat({ name: "mock" });

// The second names take and return the same.
const second = expect(Promise.resolve(aws)).resolves.toReceiveCommandWith(StartBackupJobCommand, {
  Lifecycle: { DeleteAfterDays: 35 },
});
check<Same<typeof second, Promise<void>>>();
// @ts-expect-error: no such member
vitestExpect(aws).toReceiveCommandWith(StartBackupJobCommand, { Lifecycle: { DeleteAfterYears: 1 } });
