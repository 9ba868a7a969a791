import { Backup, type BackupPlanInput, type BackupRuleInput } from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";
import { refusal } from "../../support/refusal";

const accountId = "123456789012";
const role = `arn:aws:iam::${accountId}:role/backup`;
const ScannerRoleArn = `arn:aws:iam::${accountId}:role/scanner`;
const volume = `arn:aws:ec2:us-east-1:${accountId}:volume/vol-0123456789abcdef0`;
const instance = `arn:aws:ec2:us-east-1:${accountId}:instance/i-0123456789abcdef0`;
const bucket = "arn:aws:s3:::orders";
const table = `arn:aws:dynamodb:us-east-1:${accountId}:table/orders`;
const BackupVaultName = "nightly";

const daily: BackupRuleInput = { RuleName: "daily", TargetBackupVaultName: BackupVaultName };

function account(tags: Readonly<Record<string, string>> = {}) {
  const aws = mockAws({ now: "2026-03-01T00:00:00Z" });
  aws.seed({
    backup: { vaults: [{ BackupVaultName }] },
    resources: [{ arn: volume, tags }, { arn: instance }, { arn: bucket }, { arn: table }],
  });
  const client = aws.attach(new Backup());
  const create = (rules: readonly BackupRuleInput[], settings: Partial<BackupPlanInput> = {}) =>
    client.createBackupPlan({ BackupPlan: { BackupPlanName: "plan", Rules: [...rules], ...settings } });
  const plan = async (
    rules: readonly BackupRuleInput[],
    resources: readonly string[],
    settings: Partial<BackupPlanInput> = {},
  ) => {
    const { BackupPlanId } = await create(rules, settings);
    await client.createBackupSelection({
      BackupPlanId,
      BackupSelection: { SelectionName: "some", IamRoleArn: role, Resources: [...resources] },
    });
    return BackupPlanId;
  };
  const preview = async (BackupPlanId: string | undefined, MaxScheduledRunsPreview = 10) =>
    (await client.getBackupPlan({ BackupPlanId, MaxScheduledRunsPreview })).ScheduledRunsPreview;
  return { aws, client, create, plan, preview };
}

test("an index action indexes new points of its types", async () => {
  const { aws, client, plan } = account();
  await plan([{ ...daily, IndexActions: [{ ResourceTypes: ["EBS"] }] }], [volume, bucket, table]);
  await aws.clock.advance("6 hours");
  const { IndexedRecoveryPoints } = await client.listIndexedRecoveryPoints({});
  expect(IndexedRecoveryPoints).toMatchObject([
    { SourceResourceArn: volume, IndexStatus: "ACTIVE", IamRoleArn: role },
  ]);
});

test("an on-demand backup can request an index", async () => {
  const { aws, client } = account();
  const job = { BackupVaultName, IamRoleArn: role };
  await client.startBackupJob({ ...job, ResourceArn: volume, Index: "ENABLED" });
  await client.startBackupJob({ ...job, ResourceArn: bucket, Index: "DISABLED" });
  await aws.settle();
  expect((await client.listIndexedRecoveryPoints({})).IndexedRecoveryPoints).toMatchObject([
    { SourceResourceArn: volume },
  ]);
});

test("the index of a continuous backup is created once, and renewed every day", async () => {
  const { aws, client, plan } = account();
  const rule = { ...daily, EnableContinuousBackup: true, Lifecycle: { DeleteAfterDays: 30 } };
  await plan([{ ...rule, IndexActions: [{ ResourceTypes: ["S3"] }] }], [bucket]);
  await aws.clock.advance("6 hours");
  const index = async () => (await client.listIndexedRecoveryPoints({})).IndexedRecoveryPoints?.[0];
  const details = async () =>
    client.getRecoveryPointIndexDetails({
      BackupVaultName,
      RecoveryPointArn: (await index())?.RecoveryPointArn,
    });
  expect(await details()).toMatchObject({ IndexCompletionDate: new Date("2026-03-01T05:05:30Z") });
  await aws.clock.advance("3 days");
  expect(await details()).toMatchObject({
    IndexCreationDate: new Date("2026-03-01T05:00:30Z"),
    IndexCompletionDate: new Date("2026-03-04T05:05:30Z"),
  });
});

