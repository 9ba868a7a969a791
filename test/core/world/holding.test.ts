import { account, orders, rule } from "../../time/support";

test("a recovery point on hold outlives a new lifecycle, until it is released", async () => {
  const { aws, backup, start, job, points } = account();
  const started = await start(orders, { Lifecycle: { DeleteAfterDays: 5 } });
  await aws.settle();
  const { RecoveryPointArn = "" } = await job(started);
  aws.hold(RecoveryPointArn);
  await backup.updateRecoveryPointLifecycle({
    BackupVaultName: "nightly",
    RecoveryPointArn,
    Lifecycle: { DeleteAfterDays: 8 },
  });
  await aws.clock.advance("20 days");
  expect(await points()).toMatchObject([{ RecoveryPointArn, Lifecycle: { DeleteAfterDays: 8 } }]);
  aws.release(RecoveryPointArn);
  expect(await points()).toEqual([]);
});

test("a job on hold that is stopped stays ABORTING, until it is released", async () => {
  const { aws, backup, start, job } = account();
  const BackupJobId = await start();
  aws.hold(BackupJobId);
  await backup.stopBackupJob({ BackupJobId });
  await aws.clock.advance("1 day");
  expect(await job(BackupJobId)).toMatchObject({ State: "ABORTING" });
  aws.release(BackupJobId);
  await aws.settle();
  expect(await job(BackupJobId)).toMatchObject({ State: "ABORTED" });
});

describe("a backup plan on hold", () => {
  const daily = rule();
  const late = rule({ RuleName: "late", ScheduleExpression: "cron(0 20 ? * * *)" });

  test.each(["BackupPlanId", "BackupPlanArn"] as const)("named by its %s, does not run", async name => {
    const { aws, backup, plan, jobs } = account();
    const made = await backup.getBackupPlan({ BackupPlanId: await plan([daily]) });
    aws.hold(made[name] ?? "");
    await aws.clock.advance("3 days");
    expect(await jobs()).toEqual([]);
    aws.release(made[name] ?? "");
    // What came due meanwhile happens now, once.
    expect(await jobs()).toMatchObject([{ CreationDate: aws.clock.now() }]);
    await aws.clock.advance("2 days");
    expect(await jobs()).toHaveLength(3);
  });

  test("stays so when it is changed, with the rules that it had and those that are new", async () => {
    const { aws, backup, plan, jobs } = account();
    const BackupPlanId = await plan([daily]);
    aws.hold(BackupPlanId);
    await backup.updateBackupPlan({
      BackupPlanId,
      BackupPlan: { BackupPlanName: "plan", Rules: [daily, late] },
    });
    await aws.clock.advance("3 days");
    expect(await jobs()).toEqual([]);
    aws.release(BackupPlanId);
    expect(await jobs()).toHaveLength(1 + 1);
  });
});
