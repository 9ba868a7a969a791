import { Backup } from "@aws-sdk/client-backup";
import { type Fixture, mockAws } from "aws-backup-mock";
import { failure } from "../support/failure";

const planId = "1fa8e21b-34c6-4aa4-96f0-8a8c9b2b6f3e";
const point = "arn:aws:backup:us-east-1:123456789012:recovery-point:1eb3b5e7-9eb0-435a-a80b-108b488b0d45";
const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";

/** What version 1 of the AWS CLI prints for `aws backup get-backup-plan`. */
const planOfCli1 = {
  BackupPlan: {
    BackupPlanName: "daily",
    Rules: [
      {
        RuleName: "at-five",
        TargetBackupVaultName: "Default",
        ScheduleExpression: "cron(0 5 ? * * *)",
        StartWindowMinutes: 480,
        CompletionWindowMinutes: 10080,
        Lifecycle: { DeleteAfterDays: 35 },
        RuleId: "0f0e64b0-9a7e-4e0a-8a8e-2e2b1a0a4f5c",
      },
    ],
  },
  BackupPlanId: planId,
  BackupPlanArn: `arn:aws:backup:us-east-1:123456789012:backup-plan:${planId}`,
  VersionId: "MzRjNmE5ZTQtMWZhOC00YWE0",
  CreationDate: 1764547200.123,
};

/** The same by version 2. */
const planOfCli2 = { ...planOfCli1, CreationDate: "2025-12-01T01:00:00.123000+01:00" };

test.each([planOfCli1, planOfCli2])("a dump of get-backup-plan is seeded as it is", async dump => {
  const aws = mockAws();
  aws.seed({
    backup: { vaults: [{ BackupVaultName: "Default" }], plans: [JSON.parse(JSON.stringify(dump))] },
  });
  const shown = await aws.attach(new Backup()).getBackupPlan({ BackupPlanId: planId });
  expect(shown).toMatchObject({ ...dump, CreationDate: new Date("2025-12-01T00:00:00.123Z") });
});

test("numbers are epoch seconds or milliseconds by their size", () => {
  const vaults = [
    { BackupVaultName: "seconds", CreationDate: 1_764_547_200 },
    { BackupVaultName: "milliseconds", CreationDate: 1_764_547_200_000 },
  ];
  const { backup } = mockAws().seed({ backup: { vaults } });
  expect(backup.vaults.map(({ CreationDate }) => CreationDate)).toEqual([
    1_764_547_200_000, 1_764_547_200_000,
  ]);
});

test("answers are seeded with what clients add to them, and with the member around a resource", async () => {
  const aws = mockAws();
  const backup = aws.attach(new Backup());
  await backup.createBackupVault({ BackupVaultName: "nightly" });
  await backup.createReportPlan({
    ReportPlanName: "jobs",
    ReportDeliveryChannel: { S3BucketName: "reports" },
    ReportSetting: { ReportTemplate: "BACKUP_JOB_REPORT" },
  });
  const RestoreTestingPlanName = "drill";
  await backup.createRestoreTestingPlan({
    RestoreTestingPlan: {
      RestoreTestingPlanName,
      ScheduleExpression: "cron(0 5 ? * * *)",
      RecoveryPointSelection: {
        Algorithm: "LATEST_WITHIN_WINDOW",
        IncludeVaults: ["*"],
        RecoveryPointTypes: ["SNAPSHOT"],
      },
    },
  });
  const vault = await backup.describeBackupVault({ BackupVaultName: "nightly" });
  const reportPlan = await backup.describeReportPlan({ ReportPlanName: "jobs" });
  const testingPlan = await backup.getRestoreTestingPlan({ RestoreTestingPlanName });
  expect(vault.$metadata).toBeDefined();

  const other = mockAws();
  other.seed({
    backup: {
      // boto3 adds ResponseMetadata.
      vaults: [{ ...vault, ...{ ResponseMetadata: { HTTPStatusCode: 200 } } }],
      reportPlans: [reportPlan],
      restoreTestingPlans: [testingPlan],
    },
  });
  const shown = other.attach(new Backup());
  const bare = (answer: object) => ({ ...answer, $metadata: undefined });
  expect(bare(await shown.describeBackupVault({ BackupVaultName: "nightly" }))).toEqual(bare(vault));
  expect(bare(await shown.describeReportPlan({ ReportPlanName: "jobs" }))).toEqual(bare(reportPlan));
  expect(bare(await shown.getRestoreTestingPlan({ RestoreTestingPlanName }))).toEqual(bare(testingPlan));
});

test("summaries of lists are read for what they hold", () => {
  const aws = mockAws();
  // As list-backup-vaults, list-recovery-points-by-backup-vault and list-legal-holds print them.
  const fixture = {
    backup: {
      vaults: [{ BackupVaultName: "Default", NumberOfRecoveryPoints: 1 }],
      plans: [planOfCli2],
      recoveryPoints: [
        {
          RecoveryPointArn: point,
          BackupVaultName: "Default",
          ResourceArn: table,
          ResourceType: "DynamoDB",
          Status: "COMPLETED",
          CreationDate: 1764547200,
          AggregatedScanResult: { FailedScan: false, Findings: [] },
        },
      ],
      legalHolds: [{ Title: "case 7", Description: "keep it", Status: "ACTIVE", CreationDate: 1764547200 }],
    },
  };
  const { backup } = aws.seed(fixture as Fixture);
  expect(backup.recoveryPoints[0]).toMatchObject({
    RecoveryPointArn: point,
    CreationDate: 1_764_547_200_000,
  });
  expect(backup.legalHolds[0]).toMatchObject({ Title: "case 7", CreationDate: 1_764_547_200_000 });
});

