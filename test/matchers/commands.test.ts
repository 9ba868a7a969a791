import {
  BackupClient,
  CreateBackupVaultCommand,
  DescribeBackupVaultCommand,
  ListBackupVaultsCommand,
} from "@aws-sdk/client-backup";
import { DescribeFileSystemsCommand, EFSClient } from "@aws-sdk/client-efs";
import { expect as hostExpect } from "@jest/globals";
import { mockAws } from "aws-backup-mock";
import "aws-backup-mock/jest";
import { failure } from "../support/failure";

const aws = mockAws();
const client = aws.attach(new BackupClient());

const create = (BackupVaultName: string, tags?: Record<string, string>) =>
  client.send(new CreateBackupVaultCommand({ BackupVaultName, BackupVaultTags: tags }));

beforeEach(() => aws.reset());

describe("which commands were received, and how often", () => {
  beforeEach(async () => {
    await create("daily", { team: "storage", tier: "gold" });
    await create("weekly");
    await client.send(new ListBackupVaultsCommand());
  });

  test("at least once", () => {
    expect(aws).toHaveReceivedCommand(CreateBackupVaultCommand);
    expect(aws).not.toHaveReceivedCommand(DescribeBackupVaultCommand);
    expect(failure(() => expect(aws).toHaveReceivedCommand(DescribeBackupVaultCommand))).toBe(
      `Expected the mock to have received DescribeBackupVaultCommand.

The mock received 3 calls:

  1. CreateBackupVaultCommand {"BackupVaultName": "daily", "BackupVaultTags": {"team": "storage", "tier": "gold"}}
  2. CreateBackupVaultCommand {"BackupVaultName": "weekly"}
  3. ListBackupVaultsCommand {}`,
    );
  });

  test("not at all", () => {
    expect(failure(() => expect(aws).not.toHaveReceivedCommand(CreateBackupVaultCommand))).toBe(
      `Expected the mock not to have received CreateBackupVaultCommand.

The mock received 3 calls:

→ 1. CreateBackupVaultCommand {"BackupVaultName": "daily", "BackupVaultTags": {"team": "storage", "tier": "gold"}}
→ 2. CreateBackupVaultCommand {"BackupVaultName": "weekly"}
  3. ListBackupVaultsCommand {}`,
    );
  });

  test("once", () => {
    expect(aws).toHaveReceivedCommandOnce(ListBackupVaultsCommand);
    expect(aws).not.toHaveReceivedCommandOnce(CreateBackupVaultCommand);
    expect(aws).not.toHaveReceivedCommandOnce(DescribeBackupVaultCommand);
    expect(failure(() => expect(aws).toHaveReceivedCommandOnce(CreateBackupVaultCommand))).toContain(
      "Expected the mock to have received CreateBackupVaultCommand exactly once.",
    );
  });

  test("so many times", () => {
    expect(aws).toHaveReceivedCommandTimes(CreateBackupVaultCommand, 2);
    expect(aws).toHaveReceivedCommandTimes(DescribeBackupVaultCommand, 0);
    expect(aws).not.toHaveReceivedCommandTimes(CreateBackupVaultCommand, 1);
    expect(failure(() => expect(aws).toHaveReceivedCommandTimes(CreateBackupVaultCommand, 3))).toContain(
      "Expected the mock to have received CreateBackupVaultCommand exactly 3 times.",
    );
  });

  test("any, or none", () => {
    expect(aws).toHaveReceivedAnyCommand();
    expect(failure(() => expect(aws).not.toHaveReceivedAnyCommand())).toMatch(
      /^Expected the mock not to have received any command\.\n\nThe mock received 3 calls:\n\n→ 1/,
    );
    aws.clearCalls();
    expect(aws).not.toHaveReceivedAnyCommand();
    expect(failure(() => expect(aws).toHaveReceivedAnyCommand())).toBe(
      "Expected the mock to have received any command.\n\nThe mock received no calls.",
    );
  });

  test("no others", () => {
    expect(aws).toHaveReceivedNoOtherCommands([CreateBackupVaultCommand, ListBackupVaultsCommand]);
    expect(aws).not.toHaveReceivedNoOtherCommands([CreateBackupVaultCommand]);
    expect(aws).not.toHaveReceivedNoOtherCommands();
    expect(failure(() => expect(aws).toHaveReceivedNoOtherCommands([CreateBackupVaultCommand]))).toMatch(
      /^Expected the mock to have received no other commands than CreateBackupVaultCommand\.\n[^→]*→ 3\. ListBackupVaultsCommand/,
    );
    const all = [CreateBackupVaultCommand, ListBackupVaultsCommand];
    expect(failure(() => expect(aws).not.toHaveReceivedNoOtherCommands(all))).toContain(
      "Expected the mock to have received other commands than CreateBackupVaultCommand, ListBackupVaultsCommand.",
    );
    aws.clearCalls();
    expect(aws).toHaveReceivedNoOtherCommands();
  });
});

