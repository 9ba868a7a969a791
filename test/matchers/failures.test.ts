import {
  BackupClient,
  CreateBackupVaultCommand,
  StartBackupJobCommand,
  StartCopyJobCommand,
} from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";
import "aws-backup-mock/jest";
import { failure } from "../support/failure";

const tableNamed = (name: string) => `arn:aws:dynamodb:us-east-1:123456789012:table/${name}`;
const orders = tableNamed("orders");
const IamRoleArn = "arn:aws:iam::123456789012:role/backup";
const vaultIn = (region: string, name: string) =>
  `arn:aws:backup:${region}:123456789012:backup-vault:${name}`;
const aws = mockAws();
const there = aws.in({ region: "eu-west-1" });
const client = aws.attach(new BackupClient());

const backUp = (ResourceArn = orders, BackupVaultName = "nightly") =>
  client.send(new StartBackupJobCommand({ BackupVaultName, ResourceArn, IamRoleArn }));

/** The paragraphs of a failure after the expectation. */
const explanation = (run: () => unknown): readonly string[] => failure(run).split("\n\n").slice(1);

beforeEach(() => {
  aws.reset();
  aws.seed({ backup: { vaults: [{ BackupVaultName: "nightly" }, { BackupVaultName: "weekly" }] } });
  there.seed({ backup: { vaults: [{ BackupVaultName: "copies" }] } });
});

/** What failures of the matchers say besides what was found. */
describe("a failure says what happened", () => {
  test("to the resource: its failed jobs, with their messages", async () => {
    aws.nextJob({ type: "backup" }).fails("Access denied to the table");
    await backUp();
    await aws.settle();
    expect(explanation(() => expect(aws).toHaveRecoveryPoint({ ResourceArn: orders }))).toEqual([
      "There are no recovery points.",
      expect.stringMatching(/^1 backup job failed: .*Access denied to the table$/),
    ]);
    expect(explanation(() => expect(aws).toHaveRecoveryPoint())).toEqual([
      "There are no recovery points.",
      `1 backup job failed: ACCESS_DENIED: Access denied to the table (${orders})`,
    ]);
    for (const other of [{ ResourceArn: tableNamed("customers") }, { BackupVaultName: "weekly" }]) {
      expect(explanation(() => expect(aws).toHaveRecoveryPoint(other))).toEqual([
        "There are no recovery points.",
      ]);
    }
  });

  test("to the vault: copy jobs from other places, with AWS Backup's category", async () => {
    const { BackupJobId } = await backUp();
    await aws.settle();
    const point = [...aws.state.backup.recoveryPoints][0];
    expect(point?.ResourceArn).toBe(orders);
    aws.nextJob({ type: "copy" }).fails("The KMS key is disabled");
    await client.send(
      new StartCopyJobCommand({
        RecoveryPointArn: point?.RecoveryPointArn,
        SourceBackupVaultName: "nightly",
        DestinationBackupVaultArn: vaultIn("eu-west-1", "copies"),
        IamRoleArn,
      }),
    );
    await aws.settle();
    expect(BackupJobId).toBeDefined();
    expect(explanation(() => expect(there).toHaveRecoveryPoint({ BackupVaultName: "copies" }))).toEqual([
      "There are no recovery points.",
      expect.stringMatching(/^1 copy job failed: (?:[A-Z_]+: )?The KMS key is disabled \(arn:\S+\)$/),
    ]);
  });

  test("in other words for jobs that expired, and once for jobs that failed alike", async () => {
    for (const name of ["a", "b", "c"]) {
      aws.nextJob({ resourceArn: tableNamed(name) }).fails("No capacity", { state: "EXPIRED" });
      await backUp(tableNamed(name));
    }
    await aws.settle();
    expect(explanation(() => expect(aws).toHaveRecoveryPoint({ BackupVaultName: "nightly" }))[1]).toMatch(
      /^3 backup jobs ended in EXPIRED: .*No capacity \(3 resources\)$/,
    );
  });

  test("if a call was refused, or the work is not done", async () => {
    await expect(backUp(orders, "nighlty")).rejects.toThrow();
    expect(explanation(() => expect(aws).toHaveProtected(orders))).toEqual([
      "There are no recovery points of it.",
      expect.stringMatching(/^StartBackupJob was refused: ResourceNotFoundException: .*nighlty/),
    ]);
    await backUp();
    expect(explanation(() => expect(aws).toHaveBackupJob({ State: "COMPLETED" }))).toContainEqual(
      expect.stringMatching(
        /\n1 backup job is CREATED: await aws\.settle\(\), or move the clock, to see the end$/,
      ),
    );
    aws.on(CreateBackupVaultCommand).rejects("LimitExceededException");
    await expect(client.send(new CreateBackupVaultCommand({ BackupVaultName: "third" }))).rejects.toThrow();
    expect(explanation(() => expect(aws).toHaveVault("third"))).toContain(
      "CreateBackupVault was refused: LimitExceededException: LimitExceededException",
    );
  });

  test("if recovery points are gone", async () => {
    const Lifecycle = { DeleteAfterDays: 1 };
    await client.send(
      new StartBackupJobCommand({ BackupVaultName: "nightly", ResourceArn: orders, IamRoleArn, Lifecycle }),
    );
    await aws.clock.advance("3 days");
    const gone = expect.stringMatching(/^1 recovery point expired or deleted, the last at 2026-01-0\dT\S+Z$/);
    expect(explanation(() => expect(aws).toHaveProtected(orders))).toEqual([
      "There are no recovery points of it.",
      gone,
    ]);
    expect(explanation(() => expect(aws).toHaveRecoveryPoint({ BackupVaultName: "weekly" }))).toEqual([
      "There are no recovery points.",
    ]);
  });

  test("but not where too much was found, or after .not", async () => {
    aws.nextJob({}).fails("No capacity");
    await backUp();
    await backUp();
    await aws.settle();
    for (const run of [
      () => expect(aws).toHaveRecoveryPoint({}, { times: 0 }),
      () => expect(aws).not.toHaveRecoveryPoint(),
    ]) {
      expect(failure(run)).not.toContain("No capacity");
    }
  });
});