test("the size in a summary by resource is read, too", () => {
  const byResource = { RecoveryPointArn: point, CreationDate: 1764547200, BackupSizeBytes: 4096 };
  const fixture = { backup: { recoveryPoints: [{ ...byResource, ResourceArn: table }] } };
  expect(mockAws().seed(fixture as Fixture).backup.recoveryPoints[0]).toMatchObject({
    BackupSizeInBytes: 4096,
  });
});

test("a summary of a plan is refused with what to give instead", () => {
  const plans = [{ BackupPlanId: planId, BackupPlanName: "daily", CreationDate: 1764547200 }];
  expect(failure(() => mockAws().seed({ backup: { plans } } as Fixture))).toContain(
    "backup.plans[0]: is a summary, without rules; give what GetBackupPlan answers for it",
  );
});

test("a fixture that says where it is from is seeded there only", () => {
  const origin = { accountId: "222222222222", region: "eu-west-1", now: "2026-11-01T00:00:00.000Z" };
  const fixture: Fixture = { origin, backup: { vaults: [{ BackupVaultName: "nightly" }] } };
  const aws = mockAws(fixture.origin);
  expect(aws.seed(fixture).backup.vaults[0]).toMatchObject({
    BackupVaultArn: "arn:aws:backup:eu-west-1:222222222222:backup-vault:nightly",
    CreationDate: Date.parse(origin.now),
  });
  expect(failure(() => mockAws().seed(fixture))).toContain(
    "origin: is account 222222222222 in eu-west-1, but the fixture is seeded in account 123456789012 in us-east-1; make the mock with mockAws(fixture.origin), or seed it with aws.in({ accountId, region }).seed",
  );
  expect(
    mockAws().in({ accountId: origin.accountId, region: origin.region }).seed(fixture).backup.vaults,
  ).toHaveLength(1);
  expect(failure(() => mockAws().seed({ origin: "here" } as unknown as Fixture))).toContain(
    "origin: must be an object such as",
  );
});

test("settings are taken as their descriptions show them", async () => {
  const aws = mockAws();
  const backup = aws.attach(new Backup());
  await backup.updateRegionSettings({ ResourceTypeOptInPreference: { S3: false } });
  await backup.updateGlobalSettings({ GlobalSettings: { isCrossAccountBackupEnabled: "false" } });
  const region = await backup.describeRegionSettings({});
  const global = await backup.describeGlobalSettings({});

  const other = mockAws({ now: "2030-01-01T00:00:00Z" });
  other.seed({ backup: { regionSettings: [region], globalSettings: [global] } });
  const shown = other.attach(new Backup());
  expect(await shown.describeRegionSettings({})).toMatchObject({ ...region, $metadata: {} });
  expect(await shown.describeGlobalSettings({})).toMatchObject({ ...global, $metadata: {} });
  expect(failure(() => other.seed({ backup: { regionSettings: [{}] } }))).toContain(
    "backup.regionSettings[0]: ",
  );
});

test("recovery points and ended jobs outlive their resource, unfinished jobs do not", () => {
  const gone = {
    ResourceArn: "arn:aws:dynamodb:us-east-1:123456789012:table/gone",
    ResourceType: "DynamoDB",
    CreationDate: "2 days ago",
  };
  // With a seeded table, tables that are not seeded do not exist.
  const resources = [{ arn: table }];
  const aws = mockAws();
  const { backup } = aws.seed({
    resources,
    backup: {
      recoveryPoints: [{ ...gone, BackupSizeInBytes: 512 }],
      backupJobs: [{ ...gone, State: "FAILED", StatusMessage: "no" }],
    },
  });
  expect(backup.recoveryPoints).toMatchObject([
    { ...gone, CreationDate: expect.any(Number), BackupSizeInBytes: 512 },
  ]);
  expect(backup.backupJobs).toMatchObject([{ State: "FAILED", ResourceName: "gone" }]);
  expect([...aws.state.backup.resources]).toMatchObject([{ arn: table }]);
  expect(
    failure(() => mockAws().seed({ resources, backup: { backupJobs: [{ ...gone, State: "RUNNING" }] } })),
  ).toContain(
    "backup.backupJobs[0]: Resource arn:aws:dynamodb:us-east-1:123456789012:table/gone does not exist",
  );
});

test("described file systems are where they say they are", () => {
  const vpc = "vpc-0123456789abcdef0";
  const subnet = "subnet-0123456789abcdef0";
  const [home, files] = ["fs-0123456789abcdef0", "fs-0123456789abcdef1"];
  const aws = mockAws();
  aws.seed({
    efs: {
      fileSystems: [{ FileSystemId: home }],
      mountTargets: [
        {
          FileSystemId: home,
          SubnetId: subnet,
          VpcId: vpc,
          AvailabilityZoneName: "us-east-1c",
          AvailabilityZoneId: "use1-az6",
        },
      ],
    },
    fsx: {
      fileSystems: [
        {
          FileSystemId: files,
          FileSystemType: "OPENZFS",
          StorageCapacity: 64,
          SubnetIds: [subnet],
          VpcId: vpc,
          OpenZFSConfiguration: { DeploymentType: "SINGLE_AZ_1", ThroughputCapacity: 64 },
        },
      ],
    },
  });
  expect([...aws.state.efs.mountTargets]).toMatchObject([{ VpcId: vpc, AvailabilityZoneId: "use1-az6" }]);
  expect(aws.state.fsx.fileSystems.get(files)).toMatchObject({ VpcId: vpc });
  // The fixture lists no subnets, so any other is taken to be in the same VPC.
  aws.seed({ efs: { mountTargets: [{ FileSystemId: home, SubnetId: "subnet-0123456789abcdef1" }] } });
  expect([...aws.state.efs.mountTargets].map(({ VpcId }) => VpcId)).toEqual([vpc, vpc]);
});
