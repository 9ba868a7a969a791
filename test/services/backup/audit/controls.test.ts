import {
  BackupClient,
  type BackupRuleInput,
  CreateBackupPlanCommand,
  CreateBackupSelectionCommand,
  CreateFrameworkCommand,
  CreateReportPlanCommand,
  type FrameworkControl,
  PutBackupVaultAccessPolicyCommand,
  StartReportJobCommand,
  StartRestoreJobCommand,
} from "@aws-sdk/client-backup";
import { type Fixture, mockAws } from "aws-backup-mock";

const role = "arn:aws:iam::123456789012:role/backup";
const orders = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";
const clients = "arn:aws:dynamodb:us-east-1:123456789012:table/clients";
const volume = "arn:aws:ec2:us-east-1:123456789012:volume/vol-0123456789abcdef0";

interface Verdicts {
  readonly [id: string]: string;
}

function account(fixture: Fixture = {}) {
  const aws = mockAws({ clock: "manual", now: "2026-03-04T10:00:00Z" });
  aws.seed({
    ...fixture,
    resources: [
      { arn: orders, tags: { tier: "gold" } },
      { arn: clients, tags: { tier: "tin" } },
      { arn: volume },
    ],
  });
  const client = aws.attach(new BackupClient());
  /** A backup plan of one rule for these resources; its id. */
  const plan = async (rule: Partial<BackupRuleInput>, ...resources: string[]) => {
    const { BackupPlanId } = await client.send(
      new CreateBackupPlanCommand({
        BackupPlan: {
          BackupPlanName: "nightly",
          Rules: [{ RuleName: "rule", TargetBackupVaultName: "Default", ...rule }],
        },
      }),
    );
    if (resources.length > 0) {
      await client.send(
        new CreateBackupSelectionCommand({
          BackupPlanId,
          BackupSelection: { SelectionName: "some", IamRoleArn: role, Resources: resources },
        }),
      );
    }
    return BackupPlanId ?? "";
  };
  /** What a report says of a framework with these controls. */
  const report = async (template: string, ...controls: FrameworkControl[]) => {
    const { FrameworkArn = "" } = await client.send(
      new CreateFrameworkCommand({
        FrameworkName: "Audit",
        FrameworkDescription: "All of it",
        FrameworkControls: controls,
      }),
    );
    await client.send(
      new CreateReportPlanCommand({
        ReportPlanName: "Compliance",
        ReportDeliveryChannel: { S3BucketName: "audit-reports" },
        ReportSetting: { ReportTemplate: template, FrameworkArns: [FrameworkArn] },
      }),
    );
    await aws.settle();
    const { ReportJobId = "" } = await client.send(
      new StartReportJobCommand({ ReportPlanName: "Compliance" }),
    );
    await aws.settle();
    return aws.state.backup.reportJobs.get(ReportJobId)?.report?.reportItems ?? [];
  };
  /** Each thing that a control judged, and how. */
  const verdicts = async (
    ControlName: string,
    values: Record<string, string> = {},
    ControlScope: FrameworkControl["ControlScope"] = undefined,
  ): Promise<Verdicts> => {
    const ControlInputParameters = Object.entries(values).map(([ParameterName, ParameterValue]) => ({
      ParameterName,
      ParameterValue,
    }));
    const items = await report("RESOURCE_COMPLIANCE_REPORT", {
      ControlName,
      ControlInputParameters,
      ControlScope,
    });
    return Object.fromEntries(
      items.map(({ resourceId, resourceComplianceStatus }) => [resourceId, resourceComplianceStatus]),
    ) as Verdicts;
  };
  return { aws, client, plan, report, verdicts };
}

const good = "COMPLIANT";
const bad = "NON_COMPLIANT";
const ordersId = "AWS::DynamoDB::Table/orders";
const clientsId = "AWS::DynamoDB::Table/clients";
const volumeId = "AWS::EC2::Volume/vol-0123456789abcdef0";

test("resources comply that a backup plan is for", async () => {
  const { plan, verdicts } = account();
  await plan({}, "arn:aws:dynamodb:*");
  expect(await verdicts("BACKUP_RESOURCES_PROTECTED_BY_BACKUP_PLAN")).toEqual({
    [ordersId]: good,
    [clientsId]: good,
    [volumeId]: bad,
  });
});