test("scan actions scan new points of the types in the plan's settings", async () => {
  const { aws, client, plan } = account();
  const settings = {
    ScanSettings: [{ MalwareScanner: "GUARDDUTY" as const, ResourceTypes: ["EBS"], ScannerRoleArn }],
  };
  const ScanActions = [{ MalwareScanner: "GUARDDUTY" as const, ScanMode: "INCREMENTAL_SCAN" as const }];
  const BackupPlanId = await plan([{ ...daily, ScanActions }], [volume, bucket, table], settings);
  await aws.clock.advance("30 hours");
  const { ScanJobs = [] } = await client.listScanJobs({});
  const [second, first] = ScanJobs;
  expect(ScanJobs).toMatchObject([
    { ResourceArn: volume, ScanMode: "INCREMENTAL_SCAN", ScanBaseRecoveryPointArn: first?.RecoveryPointArn },
    { ResourceArn: volume, ScanMode: "FULL_SCAN", IamRoleArn: role, ScannerRoleArn },
  ]);
  expect(second?.ScanJobId).toMatch(/^[0-9A-F-]{36}$/);
  const { BackupPlan, BackupPlanArn, VersionId } = await client.getBackupPlan({ BackupPlanId });
  expect(second?.CreatedBy).toEqual({
    BackupPlanArn,
    BackupPlanId,
    BackupPlanVersion: VersionId,
    BackupRuleId: BackupPlan?.Rules?.[0]?.RuleId,
  });
  expect(BackupPlan).toMatchObject({ ...settings, Rules: [{ ScanActions }] });
});

test("points have the requested tags, then those of the resource, up to fifty", async () => {
  const tags = Object.fromEntries(
    Array.from({ length: 50 }, (_, index) => [`k${String(index).padStart(2, "0")}`, "x"]),
  );
  const { aws, client, plan } = account(tags);
  await plan([{ ...daily, RecoveryPointTags: { zone: "a", k00: "own" } }], [volume]);
  await aws.clock.advance("6 hours");
  const [set] = [...aws.state.backup.tags].filter(({ ResourceArn }) => ResourceArn.includes("snapshot"));
  expect(Object.keys(set?.Tags ?? {})).toHaveLength(50);
  expect(set?.Tags).toMatchObject({ zone: "a", k00: "own", k48: "x" });
  expect(set?.Tags).not.toHaveProperty("k49");
  expect((await client.listBackupJobs({})).BackupJobs).toMatchObject([{ State: "COMPLETED" }]);
});

describe("Windows VSS", () => {
  const vss = { AdvancedBackupSettings: [{ ResourceType: "EC2", BackupOptions: { WindowsVSS: "enabled" } }] };

  test("a plan's setting makes VSS backups of instances only", async () => {
    const { aws, client, plan } = account();
    await plan([daily], [instance, volume], vss);
    await aws.clock.advance("6 hours");
    const { BackupJobs = [] } = await client.listBackupJobs({});
    const ofInstance = BackupJobs.find(({ ResourceType }) => ResourceType === "EC2");
    const ofVolume = BackupJobs.find(({ ResourceType }) => ResourceType === "EBS");
    expect(ofInstance).toMatchObject({ BackupOptions: { WindowsVSS: "enabled" }, BackupType: "WindowsVSS" });
    expect(ofVolume).not.toHaveProperty("BackupOptions");
    expect(ofVolume).not.toHaveProperty("BackupType");
  });

  test("after a VSS error, a regular backup completes with issues", async () => {
    const { aws, client, plan } = account();
    await plan([daily], [instance], vss);
    const message = "Windows VSS Backup Job Error encountered, trying for regular backup";
    aws.nextJob({ type: "backup" }).fails(message);
    await aws.clock.advance("6 hours");
    const { BackupJobs } = await client.listBackupJobs({ ByMessageCategory: "VSS_ERROR" });
    expect(BackupJobs).toMatchObject([
      { State: "COMPLETED", StatusMessage: message, BackupOptions: { WindowsVSS: "enabled" } },
    ]);
    expect(BackupJobs?.[0]).not.toHaveProperty("BackupType");
    expect(
      (await client.listRecoveryPointsByResource({ ResourceArn: instance })).RecoveryPoints,
    ).toHaveLength(1);
  });
});