describe("toHaveProtected speaks of the resource only", () => {
  test("and lists its recovery points", async () => {
    await backUp();
    await backUp(tableNamed("customers"));
    await aws.settle();
    const message = failure(() => expect(aws).toHaveProtected(orders, { BackupVaultName: "weekly" }));
    expect(message).toContain("There is 1 recovery point of it:");
    expect(message).not.toContain("customers");
  });

  test("or says that there are none, and which name may be meant", async () => {
    await backUp();
    await aws.settle();
    expect(explanation(() => expect(aws).toHaveProtected(tableNamed("ordres")))).toEqual([
      `There are no recovery points of it, but 1 of other resources; did you mean "${orders}"?`,
    ]);
  });
});

describe("events", () => {
  test("a misspelt detail type is said to be one, after .not too", () => {
    const message =
      'Cannot check toHaveEmitted: no event has the detail-type "Backup Job State Chnage"; did you mean "Backup Job State Change"?';
    expect(failure(() => expect(aws).toHaveEmitted("Backup Job State Chnage"))).toBe(message);
    expect(failure(() => expect(aws).not.toHaveEmitted("Backup Job State Chnage"))).toBe(message);
  });

  test("so it is by the clock, which would wait for it in vain", async () => {
    await expect(aws.clock.until({ event: "Backup Job State Chnage" })).rejects.toMatchObject({
      code: "InvalidOption",
      message: expect.stringContaining('did you mean "Backup Job State Change"?'),
    });
  });

  test("of other types are only counted", async () => {
    await backUp();
    await aws.settle();
    expect(explanation(() => expect(aws).toHaveEmitted("Copy Job State Change"))).toEqual([
      "There are no events of this type, but of others: 3 Backup Job State Change, 2 Recovery Point State Change.",
    ]);
  });

  test("of this type are listed by the expected members", async () => {
    await backUp();
    await aws.settle();
    const message = failure(() => expect(aws).toHaveEmitted("Backup Job State Change", { state: "FAILED" }));
    expect(message).toContain('"detail": {"state": "COMPLETED"}}');
    expect(message).not.toContain("backupJobId");
  });
});

test("records and calls of different dates show these", async () => {
  await backUp();
  await aws.clock.advance("1 day");
  await backUp();
  await aws.settle();
  const points = failure(() => expect(aws).toHaveRecoveryPoint({ BackupVaultName: "weekly" }));
  expect(points.match(/"CreationDate": \S+Z/g)).toEqual([
    '"CreationDate": 2026-01-01T00:00:00.000Z',
    '"CreationDate": 2026-01-02T00:00:00.000Z',
  ]);
  expect(failure(() => expect(aws).toHaveReceivedCommand(CreateBackupVaultCommand))).toContain(
    "2. 2026-01-02T00:00:00.000Z StartBackupJobCommand",
  );
  const events = failure(() => expect(aws).toHaveEmitted("Backup Job State Change", { state: "FAILED" }));
  expect(events).toContain('"time": "2026-01-02T00:00:00Z"');
});

test("no failure has more than 40 lines", async () => {
  for (let index = 0; index < 30; index++) {
    if (index % 3 === 0) aws.nextJob({}).fails(`Fault ${index}`);
    await backUp(tableNamed(`t${index}`));
    await aws.clock.advance("1 hour");
  }
  const BackupVaultTags = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`tag${at}`, `${at}`]));
  await client.send(new CreateBackupVaultCommand({ BackupVaultName: "tagged", BackupVaultTags }));
  const other = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`tag${at}`, "other"]));
  const failures: readonly (() => unknown)[] = [
    () => expect(aws).toHaveRecoveryPoint({ BackupVaultName: "weekly" }),
    () => expect(aws).toHaveRecoveryPoint({ BackupVaultName: "nightly" }, { times: 30 }),
    () => expect(aws).toHaveBackupJob({ State: "RUNNING", BackupVaultName: "weekly" }),
    () => expect(aws).not.toHaveBackupJob(),
    () => expect(aws).toHaveEmitted("Backup Job State Change", { state: "x", percentDone: 7 }),
    () => expect(aws).not.toHaveEmitted(expect.anything()),
    () => expect(aws).toHaveReceivedCommandWith(CreateBackupVaultCommand, { BackupVaultTags: other }),
    () => expect(aws).not.toHaveReceivedAnyCommand(),
  ];
  for (const run of failures) {
    const message = failure(run);
    expect(message.split("\n").length).toBeLessThanOrEqual(40);
    expect(message.length).toBeLessThan(6_500);
  }
  expect(failure(() => expect(aws).toHaveRecoveryPoint({ BackupVaultName: "weekly" }))).toContain(
    "There are 20",
  );
});
