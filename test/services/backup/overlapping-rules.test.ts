import { account, orders, role, rule } from "../../time/support";

const hourly = rule({
  RuleName: "A",
  ScheduleExpression: "cron(0 * ? * * *)",
  StartWindowMinutes: 60,
  Lifecycle: { DeleteAfterDays: 1 },
});
const atThree = rule({
  RuleName: "B",
  ScheduleExpression: "cron(0 3 ? * * *)",
  StartWindowMinutes: 480,
  Lifecycle: { DeleteAfterDays: 7 },
});
const atHalfPastFour = rule({
  RuleName: "C",
  ScheduleExpression: "cron(30 4 ? * * *)",
  StartWindowMinutes: 60,
  Lifecycle: { DeleteAfterDays: 20 },
});

const shown = (at: Date | undefined, name: string | undefined) => `${name}${at?.toISOString().slice(11, 16)}`;

async function story(rules: readonly ReturnType<typeof rule>[]) {
  const made = account();
  const BackupPlanId = await made.plan(rules, { Resources: [orders] });
  const preview = async () => {
    const plan = await made.backup.getBackupPlan({ BackupPlanId, MaxScheduledRunsPreview: 10 });
    const names = new Map(plan.BackupPlan?.Rules?.map(({ RuleId, RuleName }) => [RuleId, RuleName]));
    return plan.ScheduledRunsPreview?.map(run => shown(run.ExecutionTime, names.get(run.RuleId)));
  };
  const ran = async () =>
    (await made.jobs())
      .toReversed()
      .map(({ CreationDate, CreatedBy }) => shown(CreationDate, CreatedBy?.BackupRuleName));
  return { ...made, BackupPlanId, preview, ran };
}

test("a displaced run displaces no other run, neither in the preview nor in fact", async () => {
  const { aws, preview, ran } = await story([hourly, atThree, atHalfPastFour]);
  const previewed = await preview();
  await aws.clock.advance("1 day");
  // C displaces B at 4:30, so A runs at 3:00. C displaces A at 4:00 and 5:00.
  expect((await ran()).slice(0, 10)).toEqual([
    ...["A01:00", "A02:00", "A03:00", "C04:30", "A06:00"],
    ...["A07:00", "A08:00", "A09:00", "A10:00", "A11:00"],
  ]);
  expect(previewed).toEqual((await ran()).slice(0, 10));
});

test("the preview in the middle of the day considers which rules have run", async () => {
  const { aws, preview, ran } = await story([hourly, atThree, atHalfPastFour]);
  await aws.clock.advance("4 hours 45 minutes");
  const before = (await ran()).length;
  const previewed = await preview();
  await aws.clock.advance("1 day");
  expect(previewed).toEqual((await ran()).slice(before, before + 10));
});

test("a superseded rule displaces no other", async () => {
  const database = "arn:aws:rds:us-east-1:123456789012:db:orders";
  const continuous = (RuleName: string, hour: number, DeleteAfterDays: number) =>
    rule({
      RuleName,
      ScheduleExpression: `cron(0 ${hour} ? * * *)`,
      EnableContinuousBackup: true,
      Lifecycle: { DeleteAfterDays },
    });
  const made = account(
    {},
    { backup: { vaults: [{ BackupVaultName: "nightly" }] }, resources: [{ arn: database }] },
  );
  const BackupPlan = {
    BackupPlanName: "continuous",
    Rules: [continuous("middle", 4, 20), continuous("long", 5, 30)],
  };
  const other = { BackupPlanName: "other", Rules: [continuous("short", 3, 10)] };
  for (const plan of [BackupPlan, other]) {
    const { BackupPlanId } = await made.backup.createBackupPlan({ BackupPlan: plan });
    const BackupSelection = { SelectionName: "s", IamRoleArn: role, Resources: [database] };
    await made.backup.createBackupSelection({ BackupPlanId, BackupSelection });
  }
  await made.aws.clock.advance("1 day");
  expect((await made.jobs()).map(({ CreatedBy }) => CreatedBy?.BackupRuleName)).toEqual(["long"]);
});
