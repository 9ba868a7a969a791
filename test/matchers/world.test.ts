import {
  BackupClient,
  DescribeBackupVaultCommand,
  PutBackupVaultAccessPolicyCommand,
  StartBackupJobCommand,
} from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";
import "aws-backup-mock/jest";
import { failure } from "../support/failure";

const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";
const role = "arn:aws:iam::123456789012:role/backup";
const aws = mockAws({ now: "2026-03-01T12:00:00Z" });
aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
const client = aws.attach(new BackupClient());

const backUp = () =>
  client.send(
    new StartBackupJobCommand({
      BackupVaultName: "nightly",
      ResourceArn: table,
      IamRoleArn: role,
      Lifecycle: { DeleteAfterDays: 35 },
    }),
  );

beforeEach(() => {
  aws.reset();
  aws.seed({
    backup: { vaults: [{ BackupVaultName: "nightly", CreationDate: "2026-02-01T00:00:00Z" }] },
    resources: [{ arn: table }],
  });
});

describe("vaults", () => {
  test("are found by name and members", () => {
    expect(aws).toHaveVault("nightly");
    expect(aws).toHaveVault("nightly", { Locked: false, VaultType: "BACKUP_VAULT" });
    expect(aws).toHaveVault(expect.stringMatching(/^night/));
    expect(aws).not.toHaveVault("weekly");
    expect(aws).not.toHaveVault("nightly", { Locked: true });
    expect(aws.in({ region: "eu-west-1" })).not.toHaveVault("nightly");
    aws.in({ region: "eu-west-1" }).seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
    expect(aws.in({ region: "eu-west-1" })).toHaveVault("Default");
  });

  test("a failure lists the vaults, and how the closest one differs", () => {
    expect(failure(() => expect(aws).toHaveVault("nightly", { Locked: true, MinRetentionDays: 7 }))).toBe(
      `Expected the mock to have a vault named "nightly" with {"Locked": true, "MinRetentionDays": 7}.

There is 1 vault:

  1. {"BackupVaultName": "nightly", "Locked": false}

Number 1 is the closest:

- Expected
+ Received

  Object {
    "BackupVaultName": "nightly",
-   "Locked": true,
-   "MinRetentionDays": 7,
+   "Locked": false,
  }`,
    );
    expect(failure(() => expect(aws).not.toHaveVault("nightly"))).toMatch(
      /^Expected the mock not to have a vault named "nightly"\.\n[^→]*→ 1\. \{"BackupVaultName": "nightly"\}$/,
    );
  });

  test("are compared as AWS describes them, with dates and counts", async () => {
    await backUp();
    await aws.settle();
    expect(aws).toHaveVault("nightly", {
      CreationDate: new Date("2026-02-01T00:00:00Z"),
      NumberOfRecoveryPoints: 1,
    });
    expect(aws).not.toHaveVault("nightly", { CreationDate: new Date("2026-02-02T00:00:00Z") });
  });

  test("are found even if their policy denies describing them", async () => {
    const Policy = JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Deny", Principal: "*", Action: "backup:DescribeBackupVault", Resource: "*" }],
    });
    await client.send(new PutBackupVaultAccessPolicyCommand({ BackupVaultName: "nightly", Policy }));
    const describe = new DescribeBackupVaultCommand({ BackupVaultName: "nightly" });
    await expect(client.send(describe)).rejects.toThrow();
    expect(aws).toHaveVault("nightly", { Locked: false });
  });

  test("matchers on the state record no call and let no time pass", async () => {
    await backUp();
    const before = aws.state;
    aws.clearCalls();
    expect(aws).toHaveBackupJob({ State: "CREATED" });
    expect(aws).toHaveVault("nightly");
    expect(aws).not.toHaveReceivedAnyCommand();
    expect(aws.state).toBe(before);
  });
});

