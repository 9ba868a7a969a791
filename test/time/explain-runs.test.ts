import { mockAws, type PlanProblem } from "aws-backup-mock";
import { database, explained, problem, volume, world } from "./explain-support";
import { account, orders, role, rule, tableArn } from "./support";

const at = (text: string) => new Date(text);

/** Grandfather, father and son, all at five, in a vault each has to itself. */
const daily = rule({ RuleName: "daily", Lifecycle: { DeleteAfterDays: 7 } });
const weekly = rule({
  RuleName: "weekly",
  ScheduleExpression: "cron(0 5 ? * 1 *)", // Sundays
  Lifecycle: { DeleteAfterDays: 35 },
});
const monthly = rule({
  RuleName: "monthly",
  ScheduleExpression: "cron(0 5 1 * ? *)",
  Lifecycle: { DeleteAfterDays: 365 },
});

describe("the coming runs of a grandfather-father-son plan", () => {
  // 1 March 2026 is a Sunday.
  const story = () => explained([daily, weekly, monthly], { Resources: [orders] });

  test("each is told with the rule that really makes the backup", async () => {
    const { rules, problems } = await story();
    expect(problems).toEqual([]);
    expect(
      rules.map(({ ruleName, nextRuns, displacedRuns }) => ({ ruleName, nextRuns, displacedRuns })),
    ).toEqual([
      {
        ruleName: "daily",
        nextRuns: [at("2026-03-02T05:00Z"), at("2026-03-03T05:00Z"), at("2026-03-04T05:00Z")],
        displacedRuns: [{ at: at("2026-03-01T05:00Z"), by: "monthly" }],
      },
      {
        ruleName: "weekly",
        nextRuns: [at("2026-03-08T05:00Z"), at("2026-03-15T05:00Z"), at("2026-03-22T05:00Z")],
        displacedRuns: [{ at: at("2026-03-01T05:00Z"), by: "monthly" }],
      },
      {
        ruleName: "monthly",
        nextRuns: [at("2026-03-01T05:00Z"), at("2026-04-01T05:00Z"), at("2026-05-01T05:00Z")],
        displacedRuns: [],
      },
    ]);
    expect(rules.flatMap(explanation => explanation.problems)).toEqual([]);
  });

  test("that is what happens then, and what the passage counts by rule", async () => {
    const { aws, backup, BackupPlanId, jobs } = await story();
    const expected = aws
      .explain(BackupPlanId)
      .rules.flatMap(({ ruleName, nextRuns }) => nextRuns.map(run => `${run.toISOString()} ${ruleName}`))
      .filter(run => run < "2026-03-05")
      .sort();
    await aws.clock.set("2026-03-05T00:00:00Z");
    const made = (await jobs()).map(
      job => `${job.CreationDate?.toISOString()} ${job.CreatedBy?.BackupRuleName}`,
    );
    expect(made.sort()).toEqual(expected);
    // 5 March to 1 April: 28 mornings, 4 Sundays, one first of a month.
    const { rules, jobs: ended } = await aws.clock.set("2026-04-02T00:00:00Z");
    expect(rules).toEqual({
      "plan / daily": { COMPLETED: 23, displaced: 5 },
      "plan / weekly": { COMPLETED: 4 },
      "plan / monthly": { COMPLETED: 1 },
    });
    expect(ended).toEqual({ COMPLETED: 28 });
    expect((await backup.listBackupJobs({ ByState: "FAILED" })).BackupJobs).toEqual([]);
  });

  test("and so without any resource selected", async () => {
    const { aws, backup } = account({ now: "2026-03-01T00:00:00Z" }, world);
    const BackupPlan = { BackupPlanName: "plan", Rules: [daily, weekly, monthly] };
    const { BackupPlanId = "" } = await backup.createBackupPlan({ BackupPlan });
    const [first] = aws.explain(BackupPlanId).rules;
    expect(first?.displacedRuns).toEqual([{ at: at("2026-03-01T05:00Z"), by: "monthly" }]);
  });

  test("a run that another plan displaces is told with that plan", async () => {
    const { aws, backup, plan } = account({ now: "2026-03-01T00:00:00Z" }, world);
    const id = await plan([daily], { Resources: [orders] });
    const BackupPlan = { BackupPlanName: "archive", Rules: [monthly] };
    const { BackupPlanId } = await backup.createBackupPlan({ BackupPlan });
    const BackupSelection = { SelectionName: "all", IamRoleArn: role, Resources: [orders] };
    await backup.createBackupSelection({ BackupPlanId, BackupSelection });
    expect(aws.explain(id).rules[0]).toMatchObject({
      nextRuns: [at("2026-03-02T05:00Z"), at("2026-03-03T05:00Z"), at("2026-03-04T05:00Z")],
      displacedRuns: [{ at: at("2026-03-01T05:00Z"), by: "archive / monthly" }],
      problems: [],
    });
  });

  test("a run that makes the backup of some resources only is a run", async () => {
    const { aws, backup, plan } = account({ now: "2026-03-01T00:00:00Z" }, world);
    const id = await plan([daily], { Resources: [orders, volume] });
    const BackupPlan = {
      BackupPlanName: "archive",
      Rules: [{ ...daily, Lifecycle: { DeleteAfterDays: 35 } }],
    };
    const { BackupPlanId } = await backup.createBackupPlan({ BackupPlan });
    const BackupSelection = { SelectionName: "all", IamRoleArn: role, Resources: [orders] };
    await backup.createBackupSelection({ BackupPlanId, BackupSelection });
    expect(aws.explain(id).rules[0]).toMatchObject({
      nextRuns: [at("2026-03-01T05:00Z"), expect.any(Date), expect.any(Date)],
      displacedRuns: [],
      problems: [
        problem(
          "Displaced",
          `${orders} gets no backup from the next 30 runs of this rule: rule daily of plan archive has longer retention, `,
          "or comes first in the plan, and its start window overlaps.",
        ),
      ],
    });
    const { rules } = await aws.clock.advance("1 day");
    expect(rules).toEqual({
      "plan / daily": { COMPLETED: 1, displaced: 1 },
      "archive / daily": { COMPLETED: 1 },
    });
  });
});