test.each([
  ["You are not authorized to perform this operation.", "ACCESS_DENIED"],
  ["Subscriber limit exceeded: You have reached the maximum concurrent number of backups", "LIMIT_EXCEEDED"],
  ["EBS volume not in available state", "INVALID_STATE"],
  ["An internal error occurred.", "FATAL_ERROR"],
])("a job that fails with %j has the category %s", async (message, MessageCategory) => {
  const { aws, client } = account();
  aws.nextJob().fails(message);
  await client.startBackupJob({ BackupVaultName, ResourceArn: volume, IamRoleArn: role });
  await aws.settle();
  const { BackupJobs } = await client.listBackupJobs({ ByMessageCategory: MessageCategory });
  expect(BackupJobs).toMatchObject([{ State: "FAILED", MessageCategory, StatusMessage: message }]);
  expect((await client.listBackupJobs({ ByMessageCategory: "SUCCESS" })).BackupJobs).toEqual([]);
});

describe("the preview of a plan's runs", () => {
  const weekly: BackupRuleInput = {
    ...daily,
    RuleName: "weekly",
    ScheduleExpression: "cron(0 5 ? * SUN *)",
    Lifecycle: { DeleteAfterDays: 90 },
  };
  const days = (runs: Awaited<ReturnType<ReturnType<typeof account>["preview"]>>) =>
    runs?.map(({ ExecutionTime }) => ExecutionTime?.toISOString().slice(5, 16));

  test("is absent unless requested", async () => {
    const { client, plan, preview } = account();
    const BackupPlanId = await plan([daily], [volume]);
    expect(await client.getBackupPlan({ BackupPlanId })).not.toHaveProperty("ScheduledRunsPreview");
    expect(days(await preview(BackupPlanId, 2))).toEqual(["03-01T05:00", "03-02T05:00"]);
  });

  test("shows the rule with the longest retention where start windows overlap", async () => {
    const { client, plan, preview } = account();
    const rules = [{ ...daily, Lifecycle: { DeleteAfterDays: 35 } }, weekly];
    const BackupPlanId = await plan(rules, [volume]);
    const { BackupPlan } = await client.getBackupPlan({ BackupPlanId });
    const [first, second] = BackupPlan?.Rules?.map(({ RuleId }) => RuleId) ?? [];
    const runs = await preview(BackupPlanId);
    expect(runs).toHaveLength(10);
    expect(runs?.map(({ RuleId }) => RuleId)).toEqual([
      second,
      ...Array(6).fill(first),
      second,
      first,
      first,
    ]);
    expect(runs?.every(({ RuleExecutionType }) => RuleExecutionType === "SNAPSHOTS")).toBe(true);
  });

  test("matches the actual runs", async () => {
    const { aws, client, plan, preview } = account();
    const rules = [
      {
        ...daily,
        ScheduleExpression: "cron(0 * * * ? *)",
        StartWindowMinutes: 60,
        Lifecycle: { DeleteAfterDays: 1 },
      },
      {
        ...weekly,
        RuleName: "halfdaily",
        ScheduleExpression: "cron(0 0,12 * * ? *)",
        Lifecycle: { DeleteAfterDays: 7 },
      },
    ];
    const BackupPlanId = await plan(rules, [volume]);
    const made = async () => {
      const { BackupJobs = [] } = await client.listBackupJobs({});
      return BackupJobs.map(({ CreationDate }) => CreationDate?.toISOString()).reverse();
    };
    const previewed = async () =>
      (await preview(BackupPlanId))?.map(({ ExecutionTime }) => ExecutionTime?.toISOString());
    const first = await previewed();
    await aws.clock.advance("11 hours 59 minutes");
    const before = await made();
    expect(before.slice(0, 10)).toEqual(first);
    const second = await previewed();
    await aws.clock.advance("1 day");
    const after = (await made()).slice(before.length);
    expect(after).toEqual(second);
    expect(after).toHaveLength(2 + 8);
  });

  test("shows that a continuous rule makes both kinds, and is not displaced by snapshots", async () => {
    const { plan, preview } = account();
    const continuous = { ...daily, EnableContinuousBackup: true, Lifecycle: { DeleteAfterDays: 10 } };
    const BackupPlanId = await plan([continuous, weekly], [volume]);
    expect((await preview(BackupPlanId, 2))?.map(run => run.RuleExecutionType)).toEqual([
      "CONTINUOUS_AND_SNAPSHOTS",
      "SNAPSHOTS",
    ]);
  });

  test("is empty for schedules that have ended, and for deleted plans", async () => {
    const { client, create, preview } = account();
    const { BackupPlanId } = await create([{ ...daily, ScheduleExpression: "cron(0 5 2 3 ? 2026)" }]);
    expect(days(await preview(BackupPlanId))).toEqual(["03-02T05:00"]);
    await client.deleteBackupPlan({ BackupPlanId });
    expect(await preview(BackupPlanId)).toEqual([]);
  });

  test("is limited to ten runs", async () => {
    const story = account();
    const { BackupPlanId } = await story.create([daily]);
    expect(await refusal(story, () => story.preview(BackupPlanId, 11))).toMatchObject({
      name: "InvalidParameterValueException",
    });
  });
});