describe("with which input", () => {
  beforeEach(async () => {
    await create("daily", { team: "storage", tier: "gold" });
    await client.send(new ListBackupVaultsCommand());
    await create("weekly", { team: "finance" });
  });

  test("at least these members, to any depth", () => {
    expect(aws).toHaveReceivedCommandWith(CreateBackupVaultCommand, { BackupVaultName: "weekly" });
    expect(aws).toHaveReceivedCommandWith(CreateBackupVaultCommand, { BackupVaultTags: { tier: "gold" } });
    expect(aws).toHaveReceivedCommandWith(CreateBackupVaultCommand, { EncryptionKeyArn: undefined });
    expect(aws).not.toHaveReceivedCommandWith(CreateBackupVaultCommand, { BackupVaultName: "monthly" });
    expect(aws).not.toHaveReceivedCommandWith(CreateBackupVaultCommand, { BackupVaultName: undefined });
    expect(aws).not.toHaveReceivedCommandWith(DescribeBackupVaultCommand, {});
  });

  test("with asymmetric matchers, anywhere or for all of it", () => {
    expect(aws).toHaveReceivedCommandWith(CreateBackupVaultCommand, {
      BackupVaultName: expect.stringMatching(/^week/),
      BackupVaultTags: { team: expect.any(String) },
    });
    expect(aws).toHaveReceivedCommandWith(
      CreateBackupVaultCommand,
      expect.objectContaining({ BackupVaultName: "daily" }),
    );
    expect(aws).not.toHaveReceivedCommandWith(CreateBackupVaultCommand, {
      BackupVaultTags: expect.not.objectContaining({ team: expect.anything() }),
    });
  });

  test("a failure shows how the nearest call differs, and only there", () => {
    const expected = { BackupVaultName: "weekly", BackupVaultTags: { team: "storage" } };
    expect(failure(() => expect(aws).toHaveReceivedCommandWith(CreateBackupVaultCommand, expected))).toBe(
      `Expected the mock to have received CreateBackupVaultCommand with {"BackupVaultName": "weekly", "BackupVaultTags": {"team": "storage"}}.

The mock received 3 calls:

  1. CreateBackupVaultCommand {"BackupVaultName": "daily", "BackupVaultTags": {"team": "storage", "tier": "gold"}}
  2. ListBackupVaultsCommand {}
  3. CreateBackupVaultCommand {"BackupVaultName": "weekly", "BackupVaultTags": {"team": "finance"}}

Number 3 comes nearest:

- Expected
+ Received

  Object {
    "BackupVaultName": "weekly",
    "BackupVaultTags": Object {
-     "team": "storage",
+     "team": "finance",
    },
  }`,
    );
  });

  test("a failure of .not shows the calls that match", () => {
    const input = { BackupVaultTags: { team: "finance" } };
    expect(failure(() => expect(aws).not.toHaveReceivedCommandWith(CreateBackupVaultCommand, input))).toMatch(
      /^Expected the mock not to have received CreateBackupVaultCommand with \{.*\}\.\n[^→]*→ 3\. Create.*weekly[^→]*$/,
    );
  });

  test("exactly once", async () => {
    expect(aws).not.toHaveReceivedCommandExactlyOnceWith(CreateBackupVaultCommand, {
      BackupVaultName: "daily",
    });
    expect(aws).toHaveReceivedCommandExactlyOnceWith(ListBackupVaultsCommand, {});
    expect(aws).not.toHaveReceivedCommandExactlyOnceWith(ListBackupVaultsCommand, { MaxResults: 3 });
    expect(
      failure(() =>
        expect(aws).toHaveReceivedCommandExactlyOnceWith(ListBackupVaultsCommand, { MaxResults: 3 }),
      ),
    ).toContain(
      'Expected the mock to have received ListBackupVaultsCommand exactly once, and that with {"MaxResults": 3}.',
    );
  });

  test("as the nth call of all", () => {
    expect(aws).toHaveReceivedNthCommandWith(1, CreateBackupVaultCommand, { BackupVaultName: "daily" });
    expect(aws).toHaveReceivedNthCommandWith(3, CreateBackupVaultCommand, { BackupVaultName: "weekly" });
    expect(aws).not.toHaveReceivedNthCommandWith(2, CreateBackupVaultCommand, { BackupVaultName: "weekly" });
    expect(aws).not.toHaveReceivedNthCommandWith(4, CreateBackupVaultCommand, {});
    const input = { BackupVaultName: "daily" };
    const message = failure(() =>
      expect(aws).toHaveReceivedNthCommandWith(3, CreateBackupVaultCommand, input),
    );
    expect(message).toMatch(
      /^Expected the mock to have received CreateBackupVaultCommand with \{.*\} as its 3rd call\.\n[^→]*→ 3/,
    );
    expect(message).toContain("Number 3 comes nearest:\n\n- Expected\n");
  });

  test("as the nth call of the command, in either order of arguments", () => {
    const weekly = { BackupVaultName: "weekly" };
    expect(aws).toHaveReceivedNthSpecificCommandWith(2, CreateBackupVaultCommand, weekly);
    expect(aws).toHaveReceivedNthCommandWith(CreateBackupVaultCommand, 2, weekly);
    expect(aws).not.toHaveReceivedNthSpecificCommandWith(1, CreateBackupVaultCommand, weekly);
    expect(aws).not.toHaveReceivedNthSpecificCommandWith(3, CreateBackupVaultCommand, {});
    expect(
      failure(() => expect(aws).toHaveReceivedNthSpecificCommandWith(1, CreateBackupVaultCommand, weekly)),
    ).toContain("as its 1st CreateBackupVaultCommand.");
  });

  test("as the last call of the command", async () => {
    await client.send(new ListBackupVaultsCommand());
    expect(aws).toHaveReceivedLastCommandWith(CreateBackupVaultCommand, { BackupVaultName: "weekly" });
    expect(aws).not.toHaveReceivedLastCommandWith(CreateBackupVaultCommand, { BackupVaultName: "daily" });
    expect(
      failure(() => expect(aws).toHaveReceivedLastCommandWith(DescribeBackupVaultCommand, {})),
    ).toContain("with {} as its last DescribeBackupVaultCommand.");
  });

  test("inputs are compared as they were at the time", async () => {
    const input = { BackupVaultName: "monthly", BackupVaultTags: { team: "storage" } };
    await client.send(new CreateBackupVaultCommand(input));
    input.BackupVaultTags.team = "finance";
    expect(aws).toHaveReceivedLastCommandWith(CreateBackupVaultCommand, {
      BackupVaultTags: { team: "storage" },
    });
  });

  test("of a great many calls, a failure shows some", async () => {
    for (let call = 0; call < 97; call++) await client.send(new ListBackupVaultsCommand());
    const message = failure(() =>
      expect(aws).toHaveReceivedCommandWith(CreateBackupVaultCommand, { BackupVaultName: "weekl" }),
    );
    expect(message).toContain("The mock received 100 calls:");
    expect(message).toMatch(/ {2} {2}3\. Create.*weekly/);
    expect(message).toMatch(/… 80 more/);
    expect(message.split("\n").length).toBeLessThan(40);
  });
});

