import {
  BackupClient,
  type BackupRuleInput,
  type BackupSelection,
  CreateBackupPlanCommand,
  CreateBackupSelectionCommand,
  DescribeBackupJobCommand,
  GetBackupPlanCommand,
  ListBackupJobsCommand,
  ListRecoveryPointsByBackupVaultCommand,
  UpdateBackupPlanCommand,
  UpdateRegionSettingsCommand,
} from "@aws-sdk/client-backup";
import { type Fixture, type MockOptions, mockAws, type ResourceSeed } from "aws-backup-mock";

const role = "arn:aws:iam::123456789012:role/backup";
const tableArn = (name: string) => `arn:aws:dynamodb:us-east-1:123456789012:table/${name}`;
const day = 86_400_000;

async function planned(
  rules: BackupRuleInput[],
  { resources = [{ arn: tableArn("orders") }], ...options }: MockOptions & Pick<Fixture, "resources"> = {},
  selection: Partial<BackupSelection> = { Resources: ["*"] },
) {
  const aws = mockAws({ clock: "manual", durations: 0, ...options });
  aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
  aws.seed({ resources });
  const client = aws.attach(new BackupClient());
  const { BackupPlanId } = await client.send(
    new CreateBackupPlanCommand({ BackupPlan: { BackupPlanName: "plan", Rules: rules } }),
  );
  await client.send(
    new CreateBackupSelectionCommand({
      BackupPlanId,
      BackupSelection: { SelectionName: "s", IamRoleArn: role, ...selection },
    }),
  );
  const points = async () => {
    const { RecoveryPoints = [] } = await client.send(
      new ListRecoveryPointsByBackupVaultCommand({ BackupVaultName: "Default" }),
    );
    return RecoveryPoints.toReversed();
  };
  const dates = async () => (await points()).map(point => point.CreationDate?.toISOString());
  return { aws, client, BackupPlanId, points, dates };
}

const rule = (RuleName: string, ScheduleExpression: string, DeleteAfterDays?: number): BackupRuleInput => ({
  RuleName,
  TargetBackupVaultName: "Default",
  ScheduleExpression,
  Lifecycle: { DeleteAfterDays },
});

test("a plan makes its backups on schedule", async () => {
  const { aws, client, BackupPlanId, dates } = await planned([rule("daily", "cron(0 5 ? * * *)")]);
  await aws.clock.advance("3 days");
  expect(await dates()).toEqual([
    "2026-01-01T05:00:00.000Z",
    "2026-01-02T05:00:00.000Z",
    "2026-01-03T05:00:00.000Z",
  ]);
  const { BackupJobs = [] } = await client.send(new ListBackupJobsCommand());
  expect(BackupJobs[0]).toMatchObject({
    State: "COMPLETED",
    CreatedBy: { BackupPlanId, BackupRuleName: "daily", BackupRuleCron: "cron(0 5 ? * * *)" },
    StartBy: new Date("2026-01-03T13:00:00Z"),
  });
  expect(BackupJobs[0]?.BackupJobId).toMatch(/^[0-9A-F-]{36}$/);
  const { LastExecutionDate } = await client.send(new GetBackupPlanCommand({ BackupPlanId }));
  expect(LastExecutionDate).toEqual(new Date("2026-01-03T05:00:00Z"));
});

test("grandfather-father-son: after 400 days, exactly the points within retention exist", async () => {
  const { aws, points } = await planned([
    rule("daily", "cron(0 5 ? * * *)", 7),
    rule("weekly", "cron(0 5 ? * SUN *)", 35),
    rule("monthly", "cron(0 5 1 * ? *)", 365),
  ]);
  await aws.clock.advance("400 days");
  const now = aws.clock.now().getTime();
  const byRule = (name: string) =>
    points().then(all => all.filter(point => point.CreatedBy?.BackupRuleName === name));
  const [daily, weekly, monthly] = await Promise.all(["daily", "weekly", "monthly"].map(byRule));
  const isFirst = (at: Date) => at.getUTCDate() === 1;
  const isSunday = (at: Date) => at.getUTCDay() === 0;
  const runs = Array.from({ length: 400 }, (_, n) => new Date(Date.UTC(2026, 0, 1, 5) + n * day));
  const alive = (days: number, fits: (at: Date) => boolean) =>
    runs.filter(at => fits(at) && at.getTime() + days * day > now);
  expect(monthly?.map(point => point.CreationDate)).toEqual(alive(365, isFirst));
  expect(weekly?.map(point => point.CreationDate)).toEqual(alive(35, at => isSunday(at) && !isFirst(at)));
  expect(daily?.map(point => point.CreationDate)).toEqual(alive(7, at => !isSunday(at) && !isFirst(at)));
});