describe("refused:", () => {
  const guardduty = { MalwareScanner: "GUARDDUTY", ScanMode: "FULL_SCAN" } as const;
  const scanning = { MalwareScanner: "GUARDDUTY", ResourceTypes: ["EBS"], ScannerRoleArn } as const;

  test.each<[string, Partial<BackupRuleInput>, Partial<BackupPlanInput>]>([
    ["two index actions", { IndexActions: [{ ResourceTypes: ["EBS"] }, { ResourceTypes: ["S3"] }] }, {}],
    ["an index of a type that cannot have one", { IndexActions: [{ ResourceTypes: ["EFS"] }] }, {}],
    [
      "too many tags",
      { RecoveryPointTags: Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`k${i}`, ""])) },
      {},
    ],
    ["reserved tags", { RecoveryPointTags: { "aws:x": "y" } }, {}],
    ["a scan without settings", { ScanActions: [guardduty] }, {}],
    [
      "a scan without a mode",
      { ScanActions: [{ MalwareScanner: "GUARDDUTY" }] },
      { ScanSettings: [{ ...scanning, ResourceTypes: ["EBS"] }] },
    ],
    [
      "scans of a type that cannot be scanned",
      {},
      { ScanSettings: [{ ...scanning, ResourceTypes: ["EFS"] }] },
    ],
    ["scans of no type", {}, { ScanSettings: [{ ...scanning, ResourceTypes: [] }] }],
    [
      "an invalid scanner role",
      {},
      { ScanSettings: [{ ...scanning, ResourceTypes: ["EBS"], ScannerRoleArn: "x" }] },
    ],
    [
      "options of a type without options",
      {},
      { AdvancedBackupSettings: [{ ResourceType: "EBS", BackupOptions: {} }] },
    ],
    [
      "an unknown option",
      {},
      { AdvancedBackupSettings: [{ ResourceType: "EC2", BackupOptions: { VSS: "enabled" } }] },
    ],
    [
      "an unknown value of an option",
      {},
      { AdvancedBackupSettings: [{ ResourceType: "EC2", BackupOptions: { WindowsVSS: "on" } }] },
    ],
  ])("%s in a plan", async (_, rule, settings) => {
    const story = account();
    expect(await refusal(story, () => story.create([{ ...daily, ...rule }], settings))).toMatchObject({
      name: "InvalidParameterValueException",
    });
  });

  test.each([
    ["options of a type without options", { ResourceArn: volume, BackupOptions: { WindowsVSS: "enabled" } }],
    ["an unknown value of an option", { ResourceArn: instance, BackupOptions: { WindowsVSS: "maybe" } }],
    ["an index of a type that cannot have one", { ResourceArn: table, Index: "ENABLED" as const }],
    ["reserved tags", { ResourceArn: volume, RecoveryPointTags: { "aws:x": "y" } }],
  ])("%s in a job", async (_, input) => {
    const story = account();
    const start = () => story.client.startBackupJob({ BackupVaultName, IamRoleArn: role, ...input });
    expect(await refusal(story, start)).toMatchObject({ name: "InvalidParameterValueException" });
  });
});
