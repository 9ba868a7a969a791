import { type BackupRuleInput, PutBackupVaultAccessPolicyCommand } from "@aws-sdk/client-backup";
import type { Fixture } from "aws-backup-mock";
import { account, bad, good, orders, pointId, role, volume } from "./controls-support";

const frequency = "BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK";
const every = (value: string, unit: string, days = "35") => ({
  requiredFrequencyValue: value,
  requiredFrequencyUnit: unit,
  requiredRetentionDays: days,
});

test.each<[string, Partial<BackupRuleInput>, Record<string, string>, string]>([
  ["daily, kept 35 days", { Lifecycle: { DeleteAfterDays: 35 } }, {}, good],
  ["daily, kept for ever", {}, {}, good],
  ["daily, kept 34 days", { Lifecycle: { DeleteAfterDays: 34 } }, {}, bad],
  ["daily where clocks change", { ScheduleExpressionTimezone: "Europe/Berlin" }, {}, good],
  ["on weekdays, asked for every day", { ScheduleExpression: "cron(0 5 ? * MON-FRI *)" }, {}, bad],
  [
    "on weekdays, asked for every 3 days",
    { ScheduleExpression: "cron(0 5 ? * MON-FRI *)" },
    every("3", "days"),
    good,
  ],
  [
    "monthly, asked for every 31 days",
    { ScheduleExpression: "cron(0 5 1 * ? *)" },
    every("31", "days"),
    good,
  ],
  ["monthly, asked for every 30 days", { ScheduleExpression: "cron(0 5 1 * ? *)" }, every("30", "days"), bad],
  ["daily, asked for every 12 hours", {}, every("12", "hours"), bad],
  ["hourly, asked for every hour", { ScheduleExpression: "cron(0 * ? * * *)" }, every("1", "hours"), good],
  [
    "at 5 and 16 o'clock, asked for every 12 hours",
    { ScheduleExpression: "cron(0 5,16 ? * * *)" },
    every("12", "hours"),
    bad,
  ],
  [
    "at 5 and 17 o'clock, asked for every 12 hours",
    { ScheduleExpression: "cron(0 5,17 ? * * *)" },
    every("12", "hours"),
    good,
  ],
  ["daily until March, asked for every day", { ScheduleExpression: "cron(0 5 ? 1-3 * *)" }, {}, bad],
  ["never again", { ScheduleExpression: "cron(0 5 ? * * 2020)" }, {}, bad],
])("a plan that runs %s is judged by its rule", async (_, rule, values, verdict) => {
  const { plan, verdicts } = account();
  const id = await plan(rule);
  expect(await verdicts(frequency, values)).toEqual({ [`AWS::Backup::BackupPlan/${id}`]: verdict });
});

const denial = (more: object = {}) => ({
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Deny",
      Principal: { AWS: "*" },
      Action: [
        "backup:DeleteRecoveryPoint",
        "backup:UpdateRecoveryPointLifecycle",
        "backup:PutBackupVaultAccessPolicy",
      ],
      Resource: "*",
      ...more,
    },
  ],
});
const sparing = (principal: string) => ({
  Condition: { ArnNotLike: { "aws:PrincipalArn": [principal] } },
});

test.each<[string, object | undefined, Record<string, string>, string]>([
  ["no policy", undefined, {}, bad],
  ["a policy that denies deletion", denial(), {}, good],
  ["a policy that denies everything", denial({ Action: "backup:*" }), {}, good],
  ["a policy that leaves itself open", denial({ Action: "backup:DeleteRecoveryPoint" }), {}, bad],
  ["a policy for one role only", denial({ Principal: { AWS: role } }), {}, bad],
  ["a policy that spares somebody", denial(sparing(role)), {}, bad],
  ["a policy that spares an allowed role", denial(sparing(role)), { principalArnList: role }, good],
  [
    "a policy under another condition",
    denial({ Condition: { Bool: { "aws:SecureTransport": "false" } } }),
    {},
    bad,
  ],
])("a vault with %s is judged by it", async (_, policy, values, verdict) => {
  const { client, verdicts } = account();
  if (policy) {
    await client.send(
      new PutBackupVaultAccessPolicyCommand({ BackupVaultName: "Default", Policy: JSON.stringify(policy) }),
    );
  }
  expect(await verdicts("BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED", values)).toEqual({
    "AWS::Backup::BackupVault/Default": verdict,
  });
});

test("recovery points comply that are encrypted, or kept long enough", async () => {
  const fixture: Fixture = {
    backup: {
      recoveryPoints: [
        { RecoveryPointArn: pointId("a"), ResourceArn: orders, Lifecycle: { DeleteAfterDays: 35 } },
        { RecoveryPointArn: pointId("b"), ResourceArn: orders, Lifecycle: { DeleteAfterDays: 7 } },
        { RecoveryPointArn: pointId("c"), ResourceArn: volume, IsEncrypted: false },
      ],
    },
  };
  const id = (name: string) => `AWS::Backup::RecoveryPoint/${pointId(name)}`;
  expect(await account(fixture).verdicts("BACKUP_RECOVERY_POINT_ENCRYPTED")).toEqual({
    [id("a")]: good,
    [id("b")]: good,
    [id("c")]: bad,
  });
  expect(
    await account(fixture).verdicts(
      "BACKUP_RECOVERY_POINT_MINIMUM_RETENTION_CHECK",
      {},
      {
        ComplianceResourceTypes: ["DynamoDB", "EBS"],
      },
    ),
  ).toEqual({ [id("a")]: good, [id("b")]: bad, [id("c")]: good });
});
