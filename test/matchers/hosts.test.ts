import { BackupClient, CreateBackupVaultCommand } from "@aws-sdk/client-backup";
import { expect as globalsExpect } from "@jest/globals";
import { mockAws } from "aws-backup-mock";
import "aws-backup-mock/jest-globals";
import { failure } from "../support/failure";

const aws = mockAws();
aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
const client = aws.attach(new BackupClient());

test("the expect of @jest/globals has the matchers and their types", async () => {
  await client.send(new CreateBackupVaultCommand({ BackupVaultName: "daily" }));
  globalsExpect(aws).toHaveVault("daily", { Locked: false });
  globalsExpect(client).toHaveReceivedCommandExactlyOnceWith(CreateBackupVaultCommand, {
    BackupVaultName: globalsExpect.stringContaining("dai"),
  });
  await globalsExpect(Promise.resolve(aws)).resolves.not.toHaveVault("weekly");
});

test.each(["jest", "jest-globals", "vitest"])(
  "without an expect to register with, aws-backup-mock/%s says what to do",
  entry => {
    const own: unknown = Reflect.get(globalThis, "expect");
    Reflect.deleteProperty(globalThis, "expect");
    const message = failure(() => jest.isolateModules(() => require(`../../src/${entry}`)));
    Object.defineProperty(globalThis, "expect", { value: own, configurable: true, writable: true });
    expect(message).toMatch(
      /^Cannot register the matchers: aws-backup-mock\/.* found no expect; import it in a test file or list it in .*, or call expect\.extend\(matchers\) with the matchers of "aws-backup-mock\/matchers"\.$/,
    );
  },
);

test("matchers work on a mock of another copy of this library", async () => {
  let other: typeof aws | undefined;
  jest.isolateModules(() => {
    other = require("../../src/index").mockAws();
  });
  expect(other).not.toHaveVault("daily");
  expect(other).not.toHaveVault("Default");
});