describe("whose calls", () => {
  test("those in one place", async () => {
    const there = aws.in({ region: "eu-west-1" });
    const abroad = there.attach(new BackupClient({ region: "eu-west-1" }));
    await create("daily");
    await abroad.send(new CreateBackupVaultCommand({ BackupVaultName: "copies" }));

    expect(there).toHaveReceivedCommandExactlyOnceWith(CreateBackupVaultCommand, {
      BackupVaultName: "copies",
    });
    expect(aws).toHaveReceivedCommandTimes(CreateBackupVaultCommand, 2);
    expect(aws.in({ region: "us-east-1" })).toHaveReceivedCommandOnce(CreateBackupVaultCommand);
    expect(aws.in({ accountId: "222222222222" })).not.toHaveReceivedAnyCommand();
    expect(failure(() => expect(there).not.toHaveReceivedAnyCommand())).toContain(
      "Expected the mock in eu-west-1 of 123456789012 not to have received any command.",
    );
  });

  test("those of an attached client", async () => {
    const other = aws.attach(new BackupClient());
    await create("daily");
    expect(client).toHaveReceivedCommandOnce(CreateBackupVaultCommand);
    expect(other).not.toHaveReceivedAnyCommand();
    expect(failure(() => expect(other).toHaveReceivedCommand(CreateBackupVaultCommand))).toBe(
      "Expected this BackupClient to have received CreateBackupVaultCommand.\n\nThis BackupClient received no calls.",
    );
  });

  test("those of a client of an intercepted class, even before its first", async () => {
    using own = mockAws();
    own.intercept(EFSClient);
    const efs = new EFSClient();
    expect(efs).not.toHaveReceivedAnyCommand();
    await efs.send(new DescribeFileSystemsCommand());
    expect(efs).toHaveReceivedCommandOnce(DescribeFileSystemsCommand);
    expect(new EFSClient()).not.toHaveReceivedAnyCommand();
  });

  test("two mocks in one test do not see each other", async () => {
    const other = mockAws();
    await create("daily");
    expect(aws).toHaveReceivedAnyCommand();
    expect(other).not.toHaveReceivedAnyCommand();
  });
});

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

test("the equality is the host's, with its custom testers", async () => {
  let active = true;
  hostExpect.addEqualityTesters([
    (a: unknown, b: unknown) =>
      active && typeof a === "string" && typeof b === "string"
        ? a.toLowerCase() === b.toLowerCase()
        : undefined,
  ]);
  await create("daily");
  expect(aws).toHaveReceivedCommandWith(CreateBackupVaultCommand, { BackupVaultName: "DAILY" });
  active = false;
  expect(aws).not.toHaveReceivedCommandWith(CreateBackupVaultCommand, { BackupVaultName: "DAILY" });
});
