import { BackupClient, CreateBackupVaultCommand, ListBackupVaultsCommand } from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";
import { failure } from "../support/failure";
import { aws } from "./commands-support";
import "aws-backup-mock/jest";

beforeEach(() => aws.reset());

describe("what cannot be checked is refused, with and without .not", () => {
  const each = (what: string, check: (matchers: jest.JestMatchers<typeof aws>) => unknown, message: string) =>
    test(what, () => {
      expect(failure(() => check(expect(aws)))).toContain(message);
    });

  each(
    "a surplus argument",
    // @ts-expect-error: toHaveReceivedCommand takes a command only
    it => it.not.toHaveReceivedCommand(CreateBackupVaultCommand, { BackupVaultName: "x" }),
    "Cannot check toHaveReceivedCommand: an argument is left over; to ask for an input, use toHaveReceivedCommandWith(Command, input).",
  );
  each(
    "a missing input",
    // @ts-expect-error: the input is missing
    it => it.toHaveReceivedCommandWith(CreateBackupVaultCommand),
    "Cannot check toHaveReceivedCommandWith: the input is missing; call it as toHaveReceivedCommandWith(Command, input).",
  );
  each(
    "a number that is none",
    it => it.not.toHaveReceivedCommandTimes(CreateBackupVaultCommand, Number.NaN),
    "Cannot check toHaveReceivedCommandTimes: times has to be a whole number from 0 on",
  );
  each(
    "the zeroth call",
    it => it.not.toHaveReceivedNthCommandWith(0, CreateBackupVaultCommand, {}),
    "Cannot check toHaveReceivedNthCommandWith: n has to be a whole number from 1 on",
  );
  each(
    "something that is no command",
    // @ts-expect-error: a client is no command
    it => it.not.toHaveReceivedCommand(BackupClient),
    "Cannot tell which operation BackupClient is",
  );
  each(
    "commands that are not in a list",
    // @ts-expect-error: the commands are to be given in one list
    it => it.not.toHaveReceivedNoOtherCommands(CreateBackupVaultCommand, ListBackupVaultsCommand),
    "Cannot check toHaveReceivedNoOtherCommands: the commands have to be a list",
  );
  each(
    "an input that is no object",
    // @ts-expect-error: the input is to be an object
    it => it.not.toHaveReceivedCommandWith(CreateBackupVaultCommand, "daily"),
    "Cannot check toHaveReceivedCommandWith: the input has to be an object",
  );

  test("something that is neither a mock nor a client of one", () => {
    for (const stranger of [undefined, null, 7, {}, new BackupClient(), BackupClient]) {
      expect(failure(() => expect(stranger).not.toHaveReceivedAnyCommand())).toMatch(
        /^Cannot check toHaveReceivedAnyCommand of .*: it is no mock, and no client that talks to one; expect of aws/,
      );
    }
  });

  test("a client whose mock was taken out", () => {
    const own = mockAws();
    const once = own.attach(new BackupClient());
    own.restore();
    expect(failure(() => expect(once).not.toHaveReceivedAnyCommand())).toContain(
      "a BackupClient: it is no mock",
    );
  });

  test("a mock that records nothing", () => {
    expect(failure(() => expect(mockAws({ recordCalls: false })).not.toHaveReceivedAnyCommand())).toContain(
      "Cannot check toHaveReceivedAnyCommand: this mock does not record calls; make it with recordCalls: true.",
    );
  });
});