test("where start windows overlap, only the rule with the longest retention makes a backup", async () => {
  const hourly = { ...rule("hourly", "cron(0 * ? * * *)", 1), StartWindowMinutes: 60 };
  const twice = { ...rule("twice", "cron(0 0/12 ? * * *)", 7), StartWindowMinutes: 480 };
  const { aws, client } = await planned([hourly, twice], { now: "2025-12-31T23:59:00Z" });
  await aws.clock.advance("1 day");
  const { BackupJobs = [] } = await client.send(new ListBackupJobsCommand());
  const of = (name: string) => BackupJobs.filter(job => job.CreatedBy?.BackupRuleName === name).length;
  expect({ twice: of("twice"), hourly: of("hourly") }).toEqual({ twice: 2, hourly: 8 });
});

test("a skipped hour in spring has no backup, a repeated hour in autumn has one", async () => {
  const half = { ...rule("r", "cron(30 2 ? * * *)"), ScheduleExpressionTimezone: "Europe/Berlin" };
  const spring = await planned([half], { now: "2026-03-28T00:00:00Z" });
  await spring.aws.clock.advance("3 days");
  expect(await spring.dates()).toEqual(["2026-03-28T01:30:00.000Z", "2026-03-30T00:30:00.000Z"]);
  const autumn = await planned([half], { now: "2026-10-24T12:00:00Z" });
  await autumn.aws.clock.advance("2 days");
  expect(await autumn.dates()).toEqual(["2026-10-25T00:30:00.000Z", "2026-10-26T01:30:00.000Z"]);
});

test("a changed schedule applies from the update on", async () => {
  const { aws, client, BackupPlanId, dates } = await planned([rule("r", "cron(0 5 ? * * *)")]);
  await aws.clock.advance("1 day");
  await client.send(
    new UpdateBackupPlanCommand({
      BackupPlanId,
      BackupPlan: { BackupPlanName: "plan", Rules: [rule("r", "cron(0 17 ? * * *)")] },
    }),
  );
  await aws.clock.advance("1 day");
  expect(await dates()).toEqual(["2026-01-01T05:00:00.000Z", "2026-01-02T17:00:00.000Z"]);
});

describe("a selection includes", () => {
  const resources: ResourceSeed[] = [
    { arn: tableArn("orders"), tags: { stage: "prod", team: "sales" } },
    { arn: tableArn("carts"), tags: { stage: "test", team: "sales" } },
    { arn: "arn:aws:ec2:us-east-1:123456789012:volume/vol-1", tags: { stage: "prod" } },
    { arn: "arn:aws:rds:us-east-1:123456789012:cluster:books", tags: { stage: "prod" } },
  ];
  const tag = (key: string, value: string) => ({
    ConditionKey: `aws:ResourceTag/${key}`,
    ConditionValue: value,
  });
  const chosen: [string, Partial<BackupSelection>, string[]][] = [
    ["everything the Region is opted in to", { Resources: ["*"] }, ["orders", "carts", "vol-1"]],
    ["a named resource", { Resources: [tableArn("carts")] }, ["carts"]],
    [
      "a named database cluster only after an opt-in to its type",
      { Resources: ["arn:aws:rds:us-east-1:123456789012:cluster:books", tableArn("carts")] },
      ["carts"],
    ],
    ["a type by wildcard", { Resources: ["arn:aws:dynamodb:*:*:table/*"] }, ["orders", "carts"]],
    [
      "everything except excluded resources",
      { Resources: ["*"], NotResources: ["arn:aws:ec2:*"] },
      ["orders", "carts"],
    ],
    [
      "resources with any of the tags",
      {
        ListOfTags: [
          { ConditionType: "STRINGEQUALS", ConditionKey: "stage", ConditionValue: "test" },
          { ConditionType: "STRINGEQUALS", ConditionKey: "team", ConditionValue: "sales" },
        ],
      },
      ["orders", "carts"],
    ],
    [
      "resources that meet all conditions",
      { Resources: ["*"], Conditions: { StringEquals: [tag("stage", "prod"), tag("team", "sales")] } },
      ["orders"],
    ],
    [
      "resources that a condition does not exclude",
      { Resources: ["*"], Conditions: { StringNotEquals: [tag("stage", "test")] } },
      ["orders", "vol-1"],
    ],
    [
      "resources whose tag matches a pattern",
      { Resources: ["*"], Conditions: { StringLike: [tag("team", "sa*")] } },
      ["orders", "carts"],
    ],
    [
      "resources whose tag does not match a pattern",
      { Resources: ["*"], Conditions: { StringNotLike: [tag("team", "sa*")] } },
      ["vol-1"],
    ],
  ];
  test.each(chosen)("%s", async (_, selection, expected) => {
    const { aws, client } = await planned([rule("r", "cron(0 5 ? * * *)")], { resources }, selection);
    const ResourceTypeOptInPreference = { Aurora: false };
    await client.send(new UpdateRegionSettingsCommand({ ResourceTypeOptInPreference }));
    await aws.clock.advance("1 day");
    const { BackupJobs = [] } = await client.send(new ListBackupJobsCommand());
    const names = BackupJobs.map(job => job.ResourceArn?.split(/[/:]/).at(-1)).reverse();
    expect(names).toEqual(expected);
  });
});