describe("jobs and recovery points", () => {
  test("a job, and the number of jobs", async () => {
    expect(aws).not.toHaveBackupJob();
    const { BackupJobId } = await backUp();
    await backUp();
    expect(aws).toHaveBackupJob({ BackupJobId, ResourceArn: table, State: "CREATED" });
    expect(aws).toHaveBackupJob({ BackupVaultName: "nightly" }, { times: 2 });
    expect(aws).not.toHaveBackupJob({ BackupVaultName: "nightly" }, { times: 1 });
    expect(aws).toHaveBackupJob({ State: "FAILED" }, { times: 0 });
    expect(failure(() => expect(aws).toHaveBackupJob({ State: "COMPLETED" }))).toMatch(
      /^Expected the mock to have a backup job with \{"State": "COMPLETED"\}\.\n\nThere are 2 backup jobs:\n\n {2}1\. /,
    );
    expect(failure(() => expect(aws).toHaveBackupJob({}, { times: 3 }))).toContain(
      "Expected the mock to have exactly 3 backup jobs.",
    );
  });

  test("a recovery point with its calculated dates", async () => {
    expect(aws).not.toHaveRecoveryPoint();
    await backUp();
    await aws.settle();
    expect(aws).toHaveRecoveryPoint();
    expect(aws).toHaveRecoveryPoint({
      ResourceArn: table,
      BackupVaultName: "nightly",
      Status: "COMPLETED",
      CreationDate: new Date("2026-03-01T12:00:00Z"),
      Lifecycle: { DeleteAfterDays: 35 },
      CalculatedLifecycle: { DeleteAt: new Date("2026-04-05T12:00:00Z") },
    });
    expect(aws).toHaveRecoveryPoint({ ResourceArn: expect.stringContaining("table/orders") }, { times: 1 });
    await aws.clock.advance("35 days");
    expect(aws).not.toHaveRecoveryPoint({ ResourceArn: table });
  });

  test("a resource is protected once it has a restorable recovery point", async () => {
    expect(aws).not.toHaveProtected(table);
    await backUp();
    expect(aws).not.toHaveProtected(table);
    expect(failure(() => expect(aws).toHaveProtected(table))).toMatch(
      /^Expected the mock to have a recovery point that can restore "arn:aws:dynamodb[^"]*"\.\n/,
    );
    await aws.settle();
    expect(aws).toHaveProtected(table);
    expect(aws).toHaveProtected(table, { BackupVaultName: "nightly" });
    expect(aws).toHaveProtected(expect.stringContaining("orders"));
    expect(aws).not.toHaveProtected(table, { BackupVaultName: "weekly" });
    expect(aws).not.toHaveProtected("arn:aws:dynamodb:us-east-1:123456789012:table/customers");
  });
});

describe("events", () => {
  test("are found by type and detail", async () => {
    expect(aws).not.toHaveEmitted("Backup Job State Change");
    const { BackupJobId } = await backUp();
    await aws.settle();
    expect(aws).toHaveEmitted("Backup Job State Change");
    expect(aws).toHaveEmitted("Backup Job State Change", { backupJobId: BackupJobId, state: "COMPLETED" });
    expect(aws).toHaveEmitted(expect.stringContaining("Recovery Point"), { backupVaultName: "nightly" });
    expect(aws).toHaveEmitted("Backup Job State Change", { state: "COMPLETED" }, { times: 1 });
    expect(aws).not.toHaveEmitted("Backup Job State Change", { state: "FAILED" });
    expect(aws.in({ region: "us-east-1" })).toHaveEmitted("Backup Job State Change");
    expect(aws.in({ region: "eu-west-1" })).not.toHaveEmitted("Backup Job State Change");
    const message = failure(() => expect(aws).toHaveEmitted("Backup Job State Change", { state: "FAILED" }));
    expect(message).toMatch(
      /^Expected the mock to have emitted an event "Backup Job State Change" with \{"state": "FAILED"\}\.\n/,
    );
  });
});

describe("invalid expectations are refused", () => {
  test("a client, which has no state", () => {
    expect(failure(() => expect(client).not.toHaveVault("nightly"))).toBe(
      "Cannot check toHaveVault on a BackupClient: a client has calls, but no state; use expect(aws) or expect(aws.in({ … })).",
    );
  });

  test("missing, unexpected and wrong arguments", () => {
    // @ts-expect-error: the name is missing
    expect(failure(() => expect(aws).not.toHaveVault())).toContain(
      "Cannot check toHaveVault: the name is missing",
    );
    // @ts-expect-error: undefined is not a name
    expect(failure(() => expect(aws).not.toHaveVault(undefined))).toContain("the name is missing");
    // @ts-expect-error: a list is not an object of members
    expect(failure(() => expect(aws).not.toHaveRecoveryPoint([{}]))).toContain("must be an object");
    // @ts-expect-error: no such option
    expect(failure(() => expect(aws).not.toHaveBackupJob({}, { count: 2 }))).toContain(
      "unknown option count",
    );
    // @ts-expect-error: no third argument
    expect(failure(() => expect(aws).not.toHaveVault("nightly", {}, 3))).toContain("1 unexpected argument");
    expect(failure(() => expect(aws).not.toHaveBackupJob({}, { times: -1 }))).toContain(
      "times must be a whole number, 0 or more",
    );
  });
});