test("a scope limits a control to types, ids or a tag", async () => {
  const control = "BACKUP_RESOURCES_PROTECTED_BY_BACKUP_PLAN";
  expect(await account().verdicts(control, {}, { ComplianceResourceTypes: ["EBS"] })).toEqual({
    [volumeId]: bad,
  });
  expect(await account().verdicts(control, {}, { ComplianceResourceIds: ["orders"] })).toEqual({
    [ordersId]: bad,
  });
  expect(await account().verdicts(control, {}, { Tags: { tier: "gold" } })).toEqual({ [ordersId]: bad });
  expect(await account().verdicts(control, {}, { Tags: { tier: "" } })).toEqual({
    [ordersId]: bad,
    [clientsId]: bad,
  });
});

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

const pointId = (name: string) => `arn:aws:backup:us-east-1:123456789012:recovery-point:${name}`;

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

const copyTo = (place: string): Partial<BackupRuleInput> => ({
  CopyActions: [{ DestinationBackupVaultArn: `arn:aws:backup:${place}:backup-vault:Default` }],
});

test.each<[string, string, Record<string, string>, string]>([
  ["another Region", "eu-west-1:123456789012", {}, good],
  ["a listed Region", "eu-west-1:123456789012", { crossRegionList: "eu-west-1, eu-west-2" }, good],
  ["a Region not listed", "eu-west-1:123456789012", { crossRegionList: "eu-west-2" }, bad],
  ["its own Region", "us-east-1:111111111111", {}, bad],
])("resources whose backups are copied to %s are judged by the Region", async (_, place, values, verdict) => {
  const { plan, verdicts } = account();
  await plan(copyTo(place), orders);
  expect(await verdicts("BACKUP_RESOURCES_PROTECTED_BY_CROSS_REGION", values)).toEqual({
    [ordersId]: verdict,
    [clientsId]: bad,
    [volumeId]: bad,
  });
});

test.each<[string, string, Record<string, string>, string]>([
  ["another account", "us-east-1:111111111111", {}, good],
  ["a listed account", "us-east-1:111111111111", { crossAccountList: "111111111111" }, good],
  ["an account not listed", "us-east-1:111111111111", { crossAccountList: "222222222222" }, bad],
  ["its own account", "eu-west-1:123456789012", {}, bad],
])(
  "resources whose backups are copied to %s are judged by the account",
  async (_, place, values, verdict) => {
    const { plan, verdicts } = account();
    await plan(copyTo(place), orders);
    const scope = { ComplianceResourceIds: ["orders"] };
    expect(await verdicts("BACKUP_RESOURCES_PROTECTED_BY_CROSS_ACCOUNT", values, scope)).toEqual({
      [ordersId]: verdict,
    });
  },
);

test.each<[string, object, Record<string, string>, string]>([
  ["an open vault", {}, {}, bad],
  ["a locked vault", { Locked: true }, {}, good],
  [
    "a vault locked in range",
    { Locked: true, MinRetentionDays: 10, MaxRetentionDays: 50 },
    { minRetentionDays: "7", maxRetentionDays: "60" },
    good,
  ],
  ["a vault locked too loosely", { Locked: true, MinRetentionDays: 5 }, { minRetentionDays: "7" }, bad],
  ["a vault locked without an end", { Locked: true }, { maxRetentionDays: "60" }, bad],
])("resources that go to %s are judged by its lock", async (_, lock, values, verdict) => {
  const { plan, verdicts } = account({ backup: { vaults: [{ BackupVaultName: "locker", ...lock }] } });
  await plan({ TargetBackupVaultName: "locker" }, orders);
  const scope = { ComplianceResourceTypes: ["DynamoDB"] };
  expect(await verdicts("BACKUP_RESOURCES_PROTECTED_BY_BACKUP_VAULT_LOCK", values, scope)).toEqual({
    [ordersId]: verdict,
    [clientsId]: bad,
  });
});

