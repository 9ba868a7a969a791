import {
  BackupClient,
  CreateBackupVaultCommand,
  DescribeBackupVaultCommand,
  ListBackupVaultsCommand,
} from "@aws-sdk/client-backup";
import { DescribeFileSystemsCommand, EFSClient } from "@aws-sdk/client-efs";
import { mockAws } from "aws-backup-mock";
import { failure } from "../support/failure";
import { aws, client, create } from "./commands-support";
import "aws-backup-mock/jest";

beforeEach(() => aws.reset());

describe("received commands", () => {
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

  test("a number of times", () => {
    expect(aws).toHaveReceivedCommandTimes(CreateBackupVaultCommand, 2);
    expect(aws).toHaveReceivedCommandTimes(DescribeBackupVaultCommand, 0);
    expect(aws).not.toHaveReceivedCommandTimes(CreateBackupVaultCommand, 1);
    expect(failure(() => expect(aws).toHaveReceivedCommandTimes(CreateBackupVaultCommand, 3))).toContain(
      "Expected the mock to have received CreateBackupVaultCommand exactly 3 times.",
    );
  });

  test("any command", () => {
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

  test("no other commands", () => {
    expect(aws).toHaveReceivedNoOtherCommands([CreateBackupVaultCommand, ListBackupVaultsCommand]);
    expect(aws).not.toHaveReceivedNoOtherCommands([CreateBackupVaultCommand]);
    expect(aws).not.toHaveReceivedNoOtherCommands();
    expect(failure(() => expect(aws).toHaveReceivedNoOtherCommands([CreateBackupVaultCommand]))).toMatch(
      /^Expected the mock to have received no commands other than CreateBackupVaultCommand\.\n[^→]*→ 3\. ListBackupVaultsCommand/,
    );
    const all = [CreateBackupVaultCommand, ListBackupVaultsCommand];
    expect(failure(() => expect(aws).not.toHaveReceivedNoOtherCommands(all))).toContain(
      "Expected the mock to have received a command other than CreateBackupVaultCommand, ListBackupVaultsCommand.",
    );
    aws.clearCalls();
    expect(aws).toHaveReceivedNoOtherCommands();
  });
});

describe("the calls looked at", () => {
  test("of a place", async () => {
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

  test("of an attached client", async () => {
    const other = aws.attach(new BackupClient());
    await create("daily");
    expect(client).toHaveReceivedCommandOnce(CreateBackupVaultCommand);
    expect(other).not.toHaveReceivedAnyCommand();
    expect(failure(() => expect(other).toHaveReceivedCommand(CreateBackupVaultCommand))).toBe(
      "Expected this BackupClient to have received CreateBackupVaultCommand.\n\nThis BackupClient received no calls.",
    );
  });

  test("of a client of an intercepted class, even before its first call", async () => {
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
