import {
  CreateBackupVaultCommand,
  DescribeBackupVaultCommand,
  ListBackupVaultsCommand,
} from "@aws-sdk/client-backup";
import { expect as hostExpect } from "@jest/globals";
import { failure } from "../support/failure";
import { aws, client, create } from "./commands-support";
import "aws-backup-mock/jest";

beforeEach(() => aws.reset());

describe("inputs", () => {
  beforeEach(async () => {
    await create("daily", { team: "storage", tier: "gold" });
    await client.send(new ListBackupVaultsCommand());
    await create("weekly", { team: "finance" });
  });

  test("are compared by the expected members, to any depth", () => {
    expect(aws).toHaveReceivedCommandWith(CreateBackupVaultCommand, { BackupVaultName: "weekly" });
    expect(aws).toHaveReceivedCommandWith(CreateBackupVaultCommand, { BackupVaultTags: { tier: "gold" } });
    expect(aws).toHaveReceivedCommandWith(CreateBackupVaultCommand, { EncryptionKeyArn: undefined });
    expect(aws).not.toHaveReceivedCommandWith(CreateBackupVaultCommand, { BackupVaultName: "monthly" });
    expect(aws).not.toHaveReceivedCommandWith(CreateBackupVaultCommand, { BackupVaultName: undefined });
    expect(aws).not.toHaveReceivedCommandWith(DescribeBackupVaultCommand, {});
  });

  test("may contain asymmetric matchers, or be one", () => {
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

  test("a failure shows how the closest call differs", () => {
    const expected = { BackupVaultName: "weekly", BackupVaultTags: { team: "storage" } };
    expect(failure(() => expect(aws).toHaveReceivedCommandWith(CreateBackupVaultCommand, expected))).toBe(
      `Expected the mock to have received CreateBackupVaultCommand with {"BackupVaultName": "weekly", "BackupVaultTags": {"team": "storage"}}.

The mock received 3 calls:

  1. CreateBackupVaultCommand {"BackupVaultName": "daily", "BackupVaultTags": {"team": "storage", "tier": "gold"}}
  2. ListBackupVaultsCommand {}
  3. CreateBackupVaultCommand {"BackupVaultName": "weekly", "BackupVaultTags": {"team": "finance"}}

Number 3 is the closest:

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

  test("a failure of .not marks the calls that match", () => {
    const input = { BackupVaultTags: { team: "finance" } };
    expect(failure(() => expect(aws).not.toHaveReceivedCommandWith(CreateBackupVaultCommand, input))).toMatch(
      /^Expected the mock not to have received CreateBackupVaultCommand with \{.*\}\.\n[^→]*→ 3\. Create.*weekly[^→]*$/,
    );
  });

  test("can be checked for exactly one call", async () => {
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
      'Expected the mock to have received ListBackupVaultsCommand exactly once, with {"MaxResults": 3}.',
    );
  });

  test("can be checked for the nth of all calls", () => {
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
    expect(message).toContain("Number 3 is the closest:\n\n- Expected\n");
  });

  test("can be checked for the nth call of a command, in either order of arguments", () => {
    const weekly = { BackupVaultName: "weekly" };
    expect(aws).toHaveReceivedNthSpecificCommandWith(2, CreateBackupVaultCommand, weekly);
    expect(aws).toHaveReceivedNthCommandWith(CreateBackupVaultCommand, 2, weekly);
    expect(aws).not.toHaveReceivedNthSpecificCommandWith(1, CreateBackupVaultCommand, weekly);
    expect(aws).not.toHaveReceivedNthSpecificCommandWith(3, CreateBackupVaultCommand, {});
    expect(
      failure(() => expect(aws).toHaveReceivedNthSpecificCommandWith(1, CreateBackupVaultCommand, weekly)),
    ).toContain("as its 1st CreateBackupVaultCommand.");
  });

  test("can be checked for the last call of a command", async () => {
    await client.send(new ListBackupVaultsCommand());
    expect(aws).toHaveReceivedLastCommandWith(CreateBackupVaultCommand, { BackupVaultName: "weekly" });
    expect(aws).not.toHaveReceivedLastCommandWith(CreateBackupVaultCommand, { BackupVaultName: "daily" });
    expect(
      failure(() => expect(aws).toHaveReceivedLastCommandWith(DescribeBackupVaultCommand, {})),
    ).toContain("with {} as its last DescribeBackupVaultCommand.");
  });

  test("are compared as they were when the call was made", async () => {
    const input = { BackupVaultName: "monthly", BackupVaultTags: { team: "storage" } };
    await client.send(new CreateBackupVaultCommand(input));
    input.BackupVaultTags.team = "finance";
    expect(aws).toHaveReceivedLastCommandWith(CreateBackupVaultCommand, {
      BackupVaultTags: { team: "storage" },
    });
  });

  test("of 100 calls, a failure lists 20", async () => {
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

test("the host's equality and custom testers are used", async () => {
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
