import type { Backup } from "@aws-sdk/client-backup";
import { database, explained, problem, world } from "./explained";
import { role, rule } from "./support";

const bucket = "arn:aws:s3:::orders";
const fixture = { ...world, resources: [{ arn: bucket }, { arn: database }] };
const continuous = rule({ EnableContinuousBackup: true, Lifecycle: { DeleteAfterDays: 7 } });
const snapshots = rule({
  RuleName: "snapshots",
  TargetBackupVaultName: "at-least",
  ScheduleExpression: "cron(0 9 ? * * *)",
  StartWindowMinutes: 60,
  Lifecycle: { DeleteAfterDays: 8 },
});
const elsewhere = "Bucket orders already has continuous backup enabled for another vault Backup job failed.";
const codes = (told: ReturnType<Awaited<ReturnType<typeof explained>>["aws"]["explain"]>) =>
  told.rules.map(({ problems }) => problems.map(({ code }) => code));

async function planOf(backup: Backup, rules: readonly ReturnType<typeof rule>[], resource: string) {
  const BackupPlan = { BackupPlanName: "another", Rules: [...rules] };
  const { BackupPlanId = "", BackupPlanArn } = await backup.createBackupPlan({ BackupPlan });
  const BackupSelection = { SelectionName: "one", IamRoleArn: role, Resources: [resource] };
  await backup.createBackupSelection({ BackupPlanId, BackupSelection });
  return { BackupPlanId, BackupPlanArn };
}

test("a bucket whose continuous backup is in another vault gets no snapshots, before and after it is there", async () => {
  const { aws, BackupPlanId, jobs } = await explained(
    [continuous, snapshots],
    { Resources: [bucket] },
    fixture,
  );
  const expected = problem("ContinuousInOtherVault", `${bucket} gets no backup by this rule: ${elsewhere}`);
  const told = () => aws.explain(BackupPlanId).rules.map(({ problems }) => problems);
  expect(told()).toEqual([[], [expected]]);
  await aws.clock.advance("1 day");
  expect(told()).toEqual([[], [expected]]);
  expect(await jobs()).toMatchObject([{ State: "FAILED", StatusMessage: elsewhere }, { State: "COMPLETED" }]);
});

test("a continuous rule makes snapshots of what is continuous by another plan", async () => {
  const { aws, backup, BackupPlanId, jobs } = await explained(continuous, { Resources: [database] }, fixture);
  const later = rule({
    EnableContinuousBackup: true,
    ScheduleExpression: "cron(0 15 ? * * *)",
    Lifecycle: { DeleteAfterDays: 7 },
  });
  const other = await planOf(backup, [later], database);
  const { BackupPlanArn } = await backup.getBackupPlan({ BackupPlanId });
  const message = `Enabling continuous backup failed, because of the following error: PITR already configured in backup plan: [${BackupPlanArn}]`;
  const told = () => aws.explain(other.BackupPlanId).rules[0]?.problems;
  const expected = problem(
    "ContinuousAlready",
    `${database} gets snapshots by this rule, and no continuous backup: ${message}`,
  );
  expect(told()).toEqual([expected]);
  expect(codes(aws.explain(BackupPlanId))).toEqual([[]]);
  await aws.clock.advance("1 day");
  expect(told()).toEqual([expected]);
  expect(codes(aws.explain(BackupPlanId))).toEqual([[]]);
  expect(await jobs()).toMatchObject([
    { State: "COMPLETED", StatusMessage: message },
    { State: "COMPLETED" },
  ]);
});

test("a bucket whose snapshots lie beside its continuous backup has both", async () => {
  const beside = { ...snapshots, TargetBackupVaultName: "nightly" };
  const { rules } = await explained([continuous, beside], { Resources: [bucket] }, fixture);
  expect(rules.map(({ problems }) => problems)).toEqual([[], []]);
});