const codes = (problems: readonly PlanProblem[] | undefined) => problems?.map(({ code }) => code);

describe("a rule that loses every run", () => {
  test("has no next runs, and a problem", async () => {
    const longer = rule({
      RuleName: "longer",
      Lifecycle: { DeleteAfterDays: 30 },
      ScheduleExpression: "cron(0 6 ? * * *)",
    });
    const { rules, aws } = await explained([daily, longer], { Resources: [orders, volume] });
    expect(rules[0]).toMatchObject({
      nextRuns: [],
      displacedRuns: Array.from({ length: 10 }, (_, day) => ({
        at: new Date(Date.UTC(2026, 2, 1 + day, 5)),
        by: "longer",
      })),
      problems: [
        problem(
          "AlwaysDisplaced",
          "This rule makes no backup in any of its next 400 runs: rule longer has longer retention, ",
          "or comes first in the plan, and its start window overlaps.",
        ),
      ],
    });
    expect(rules[1]?.problems).toEqual([]);
    const passage = await aws.clock.advance("10 days");
    expect(passage.rules).toEqual({
      "plan / daily": { displaced: 20 },
      "plan / longer": { COMPLETED: 20 },
    });
  });

  test("because a resource has one continuous backup only", async () => {
    const continuous = rule({ EnableContinuousBackup: true, Lifecycle: { DeleteAfterDays: 10 } });
    const longer = { ...continuous, RuleName: "longer", Lifecycle: { DeleteAfterDays: 20 } };
    const { rules } = await explained([continuous, longer], { Resources: [database] });
    expect(rules[0]?.problems).toEqual([
      problem(
        "AlwaysDisplaced",
        `This rule makes no backup in any of its next 400 runs: a resource has one continuous backup only, `,
        "and rule longer makes it, because it has the longest retention or comes first in the plan.",
      ),
    ]);
    expect(rules[0]?.displacedRuns[0]?.by).toBe("longer");
  });

  test("a yearly rule is looked at for three years", async () => {
    const yearly = rule({
      RuleName: "yearly",
      ScheduleExpression: "cron(0 5 1 1 ? *)",
      Lifecycle: { DeleteAfterDays: 1 },
    });
    const { rules } = await explained([yearly, daily], { Resources: [orders] });
    expect([rules[0]?.displacedRuns.length, codes(rules[0]?.problems)]).toEqual([3, ["AlwaysDisplaced"]]);
  });
});

