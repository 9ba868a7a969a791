import { type BackupRuleInput, PutBackupVaultAccessPolicyCommand } from "@aws-sdk/client-backup";
import type { Fixture } from "aws-backup-mock";
import { account, compliant, nonCompliant, orders, pointId, role, volume } from "./controls-support";

const frequency = "BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK";
const every = (value: string, unit: string, days = "35") => ({
  requiredFrequencyValue: value,
  requiredFrequencyUnit: unit,
  requiredRetentionDays: days,
});

test.each<[string, Partial<BackupRuleInput>, Record<string, string>, string]>([
  ["daily, kept 35 days", { Lifecycle: { DeleteAfterDays: 35 } }, {}, compliant],
  ["daily, kept for ever", {}, {}, compliant],
  ["daily, kept 34 days", { Lifecycle: { DeleteAfterDays: 34 } }, {}, nonCompliant],
  ["daily where clocks change", { ScheduleExpressionTimezone: "Europe/Berlin" }, {}, compliant],
  ["on weekdays, required every day", { ScheduleExpression: "cron(0 5 ? * MON-FRI *)" }, {}, nonCompliant],
  [
    "on weekdays, required every 3 days",
    { ScheduleExpression: "cron(0 5 ? * MON-FRI *)" },
    every("3", "days"),
    compliant,
  ],
  [
    "monthly, required every 31 days",
    { ScheduleExpression: "cron(0 5 1 * ? *)" },
    every("31", "days"),
    compliant,
  ],
  [
    "monthly, required every 30 days",
    { ScheduleExpression: "cron(0 5 1 * ? *)" },
    every("30", "days"),
    nonCompliant,
  ],
  ["daily, required every 12 hours", {}, every("12", "hours"), nonCompliant],
  [
    "hourly, required every hour",
    { ScheduleExpression: "cron(0 * ? * * *)" },
    every("1", "hours"),
    compliant,
  ],
  [
    "at 5:00 and 16:00, required every 12 hours",
    { ScheduleExpression: "cron(0 5,16 ? * * *)" },
    every("12", "hours"),
    nonCompliant,
  ],
  [
    "at 5:00 and 17:00, required every 12 hours",
    { ScheduleExpression: "cron(0 5,17 ? * * *)" },
    every("12", "hours"),
    compliant,
  ],
  ["daily until March, required every day", { ScheduleExpression: "cron(0 5 ? 1-3 * *)" }, {}, nonCompliant],
  ["never again", { ScheduleExpression: "cron(0 5 ? * * 2020)" }, {}, nonCompliant],
])("a plan is evaluated by its rule: %s", async (_, rule, values, expected) => {
  const { plan, statuses } = account();
  const id = await plan(rule);
  expect(await statuses(frequency, values)).toEqual({ [`AWS::Backup::BackupPlan/${id}`]: expected });
});

const denyDeletion = (more: object = {}) => ({
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
const exempting = (principal: string) => ({
  Condition: { ArnNotLike: { "aws:PrincipalArn": [principal] } },
});

test.each<[string, object | undefined, Record<string, string>, string]>([
  ["no policy", undefined, {}, nonCompliant],
  ["a policy that denies deletion", denyDeletion(), {}, compliant],
  ["a policy that denies everything", denyDeletion({ Action: "backup:*" }), {}, compliant],
  [
    "a policy that does not protect itself",
    denyDeletion({ Action: "backup:DeleteRecoveryPoint" }),
    {},
    nonCompliant,
  ],
  ["a policy for one role only", denyDeletion({ Principal: { AWS: role } }), {}, nonCompliant],
  ["a policy that exempts a principal", denyDeletion(exempting(role)), {}, nonCompliant],
  [
    "a policy that exempts an allowed role",
    denyDeletion(exempting(role)),
    { principalArnList: role },
    compliant,
  ],
  [
    "a policy with another condition",
    denyDeletion({ Condition: { Bool: { "aws:SecureTransport": "false" } } }),
    {},
    nonCompliant,
  ],
])("a vault is evaluated by its access policy: %s", async (_, policy, values, expected) => {
  const { client, statuses } = account();
  if (policy) {
    await client.send(
      new PutBackupVaultAccessPolicyCommand({ BackupVaultName: "Default", Policy: JSON.stringify(policy) }),
    );
  }
  expect(await statuses("BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED", values)).toEqual({
    "AWS::Backup::BackupVault/Default": expected,
  });
});

test("recovery points comply if they are encrypted, or kept long enough", async () => {
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
  expect(await account(fixture).statuses("BACKUP_RECOVERY_POINT_ENCRYPTED")).toEqual({
    [id("a")]: compliant,
    [id("b")]: compliant,
    [id("c")]: nonCompliant,
  });
  expect(
    await account(fixture).statuses(
      "BACKUP_RECOVERY_POINT_MINIMUM_RETENTION_CHECK",
      {},
      {
        ComplianceResourceTypes: ["DynamoDB", "EBS"],
      },
    ),
  ).toEqual({ [id("a")]: compliant, [id("b")]: nonCompliant, [id("c")]: compliant });
});
