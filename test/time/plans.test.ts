import { account, orders, role, rule, tableArn, vaultArn } from "./support";

const isoDay = (at: Date | undefined) => at?.toISOString().slice(0, 10);

describe("grandfather-father-son, with monthly backups copied to another Region", () => {
  const rules = [
    rule({ Lifecycle: { DeleteAfterDays: 7 } }),
    rule({
      RuleName: "weekly",
      ScheduleExpression: "cron(0 5 ? * SUN *)",
      Lifecycle: { DeleteAfterDays: 35 },
    }),
    rule({
      RuleName: "monthly",
      ScheduleExpression: "cron(0 5 1 * ? *)",
      Lifecycle: { DeleteAfterDays: 365 },
      CopyActions: [
        {
          DestinationBackupVaultArn: vaultArn("offsite", "eu-west-1"),
          Lifecycle: { MoveToColdStorageAfterDays: 30, DeleteAfterDays: 395 },
        },
      ],
    }),
  ];

  async function afterDays(days: number) {
    const story = account();
    const abroad = story.aws.in({ region: "eu-west-1" });
    abroad.seed({ backup: { vaults: [{ BackupVaultName: "offsite" }] } });
    const plan = await story.plan(rules);
    await story.aws.clock.advance({ days });
    const copies = [...abroad.state.backup.recoveryPoints];
    const points = await story.points();
    const of = (name: string) =>
      points
        .filter(({ CreatedBy }) => CreatedBy?.BackupRuleName === name)
        .map(point => isoDay(point.CreationDate));
    return { ...story, plan, points, copies, of };
  }

  test.each([
    [
      10,
      ["2026-01-01"],
      ["2026-01-04"],
      ["2026-01-05", "2026-01-06", "2026-01-07", "2026-01-08", "2026-01-09", "2026-01-10"],
    ],
    [
      60,
      ["2026-01-01", "2026-02-01", "2026-03-01"],
      ["2026-02-08", "2026-02-15", "2026-02-22"],
      ["2026-02-23", "2026-02-24", "2026-02-25", "2026-02-26", "2026-02-27", "2026-02-28"],
    ],
    [
      400,
      [
        ...["2026-03-01", "2026-04-01", "2026-05-01", "2026-06-01", "2026-07-01", "2026-08-01"],
        ...["2026-09-01", "2026-10-01", "2026-11-01", "2026-12-01", "2027-01-01", "2027-02-01"],
      ],
      ["2027-01-03", "2027-01-10", "2027-01-17", "2027-01-24", "2027-01-31"],
      ["2027-01-29", "2027-01-30", "2027-02-02", "2027-02-03", "2027-02-04"],
    ],
  ])("has exactly the points of a calendar on day %d", async (days, monthly, weekly, daily) => {
    const { of, points } = await afterDays(days);
    expect({ monthly: of("monthly"), weekly: of("weekly"), daily: of("daily") }).toEqual({
      monthly,
      weekly,
      daily,
    });
    expect(points).toHaveLength(monthly.length + weekly.length + daily.length);
  });

  test("has every monthly copy of a calendar after 400 days, with those older than a month in cold storage", async () => {
    const { copies } = await afterDays(400);
    const kept = [
      ...["2026-02-01", "2026-03-01", "2026-04-01", "2026-05-01", "2026-06-01", "2026-07-01", "2026-08-01"],
      ...["2026-09-01", "2026-10-01", "2026-11-01", "2026-12-01", "2027-01-01", "2027-02-01"],
    ];
    expect(copies.map(({ CreationDate }) => isoDay(new Date(CreationDate)))).toEqual(kept);
    const cold = copies.filter(({ StorageClass }) => StorageClass === "COLD");
    expect(cold).toEqual(copies.slice(0, -1));
  });
});

