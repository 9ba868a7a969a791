import { inspect } from "node:util";
import { BackupClient, CreateBackupVaultCommand, StartBackupJobCommand } from "@aws-sdk/client-backup";
import { type EventFilter, mockAws } from "aws-backup-mock";
import { failure } from "../support/failure";

const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";
const IamRoleArn = "arn:aws:iam::123456789012:role/backup";

async function usedMock() {
  const aws = mockAws();
  aws.seed({ backup: { vaults: [{ BackupVaultName: "nightly" }, { BackupVaultName: "weekly" }] } });
  const client = aws.attach(new BackupClient());
  await client.send(
    new StartBackupJobCommand({ BackupVaultName: "nightly", ResourceArn: table, IamRoleArn }),
  );
  const there = aws.in({ region: "eu-west-1" });
  await there
    .attach(new BackupClient({ region: "eu-west-1" }))
    .send(new CreateBackupVaultCommand({ BackupVaultName: "copies" }));
  await aws.settle();
  return { aws, there };
}

test("collections of the state are counted, spread and printed as lists are", async () => {
  const { aws } = await usedMock();
  const { vaults } = aws.state.backup;
  expect(vaults).toHaveLength(2);
  expect(vaults.all()).toHaveLength(2);
  expect(vaults.by("type", "BACKUP_VAULT")).toHaveLength(2);
  expect([...vaults].map(({ BackupVaultName }) => BackupVaultName)).toEqual(["nightly", "weekly"]);
  expect(inspect(vaults)).toBe(inspect([...vaults]));
  expect(aws.state.events).toHaveLength([...aws.state.events].length);
  expect(inspect(aws.state.events)).toBe(inspect([...aws.state.events]));
  expect(aws.state.agenda).toHaveLength([...aws.state.agenda].length);
  expect(inspect(aws.state.agenda)).toBe(inspect([...aws.state.agenda]));
});

test("a mock and a place are printed for reading", async () => {
  const { aws, there } = await usedMock();
  const { size } = aws.state.events;
  expect(inspect(aws)).toBe(`MockAws (account 123456789012, us-east-1, ${aws.clock.now().toISOString()})
  backup: 2 vaults, 1 backupJobs, 1 recoveryPoints, 1 resources
  backup: 1 vaults (in 123456789012/eu-west-1)
  2 calls, ${size} events, 0 in flight`);
  expect(String(there)).toMatch(
    /^MockAwsPlace \(account 123456789012, eu-west-1, .*\)\n {2}backup: 1 vaults\n {2}backup: 2 vaults, .* \(in 123456789012\/us-east-1\)\n/,
  );
  expect(inspect(mockAws())).toBe(
    "MockAws (account 123456789012, us-east-1, 2026-01-01T00:00:00.000Z)\n  0 calls, 0 events, 0 in flight",
  );
});

test("a clock and a snapshot are printed with their time", () => {
  const aws = mockAws();
  expect(inspect(aws.clock)).toBe("Clock (2026-01-01T00:00:00.000Z)");
  expect(String(aws.clock)).toBe("2026-01-01T00:00:00.000Z");
  expect(inspect({ before: aws.snapshot() })).toBe("{ before: Snapshot (2026-01-01T00:00:00.000Z) }");
});

test("an explanation is a text for reading", () => {
  const aws = mockAws();
  const { backup } = aws.seed({
    backup: {
      vaults: [{ BackupVaultName: "nightly" }],
      plans: [
        {
          BackupPlanId: "11111111-1111-4111-8111-111111111111",
          BackupPlan: {
            BackupPlanName: "daily",
            Rules: [
              {
                RuleName: "at-five",
                TargetBackupVaultName: "nightly",
                ScheduleExpression: "cron(0 5 * * ? *)",
                Lifecycle: { MoveToColdStorageAfterDays: 30, DeleteAfterDays: 365 },
                CopyActions: [
                  { DestinationBackupVaultArn: "arn:aws:backup:eu-west-1:123456789012:backup-vault:copies" },
                ],
              },
              { RuleName: "lost", TargetBackupVaultName: "nowhere", ScheduleExpression: "cron(0 6 1 1 ? *)" },
            ],
          },
          selections: [{ SelectionName: "tables", Resources: [table] }],
        },
      ],
    },
  });
  const explanation = aws.explain(backup.plans[0]?.BackupPlanId ?? "");
  expect(String(explanation)).toMatchInlineSnapshot(`
"Plan daily (11111111-1111-4111-8111-111111111111)
  Rule at-five
    into nightly, cron(0 5 * * ? *) Etc/UTC, kept for 365 days, cold after 30
    copied into arn:aws:backup:eu-west-1:123456789012:backup-vault:copies, kept for ever
    backs up arn:aws:dynamodb:us-east-1:123456789012:table/orders
    next 2026-01-02T05:00Z, 2026-01-03T05:00Z, 2026-01-04T05:00Z
    not 2026-01-01T05:00Z, when lost makes the backup
    ! CopyVaultMissing: Nothing will be copied to arn:aws:backup:eu-west-1:123456789012:backup-vault:copies: Copy job failed because backup vault arn:aws:backup:eu-west-1:123456789012:backup-vault:copies does not exist.
  Rule lost
    into nowhere, cron(0 6 1 1 ? *) Etc/UTC, kept for ever
    backs up arn:aws:dynamodb:us-east-1:123456789012:table/orders
    next 2026-01-01T06:00Z, 2027-01-01T06:00Z, 2028-01-01T06:00Z
    ! VaultMissing: Backup vault nowhere does not exist, so jobs of this rule that target it fail."
`);
  expect(Object.keys(explanation)).not.toContain("toString");
  expect(explanation).toStrictEqual({ ...explanation });
});

describe("events are filtered as calls are", () => {
  test("by any part, at any depth", async () => {
    const { aws } = await usedMock();
    const completed = aws.events({
      "detail-type": "Backup Job State Change",
      detail: { state: "COMPLETED" },
    });
    expect(completed).toHaveLength(1);
    expect(
      aws.events({ detail: { state: expect.stringMatching(/^(CREATED|RUNNING)$/) } }).length,
    ).toBeGreaterThan(1);
    expect(aws.events({ region: "eu-west-1" })).toHaveLength(1);
    expect(aws.events()).toHaveLength(aws.state.events.size);
  });

  test("but not by what no event has", () => {
    const aws = mockAws();
    expect(failure(() => aws.events({ "detail-type": "Backup Job Changed" }))).toBe(
      'Cannot filter the events: no event has the detail-type "Backup Job Changed"; did you mean "Backup Job State Change"?',
    );
    const misspelt: object = { details: { state: "FAILED" } };
    expect(failure(() => aws.events(misspelt as EventFilter))).toBe(
      'Cannot filter the events: events have no member "details"; did you mean "detail"?',
    );
  });
});

test("a place shows its own calls and events", async () => {
  const { aws, there } = await usedMock();
  expect(there.calls().map(({ operation }) => operation)).toEqual(["CreateBackupVault"]);
  expect(there.calls(StartBackupJobCommand)).toEqual([]);
  expect(there.calls(CreateBackupVaultCommand, { BackupVaultName: "copies" })).toHaveLength(1);
  expect(there.events().map(event => event["detail-type"])).toEqual(["Backup Vault State Change"]);
  expect(
    aws
      .in({})
      .calls()
      .map(({ operation }) => operation),
  ).toEqual(["StartBackupJob"]);
  expect(aws.calls()).toHaveLength(2);
});