describe("a rule whose backups are deleted before the next ones are made", () => {
  const shortWeekly = { ...weekly, Lifecycle: { DeleteAfterDays: 3 } };

  test("has a problem that says for how long there is none", async () => {
    const { first, aws, points } = await explained(shortWeekly, { Resources: [orders] });
    expect(first?.problems).toEqual([
      problem(
        "RetentionGap",
        "The backups of this rule are deleted after 3 days, but made up to 7 days apart, so for 4 days there is none: ",
        "keep them longer, or run the rule more often.",
      ),
    ]);
    await aws.clock.set("2026-03-06T00:00:00Z");
    expect(await points()).toEqual([]);
  });

  test.each<[string, number, readonly string[]]>([
    ["a day, every day", 1, []],
    ["two days, on working days only", 2, ["RetentionGap"]],
    ["three days, on working days only", 3, []],
  ])("kept for %s", async (name, DeleteAfterDays, expected) => {
    const ScheduleExpression = name.includes("working") ? "cron(0 5 ? * MON-FRI *)" : "cron(0 5 ? * * *)";
    const { first } = await explained(rule({ ScheduleExpression, Lifecycle: { DeleteAfterDays } }));
    expect(codes(first?.problems)).toEqual(expected);
  });

  test("has none in a time zone with daylight saving time, whose days may have 25 hours", async () => {
    const ScheduleExpressionTimezone = "Europe/Berlin";
    const { aws, plan } = account({ now: "2026-10-20T00:00:00Z" }, world);
    const id = await plan([rule({ ScheduleExpressionTimezone, Lifecycle: { DeleteAfterDays: 1 } })]);
    expect(aws.explain(id).rules[0]?.problems).toEqual([]);
  });

  test("has none if another rule of the plan fills the gaps, by itself or together", async () => {
    const filled = await explained([shortWeekly, { ...daily, StartWindowMinutes: 60 }], {
      Resources: [orders],
    });
    expect(codes(filled.rules[1]?.problems)).toEqual([]);
    expect(codes(filled.rules[0]?.problems)).toEqual(["AlwaysDisplaced"]);
    const every = (RuleName: string, weekday: string) =>
      rule({ RuleName, ScheduleExpression: `cron(0 5 ? * ${weekday} *)`, Lifecycle: { DeleteAfterDays: 6 } });
    const { rules } = await explained([every("sundays", "SUN"), every("wednesdays", "WED")]);
    expect(rules.map(explanation => codes(explanation.problems))).toEqual([[], []]);
  });

  test("has none with continuous backup", async () => {
    const { first } = await explained(
      { ...shortWeekly, EnableContinuousBackup: true },
      { Resources: [database] },
    );
    expect(first?.problems).toEqual([]);
  });
});

test("cold storage that backups and copies do not live to see is a problem", async () => {
  const { aws, BackupPlanId } = await explained(
    rule({
      Lifecycle: { MoveToColdStorageAfterDays: 30, DeleteAfterDays: 120 },
      CopyActions: [
        {
          DestinationBackupVaultArn: "arn:aws:backup:us-east-1:123456789012:backup-vault:at-least",
          Lifecycle: { MoveToColdStorageAfterDays: 30, DeleteAfterDays: 120 },
        },
      ],
    }),
    { Resources: [orders] },
  );
  expect(aws.explain(BackupPlanId).rules[0]?.problems).toEqual([]);
  // AWS refuses such a plan; an old snapshot may have one.
  const old = JSON.stringify(aws.snapshot()).replaceAll('"DeleteAfterDays":120', '"DeleteAfterDays":30');
  const [first] = mockAws({ snapshot: JSON.parse(old) }).explain(BackupPlanId).rules;
  expect(first?.problems).toEqual([
    problem(
      "ColdStorageUnreached",
      "The backups of this rule would move to cold storage after 30 days, but are deleted after 30 days, so none ever does.",
    ),
    {
      code: "ColdStorageUnreached",
      message: expect.stringMatching(/^The copies in arn:.*at-least would move/),
    },
  ]);
});

test("a plan of ten thousand resources is explained at once", async () => {
  const tables = Array.from({ length: 10_000 }, (_, i) => ({ arn: tableArn(`t${i}`) }));
  const { aws, plan } = account({}, { ...world, resources: tables });
  const id = await plan([daily, { ...daily, RuleName: "same" }, weekly, monthly]);
  const start = performance.now();
  const { rules } = aws.explain(id);
  expect(performance.now() - start).toBeLessThan(5_000);
  expect(rules.map(({ problems }) => codes(problems))).toEqual([[], ["AlwaysDisplaced"], [], []]);
});
