import { MockError } from "aws-backup-mock";
import {
  automatic,
  cluster,
  database,
  explained,
  problem,
  type Rule,
  volume,
  world,
} from "./explain-support";
import { account, accountId, orders, role, rule, tableArn, vaultArn } from "./support";

const bucket = "arn:aws:s3:::orders";

test("a plan without problems is explained rule by rule, with its next runs in its own time zone", async () => {
  const { problems, rules } = await explained(
    rule({
      ScheduleExpressionTimezone: "Europe/Berlin",
      Lifecycle: { MoveToColdStorageAfterDays: 10, DeleteAfterDays: 100 },
      CopyActions: [{ DestinationBackupVaultArn: vaultArn("at-least"), Lifecycle: { DeleteAfterDays: 400 } }],
    }),
    { Resources: [orders] },
  );
  expect(problems).toEqual([]);
  expect(rules).toEqual([
    {
      ruleName: "daily",
      targetBackupVaultName: "nightly",
      schedule: "cron(0 5 ? * * *)",
      timeZone: "Europe/Berlin",
      nextRuns: ["2026-03-01T04:00:00Z", "2026-03-02T04:00:00Z", "2026-03-03T04:00:00Z"].map(
        at => new Date(at),
      ),
      displacedRuns: [],
      resources: [orders],
      moveToColdStorageAfterDays: 10,
      deleteAfterDays: 100,
      copies: [{ destinationBackupVaultArn: vaultArn("at-least"), deleteAfterDays: 400 }],
      problems: [],
    },
  ]);
});

describe("explain reports of resources", () => {
  test("that there is no selection", async () => {
    const { aws, backup } = account();
    const BackupPlan = { BackupPlanName: "idle", Rules: [rule()] };
    const { BackupPlanId = "" } = await backup.createBackupPlan({ BackupPlan });
    expect(aws.explain(BackupPlanId).problems).toEqual([
      problem("NoSelection", "The plan has no resource selection, so it backs up nothing."),
    ]);
  });

  test("that none matches", async () => {
    const { problems, first } = await explained(rule(), {
      ListOfTags: [{ ConditionType: "STRINGEQUALS", ConditionKey: "stage", ConditionValue: "test" }],
    });
    expect(first?.resources).toEqual([]);
    expect(problems).toEqual([
      problem(
        "NothingSelected",
        "No existing resource matches the plan's selections, so it backs up nothing.",
      ),
    ]);
  });

  test("which types the Region is not opted in to", async () => {
    const { problems, first, aws, jobs } = await explained(rule(), { Resources: ["*"] });
    expect(first?.resources).toEqual([orders, volume, database]);
    expect(problems).toEqual([
      problem(
        "OptedOut",
        `${cluster} is not backed up: this Region is not opted in to Aurora, and no selection names the type.`,
      ),
    ]);
    await aws.clock.advance("1 day");
    expect(await jobs()).toHaveLength(3);
  });

  test("which named ones are missing", async () => {
    const missing = `arn:aws:elasticfilesystem:us-east-1:${accountId}:file-system/fs-0123456789abcdef0`;
    const { problems } = await explained(rule(), {
      Resources: [orders, tableArn("carts"), missing, bucket],
    });
    expect(problems).toEqual([
      problem(
        "ResourceMissing",
        `Selection selection names ${tableArn("carts")}, which does not exist in us-east-1 of account ${accountId}.`,
      ),
      expect.objectContaining({
        code: "ResourceMissing",
        message: expect.stringContaining(missing),
      }),
    ]);
  });
});

