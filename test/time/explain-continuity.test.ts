import type { Backup } from "@aws-sdk/client-backup";
import { database, explained, problem, world } from "./explain-support";
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
const codes = (explanation: ReturnType<Awaited<ReturnType<typeof explained>>["aws"]["explain"]>) =>
  explanation.rules.map(({ problems }) => problems.map(({ code }) => code));

async function planOf(backup: Backup, rules: readonly ReturnType<typeof rule>[], resource: string) {
  const BackupPlan = { BackupPlanName: "another", Rules: [...rules] };
  const { BackupPlanId = "", BackupPlanArn } = await backup.createBackupPlan({ BackupPlan });
  const BackupSelection = { SelectionName: "one", IamRoleArn: role, Resources: [resource] };
  await backup.createBackupSelection({ BackupPlanId, BackupSelection });
  return { BackupPlanId, BackupPlanArn };
}

test("a bucket with its continuous backup in another vault gets no snapshots, before and after that backup starts", async () => {
  const { aws, BackupPlanId, jobs } = await explained(
    [continuous, snapshots],
    { Resources: [bucket] },
    fixture,
  );
  const expected = problem("ContinuousInOtherVault", `${bucket} gets no backup from this rule: ${elsewhere}`);
  const problemsNow = () => aws.explain(BackupPlanId).rules.map(({ problems }) => problems);
  expect(problemsNow()).toEqual([[], [expected]]);
  await aws.clock.advance("1 day");
  expect(problemsNow()).toEqual([[], [expected]]);
  expect(await jobs()).toMatchObject([{ State: "FAILED", StatusMessage: elsewhere }, { State: "COMPLETED" }]);
});

test("a continuous rule makes snapshots of a resource that another plan backs up continuously", async () => {
  const { aws, backup, BackupPlanId, jobs } = await explained(continuous, { Resources: [database] }, fixture);
  const later = rule({
    EnableContinuousBackup: true,
    ScheduleExpression: "cron(0 15 ? * * *)",
    Lifecycle: { DeleteAfterDays: 7 },
  });
  const other = await planOf(backup, [later], database);
  const { BackupPlanArn } = await backup.getBackupPlan({ BackupPlanId });
  const message = `Enabling continuous backup failed, because of the following error: PITR already configured in backup plan: [${BackupPlanArn}]`;
  const problemsNow = () => aws.explain(other.BackupPlanId).rules[0]?.problems;
  const expected = problem(
    "ContinuousAlready",
    `${database} gets snapshots from this rule, and no continuous backup: ${message}`,
  );
  expect(problemsNow()).toEqual([expected]);
  expect(codes(aws.explain(BackupPlanId))).toEqual([[]]);
  // RDS enables continuous backups in its next maintenance window.
  await aws.clock.advance("8 days");
  expect(problemsNow()).toEqual([expected]);
  expect(codes(aws.explain(BackupPlanId))).toEqual([[]]);
  expect((await jobs())?.slice(0, 2)).toMatchObject([
    { State: "COMPLETED", StatusMessage: message },
    { State: "COMPLETED" },
  ]);
});

test("a bucket gets both continuous backup and snapshots in the same vault", async () => {
  const inSameVault = { ...snapshots, TargetBackupVaultName: "nightly" };
  const { rules } = await explained([continuous, inSameVault], { Resources: [bucket] }, fixture);
  expect(rules.map(({ problems }) => problems)).toEqual([[], []]);
});
