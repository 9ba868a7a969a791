import { BackupClient, CreateBackupVaultCommand } from "@aws-sdk/client-backup";
import { expect as globalsExpect } from "@jest/globals";
import { mockAws } from "aws-backup-mock";
import "aws-backup-mock/jest-globals";
import { matchers } from "aws-backup-mock/matchers";
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

describe("in Bun, whose matchers have no members and whose equality ignores testers", () => {
  class ExpectAny {
    get [Symbol.toStringTag]() {
      return "ExpectAny";
    }
  }
  const bun = {
    isNot: false,
    equals: (actual: unknown, expected: unknown) =>
      expected instanceof ExpectAny ? typeof actual === "string" : Object.is(actual, expected),
    utils: { stringify: () => "Any<String>", EXPECTED_COLOR: (text: string) => JSON.stringify(text) },
  };

  test("the host evaluates and describes its matchers, also in objects and lists", () => {
    const answer = (...wanted: unknown[]) => matchers.toHaveVault.call(bun, aws, ...wanted);
    expect(answer(new ExpectAny(), { Locked: false, BackupVaultArn: new ExpectAny() }).pass).toBe(true);
    expect(answer("Default", { Locked: new ExpectAny() }).message()).toMatch(
      /^Expected the mock to have a vault named "Default" with \{"Locked": Any<String>\}\./,
    );
    expect(answer("Default", { Locked: true }).pass).toBe(false);
  });

  test("stubs, filters and outcomes refuse matchers that only the host can evaluate", () => {
    const any: never = new ExpectAny() as never;
    const refused =
      /^Cannot compare with a matcher of Bun's expect: only Bun can evaluate it; give the value, or/;
    expect(failure(() => aws.on(CreateBackupVaultCommand, { BackupVaultTags: { team: any } }))).toMatch(
      refused,
    );
    expect(failure(() => aws.next("backup.backupJobs", { ResourceArn: any }))).toMatch(refused);
    expect(failure(() => aws.calls(CreateBackupVaultCommand, any))).toMatch(refused);
  });
});