describe("explain reports of the vault", () => {
  const cases: [string, Partial<Rule>, ReturnType<typeof problem>, string][] = [
    [
      "that it is missing",
      { TargetBackupVaultName: "nightli" },
      problem(
        "VaultMissing",
        "Backup vault nightli does not exist, so jobs of this rule that target it fail.",
      ),
      `Backup job failed because backup vault ${vaultArn("nightli")} does not exist.`,
    ],
    [
      "that the lock does not allow such a short retention",
      { TargetBackupVaultName: "locked", Lifecycle: { DeleteAfterDays: 1 } },
      problem(
        "RetentionOutsideLock",
        "The rule keeps backups for 1 day, but the lock of backup vault locked allows 30 to 365 days, ",
        "so jobs of this rule that target it fail.",
      ),
      "Backup job failed because the lifecycle is outside the valid range for backup vault.",
    ],
    [
      "that the lock does not allow unlimited retention",
      { TargetBackupVaultName: "locked", Lifecycle: { DeleteAfterDays: -1, MoveToColdStorageAfterDays: -1 } },
      problem(
        "RetentionOutsideLock",
        "The rule keeps backups for ever, but the lock of backup vault locked allows 30 to 365 days, ",
        "so jobs of this rule that target it fail.",
      ),
      "Backup job failed because the lifecycle is outside the valid range for backup vault.",
    ],
    [
      "the shortest retention that the lock allows",
      { TargetBackupVaultName: "at-least", Lifecycle: { DeleteAfterDays: 6 } },
      problem(
        "RetentionOutsideLock",
        "The rule keeps backups for 6 days, but the lock of backup vault at-least allows 7 days or more, ",
        "so jobs of this rule that target it fail.",
      ),
      "Backup job failed because the lifecycle is outside the valid range for backup vault.",
    ],
  ];
  test.each(cases)("%s, and the jobs then fail", async (_, members, expected, message) => {
    const { aws, first, jobs } = await explained(rule(members), { Resources: [orders] });
    expect(first?.problems).toEqual([expected]);
    await aws.clock.advance("1 day");
    expect(await jobs()).toMatchObject([{ State: "FAILED", StatusMessage: message }]);
  });

  test("that it belongs to AWS", async () => {
    const { aws, jobs } = account(
      {},
      {
        resources: [{ arn: orders }],
        backup: {
          vaults: [{ BackupVaultName: automatic }],
          plans: [
            {
              BackupPlanId: "mine",
              BackupPlan: { BackupPlanName: "mine", Rules: [rule({ TargetBackupVaultName: automatic })] },
            },
          ],
          selections: [
            {
              BackupPlanId: "mine",
              BackupSelection: { SelectionName: "all", IamRoleArn: role, Resources: ["*"] },
            },
          ],
        },
      },
    );
    expect(aws.explain("mine").rules[0]?.problems).toEqual([
      problem(
        "VaultReserved",
        `Backup vault ${automatic} belongs to the service and accepts no backups of other plans.`,
      ),
    ]);
    await aws.clock.advance("1 day");
    expect(await jobs()).toMatchObject([
      { State: "FAILED", StatusMessage: "Insufficient privileges to perform this action." },
    ]);
  });

  test("that its access policy denies backups to everyone, and the jobs of the plan then fail", async () => {
    const { aws, backup, BackupPlanId, jobs } = await explained(rule(), { Resources: [orders] });
    const Statement = [{ Effect: "Deny", Principal: "*", Action: "backup:StartBackupJob", Resource: "*" }];
    await backup.putBackupVaultAccessPolicy({
      BackupVaultName: "nightly",
      Policy: JSON.stringify({ Version: "2012-10-17", Statement }),
    });
    expect(aws.explain(BackupPlanId).rules[0]?.problems).toEqual([
      problem(
        "VaultDenied",
        "Backup vault nightly denies backup:StartBackupJob to everyone in its access policy, ",
        "so jobs of this rule that target it fail.",
      ),
    ]);
    await aws.clock.advance("1 day");
    expect(await jobs()).toMatchObject([
      {
        State: "FAILED",
        MessageCategory: "ACCESS_DENIED",
        StatusMessage: "Access Denied trying to call AWS Backup service",
      },
    ]);
  });

  test("which backups cannot be stored in a logically air-gapped one", async () => {
    const { aws, backup, plan } = account({}, world);
    const { BackupVaultArn } = await backup.createLogicallyAirGappedBackupVault({
      BackupVaultName: "air-gapped",
      MinRetentionDays: 7,
      MaxRetentionDays: 30,
    });
    await aws.settle();
    const id = await plan([
      rule({ TargetLogicallyAirGappedBackupVaultArn: BackupVaultArn, Lifecycle: { DeleteAfterDays: 35 } }),
    ]);
    expect(aws.explain(id).rules[0]?.problems).toEqual([
      problem(
        "AirGappedUnsupported",
        `The backups of ${database} stay in backup vault nightly: Backup job completed successfully to the target backup vault. `,
        "This resource type is not supported by logically air-gapped backup vault.",
      ),
      expect.objectContaining({
        code: "RetentionOutsideLock",
        message: expect.stringContaining("backup vault air-gapped allows 7 to 30 days"),
      }),
    ]);
  });
});

describe("explain reports of the schedule", () => {
  test.each(["cron(0 5 30 2 ? *)", "cron(0 5 ? * * 1999)"])(
    "that %s has no occurrence",
    async ScheduleExpression => {
      const { first } = await explained(rule({ ScheduleExpression }));
      expect(first).toMatchObject({
        nextRuns: [],
        problems: [
          problem(
            "NeverRuns",
            `${ScheduleExpression} in Etc/UTC has no further occurrence, so this rule never runs.`,
          ),
        ],
      });
    },
  );

  test("the remaining runs of a schedule that ends", async () => {
    const { first } = await explained(rule({ ScheduleExpression: "cron(0 5 1,2 3 ? 2026)" }));
    expect(first).toMatchObject({
      nextRuns: [new Date("2026-03-01T05:00:00Z"), new Date("2026-03-02T05:00:00Z")],
      problems: [],
    });
  });
});

test("a deleted plan is explained as deleted, without runs", async () => {
  const { aws, backup } = account();
  const BackupPlan = { BackupPlanName: "old", Rules: [rule()] };
  const { BackupPlanId = "" } = await backup.createBackupPlan({ BackupPlan });
  await backup.deleteBackupPlan({ BackupPlanId });
  expect(aws.explain(BackupPlanId)).toMatchObject({
    problems: [problem("PlanDeleted", "The plan has been deleted, so its rules no longer run.")],
    rules: [{ nextRuns: [], displacedRuns: [], resources: [], problems: [] }],
  });
});

test("a plan is found by its id or ARN in its own Region and account; explaining changes nothing", async () => {
  const { aws, backup, plan } = account();
  const id = await plan([rule()]);
  const { BackupPlanArn = "" } = await backup.getBackupPlan({ BackupPlanId: id });
  const { state } = aws;
  expect(aws.explain(BackupPlanArn)).toEqual(aws.explain(id));
  expect(() => aws.in({ region: "eu-west-1" }).explain(id)).toThrow(MockError);
  expect(() => aws.in({ region: "eu-west-1" }).explain(id)).toThrow(
    `Cannot explain ${id}: account ${accountId} has no such backup plan in eu-west-1; pass the BackupPlanId of one of its plans, or choose another place with aws.in(…).`,
  );
  expect(aws.state).toBe(state);
});

test("it describes the present state: fixed problems disappear", async () => {
  const { aws, backup, plan } = account({}, { resources: [{ arn: orders }] });
  const id = await plan([rule()]);
  const codes = () => aws.explain(id).rules[0]?.problems.map(({ code }) => code);
  expect(codes()).toEqual(["VaultMissing"]);
  await backup.createBackupVault({ BackupVaultName: "nightly" });
  expect(codes()).toEqual([]);
});
