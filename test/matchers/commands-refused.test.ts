import { BackupClient, CreateBackupVaultCommand, ListBackupVaultsCommand } from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";
import { failure } from "../support/failure";
import { aws } from "./commands-support";
import "aws-backup-mock/jest";

beforeEach(() => aws.reset());

describe("invalid expectations are refused, with and without .not", () => {
  const refuses = (
    what: string,
    check: (matchers: jest.JestMatchers<typeof aws>) => unknown,
    message: string,
  ) =>
    test(what, () => {
      expect(failure(() => check(expect(aws)))).toContain(message);
    });

  refuses(
    "a surplus argument",
    // @ts-expect-error: toHaveReceivedCommand takes a command only
    matchers => matchers.not.toHaveReceivedCommand(CreateBackupVaultCommand, { BackupVaultName: "x" }),
    "Cannot check toHaveReceivedCommand: 1 unexpected argument; to check the input, use toHaveReceivedCommandWith(Command, input).",
  );
  refuses(
    "a missing input",
    // @ts-expect-error: the input is missing
    matchers => matchers.toHaveReceivedCommandWith(CreateBackupVaultCommand),
    "Cannot check toHaveReceivedCommandWith: the input is missing; call it as toHaveReceivedCommandWith(Command, input).",
  );
  refuses(
    "a number that is not a number",
    matchers => matchers.not.toHaveReceivedCommandTimes(CreateBackupVaultCommand, Number.NaN),
    "Cannot check toHaveReceivedCommandTimes: times must be a whole number, 0 or more",
  );
  refuses(
    "call number 0",
    matchers => matchers.not.toHaveReceivedNthCommandWith(0, CreateBackupVaultCommand, {}),
    "Cannot check toHaveReceivedNthCommandWith: n must be a whole number, 1 or more",
  );
  refuses(
    "a class that is not a command",
    // @ts-expect-error: a client is not a command
    matchers => matchers.not.toHaveReceivedCommand(BackupClient),
    "Cannot tell which operation BackupClient is",
  );
  refuses(
    "commands that are not in a list",
    // @ts-expect-error: the commands go in one list
    matchers => matchers.not.toHaveReceivedNoOtherCommands(CreateBackupVaultCommand, ListBackupVaultsCommand),
    "Cannot check toHaveReceivedNoOtherCommands: the commands must be a list",
  );
  refuses(
    "an input that is not an object",
    // @ts-expect-error: the input is an object
    matchers => matchers.not.toHaveReceivedCommandWith(CreateBackupVaultCommand, "daily"),
    "Cannot check toHaveReceivedCommandWith: the input must be an object",
  );

  test("a subject that is neither a mock nor a client of one", () => {
    for (const subject of [undefined, null, 7, {}, new BackupClient(), BackupClient]) {
      expect(failure(() => expect(subject).not.toHaveReceivedAnyCommand())).toMatch(
        /^Cannot check toHaveReceivedAnyCommand on .*: it is neither a mock nor a client that talks to one; use expect\(aws\)/,
      );
    }
  });

  test("a client whose mock was restored", () => {
    const own = mockAws();
    const detached = own.attach(new BackupClient());
    own.restore();
    expect(failure(() => expect(detached).not.toHaveReceivedAnyCommand())).toContain(
      "a BackupClient: it is neither a mock nor",
    );
  });

  test("a mock that records no calls", () => {
    expect(failure(() => expect(mockAws({ recordCalls: false })).not.toHaveReceivedAnyCommand())).toContain(
      "Cannot check toHaveReceivedAnyCommand: this mock does not record calls; make it with recordCalls: true.",
    );
  });
});