test("a plan whose retention violates the vault's lock makes no backup, and events show the failure", async () => {
  const aws = mockAws({ clock: "manual", durations: 0 });
  aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
  aws.seed({
    backup: { vaults: [{ BackupVaultName: "locked", Locked: true, MinRetentionDays: 30 }] },
    resources: [{ arn: tableArn("orders") }],
  });
  const client = aws.attach(new BackupClient());
  const { BackupPlanId } = await client.send(
    new CreateBackupPlanCommand({
      BackupPlan: {
        BackupPlanName: "short",
        Rules: [{ ...rule("r", "cron(0 5 ? * * *)", 7), TargetBackupVaultName: "locked" }],
      },
    }),
  );
  await client.send(
    new CreateBackupSelectionCommand({
      BackupPlanId,
      BackupSelection: { SelectionName: "s", IamRoleArn: role, Resources: ["*"] },
    }),
  );
  await aws.clock.advance("1 day");
  const message = "Backup job failed because the lifecycle is outside the valid range for backup vault.";
  const { BackupJobs = [] } = await client.send(new ListBackupJobsCommand());
  expect(BackupJobs).toMatchObject([{ State: "FAILED", StatusMessage: message }]);
  expect(aws.events()).toContainEqual(
    expect.objectContaining({
      "detail-type": "Backup Job State Change",
      detail: expect.objectContaining({ state: "FAILED", statusMessage: `"${message}"` }),
    }),
  );
  expect(aws.explain(BackupPlanId ?? "").rules[0]?.problems).toMatchObject([
    { code: "RetentionOutsideLock" },
  ]);
});

test("one large advance of time and many small ones end in the same state", async () => {
  const rules = [rule("daily", "cron(0 5 ? * * *)", 3), rule("weekly", "cron(0 5 ? * SUN *)", 30)];
  const inOne = await planned(rules);
  await inOne.aws.clock.advance("40 days");
  const inMany = await planned(rules);
  for (let n = 0; n < 40 * 4; n++) await inMany.aws.clock.advance("6 hours");
  expect(JSON.stringify(inMany.aws.snapshot())).toBe(JSON.stringify(inOne.aws.snapshot()));
});

test("the next matching job can be made to fail, to take long, or to transfer many bytes", async () => {
  const { aws, client } = await planned([rule("r", "cron(0 5 ? * * *)")], { durations: {} });
  aws.nextJob({ type: "backup", resourceArn: tableArn("orders") }).fails("no space left");
  await aws.clock.advance("1 day");
  aws.nextJob({ type: "DynamoDB" }).takes("2 hours").transfers(77);
  await aws.clock.advance("1 day");
  const { BackupJobs = [] } = await client.send(new ListBackupJobsCommand());
  expect(BackupJobs).toMatchObject([
    { State: "COMPLETED", BytesTransferred: 77, CompletionDate: new Date("2026-01-02T07:00:10Z") },
    { State: "FAILED", StatusMessage: "no space left" },
  ]);
});

test("a held job stays in its state while time passes, and continues when released", async () => {
  const { aws, client } = await planned([rule("r", "cron(0 5 ? * * *)")], { durations: {} });
  await aws.clock.set("2026-01-01T05:00:15Z");
  const [job] = (await client.send(new ListBackupJobsCommand())).BackupJobs ?? [];
  const BackupJobId = job?.BackupJobId ?? "";
  const state = async () => (await client.send(new DescribeBackupJobCommand({ BackupJobId }))).State;
  expect(await state()).toBe("RUNNING");
  aws.hold(BackupJobId);
  await aws.clock.advance("3 hours");
  expect(await state()).toBe("RUNNING");
  aws.release(BackupJobId);
  expect(await state()).toBe("COMPLETED");
});

test("after a rollback, time takes another course", async () => {
  const { aws, dates } = await planned([rule("r", "cron(0 5 ? * * *)")]);
  const start = aws.snapshot();
  await aws.clock.advance("2 days");
  const future = await dates();
  aws.rollback(start);
  expect(await dates()).toEqual([]);
  await aws.clock.advance("2 days");
  expect(await dates()).toEqual(future);
  aws.rollback(JSON.parse(JSON.stringify(start)));
  await aws.clock.advance("2 days");
  expect(await dates()).toEqual(future);
});