test("resources comply whose last recovery point is young enough, and did not come from another account", async () => {
  const fixture: Fixture = {
    backup: {
      recoveryPoints: [
        { ResourceArn: orders, CreationDate: "20 hours ago" },
        { ResourceArn: clients, CreationDate: "2 days ago" },
        {
          ResourceArn: volume,
          CreationDate: "1 hour ago",
          SourceBackupVaultArn: "arn:aws:backup:us-east-1:111111111111:backup-vault:Default",
        },
      ],
    },
  };
  const control = "BACKUP_LAST_RECOVERY_POINT_CREATED";
  expect(await account(fixture).verdicts(control)).toEqual({
    [ordersId]: good,
    [clientsId]: bad,
    [volumeId]: bad,
  });
  const twelveHours = { recoveryPointAgeUnit: "hours", recoveryPointAgeValue: "12" };
  expect((await account(fixture).verdicts(control, twelveHours))[ordersId]).toBe(bad);
  expect((await account(fixture).verdicts(control, { recoveryPointAgeValue: "3" }))[clientsId]).toBe(good);
});

test("resources comply that have a young recovery point in a logically air-gapped vault", async () => {
  const { verdicts } = account({
    backup: {
      vaults: [
        {
          BackupVaultName: "gapped",
          VaultType: "LOGICALLY_AIR_GAPPED_BACKUP_VAULT",
          MinRetentionDays: 7,
          MaxRetentionDays: 90,
          Locked: true,
        },
      ],
      recoveryPoints: [
        { ResourceArn: orders, BackupVaultName: "gapped", CreationDate: "3 days ago" },
        { ResourceArn: clients, CreationDate: "3 days ago" },
      ],
    },
  });
  expect(await verdicts("RESOURCES_IN_LOGICALLY_AIR_GAPPED_VAULT", { recoveryPointAgeValue: "7" })).toEqual({
    [ordersId]: good,
    [clientsId]: bad,
    [volumeId]: bad,
  });
});

test("resources comply that were last restored in time; those never restored are not judged", async () => {
  const verdictFor = async (maxRestoreTime: string) => {
    const story = account({
      backup: { recoveryPoints: [{ RecoveryPointArn: pointId("a"), ResourceArn: orders }] },
    });
    await story.client.send(
      new StartRestoreJobCommand({
        RecoveryPointArn: pointId("a"),
        IamRoleArn: role,
        Metadata: { targetTableName: "restored" },
      }),
    );
    await story.aws.clock.advance("30 minutes");
    return story.verdicts("RESTORE_TIME_FOR_RESOURCES_MEET_TARGET", { maxRestoreTime });
  };
  expect(await verdictFor("60")).toEqual({ [ordersId]: good });
  expect(await verdictFor("1")).toEqual({ [ordersId]: bad });
});

test("a control report counts what complies, and prints parameters and scope", async () => {
  const { plan, report } = account();
  await plan({}, orders);
  const items = await report(
    "CONTROL_COMPLIANCE_REPORT",
    {
      ControlName: "BACKUP_RESOURCES_PROTECTED_BY_BACKUP_PLAN",
      ControlScope: { ComplianceResourceTypes: ["DynamoDB", "EBS"], Tags: { tier: "" } },
    },
    {
      ControlName: "BACKUP_RECOVERY_POINT_MINIMUM_RETENTION_CHECK",
      ControlInputParameters: [{ ParameterName: "requiredRetentionDays", ParameterValue: "90" }],
    },
  );
  const common = {
    accountId: "123456789012",
    region: "us-east-1",
    frameworkName: "Audit",
    frameworkDescription: "All of it",
    lastEvaluationTime: expect.stringMatching(/^2026-03-04T10:0\d:\d\d\.000Z$/),
  };
  expect(items).toEqual([
    {
      ...common,
      controlName: "BACKUP_RESOURCES_PROTECTED_BY_BACKUP_PLAN",
      controlComplianceStatus: "NON_COMPLIANT",
      numResourcesCompliant: 1,
      numResourcesNonCompliant: 1,
      controlFrequency: "Twelve_Hours",
      controlScope: "{ComplianceResourceTypes: [DynamoDB, EBS],Tags: {tier=}}",
      controlParameters: "",
    },
    {
      ...common,
      controlName: "BACKUP_RECOVERY_POINT_MINIMUM_RETENTION_CHECK",
      controlComplianceStatus: "INSUFFICIENT_DATA",
      numResourcesCompliant: 0,
      numResourcesNonCompliant: 0,
      controlFrequency: null,
      controlScope: "",
      controlParameters: '{"requiredRetentionDays":"90"}',
    },
  ]);
});