describe("where start windows overlap", () => {
  const weekly = rule({
    RuleName: "weekly",
    ScheduleExpression: "cron(0 5 ? * SUN *)",
    Lifecycle: { DeleteAfterDays: 90 },
  });
  const noon = rule({ ScheduleExpression: "cron(0 12 ? * * *)", Lifecycle: { DeleteAfterDays: 7 } });
  const byRule = (jobs: { CreatedBy?: { BackupRuleName?: string }; CreationDate?: Date }[]) =>
    jobs.map(job => `${job.CreatedBy?.BackupRuleName} ${job.CreationDate?.toISOString().slice(5, 16)}`);

  test("the rule with the longest retention runs, and the other on the remaining days", async () => {
    const { aws, plan, jobs } = account({ now: "2026-01-04T00:00:00Z" });
    await plan([weekly, noon]);
    await aws.clock.advance("2 days");
    expect(byRule(await jobs())).toEqual(["daily 01-05T12:00", "weekly 01-04T05:00"]);
  });

  test("a plan created after the run of one rule does not displace the other", async () => {
    const { aws, backup, plan, jobs } = account({ now: "2026-01-04T06:00:00Z" });
    const BackupPlanId = await plan([weekly, noon]);
    const preview = await backup.getBackupPlan({ BackupPlanId, MaxScheduledRunsPreview: 1 });
    expect(preview.ScheduledRunsPreview).toMatchObject([{ ExecutionTime: new Date("2026-01-04T12:00:00Z") }]);
    expect(aws.explain(BackupPlanId).rules[1]?.problems).toEqual([]);
    await aws.clock.advance("1 day");
    expect(byRule(await jobs())).toEqual(["daily 01-04T12:00"]);
  });

  test("unlimited retention, in either form, is the longest", async () => {
    for (const Lifecycle of [undefined, { DeleteAfterDays: -1, MoveToColdStorageAfterDays: -1 }]) {
      const { aws, plan, jobs } = account();
      await plan([rule({ Lifecycle: { DeleteAfterDays: 365 } }), rule({ RuleName: "always", Lifecycle })]);
      await aws.clock.advance("1 day");
      expect(byRule(await jobs())).toEqual(["always 01-01T05:00"]);
    }
  });
});

describe("a selection that names a resource", () => {
  test("backs it up even if it was not seeded, as an on-demand backup does", async () => {
    const { aws, plan, jobs } = account({}, { backup: { vaults: [{ BackupVaultName: "nightly" }] } });
    const BackupPlanId = await plan([rule()], {
      Resources: [orders, "arn:aws:s3:::invoices", "arn:aws:ec2:*"],
    });
    expect(aws.explain(BackupPlanId).rules[0]?.resources).toEqual([orders, "arn:aws:s3:::invoices"]);
    await aws.clock.advance("2 days");
    const backedUp = (await jobs()).map(({ ResourceArn, State }) => [ResourceArn, State]);
    expect(backedUp).toHaveLength(4);
    expect(backedUp).toEqual(expect.arrayContaining([[orders, "COMPLETED"]]));
  });

  test("does not back it up if others of its type are seeded, or if it is in another place", async () => {
    const { aws, plan, jobs } = account();
    const fileSystem = "arn:aws:elasticfilesystem:us-east-1:123456789012:file-system/fs-0123456789abcdef0";
    await plan([rule()], { Resources: [tableArn("missing"), fileSystem] });
    await aws.clock.advance("1 day");
    expect(await jobs()).toEqual([]);
  });

  test("does not back it up if its tags exclude it", async () => {
    const { aws, backup, jobs } = account({}, { backup: { vaults: [{ BackupVaultName: "nightly" }] } });
    const { BackupPlanId } = await backup.createBackupPlan({
      BackupPlan: { BackupPlanName: "plan", Rules: [rule()] },
    });
    await backup.createBackupSelection({
      BackupPlanId,
      BackupSelection: {
        SelectionName: "tagged",
        IamRoleArn: role,
        Resources: [orders],
        Conditions: { StringEquals: [{ ConditionKey: "aws:ResourceTag/stage", ConditionValue: "prod" }] },
      },
    });
    await aws.clock.advance("1 day");
    expect(await jobs()).toEqual([]);
  });
});
