import { Backup } from "@aws-sdk/client-backup";
import { EFS } from "@aws-sdk/client-efs";
import { type Fixture, type MockAws, mockAws } from "aws-backup-mock";

const role = "arn:aws:iam::123456789012:role/backup";
const bucket = "arn:aws:s3:::reports";
const volume = "arn:aws:ec2:us-east-1:123456789012:volume/vol-0123456789abcdef0";
const vaultArn = (name: string) => `arn:aws:backup:us-east-1:123456789012:backup-vault:${name}`;
const resources = [{ arn: bucket }, { arn: volume, tags: { stage: "prod" } }];

const each = <Listed, Shown extends object>(
  list: readonly Listed[] | undefined,
  ask: (listed: Listed) => Promise<Shown>,
): Promise<object[]> =>
  Promise.all(
    (list ?? []).map(async listed => {
      const shown: { $metadata?: unknown } & object = await ask(listed);
      const { $metadata: _, ...members } = shown;
      return members;
    }),
  );

/** All resources of AWS Backup as their descriptions, through JSON. */
async function described(aws: MockAws): Promise<Fixture> {
  const backup = aws.attach(new Backup());
  const vaults = (await backup.listBackupVaults({})).BackupVaultList ?? [];
  const points = await Promise.all(
    vaults.map(
      async ({ BackupVaultName }) =>
        (await backup.listRecoveryPointsByBackupVault({ BackupVaultName })).RecoveryPoints ?? [],
    ),
  );
  const plans = (await backup.listBackupPlans({})).BackupPlansList ?? [];
  const selections = await Promise.all(
    plans.map(
      async ({ BackupPlanId }) =>
        (await backup.listBackupSelections({ BackupPlanId })).BackupSelectionsList ?? [],
    ),
  );
  const testingPlans = (await backup.listRestoreTestingPlans({})).RestoreTestingPlans ?? [];
  const testingSelections = await Promise.all(
    testingPlans.map(
      async ({ RestoreTestingPlanName }) =>
        (await backup.listRestoreTestingSelections({ RestoreTestingPlanName })).RestoreTestingSelections ??
        [],
    ),
  );
  const lists = {
    vaults: await each(vaults, ({ BackupVaultName }) => backup.describeBackupVault({ BackupVaultName })),
    plans: await each(plans, ({ BackupPlanId }) => backup.getBackupPlan({ BackupPlanId })),
    selections: await each(selections.flat(), ({ BackupPlanId, SelectionId }) =>
      backup.getBackupSelection({ BackupPlanId, SelectionId }),
    ),
    recoveryPoints: await each(points.flat(), ({ BackupVaultName, RecoveryPointArn }) =>
      backup.describeRecoveryPoint({ BackupVaultName, RecoveryPointArn }),
    ),
    backupJobs: await each((await backup.listBackupJobs({})).BackupJobs, ({ BackupJobId }) =>
      backup.describeBackupJob({ BackupJobId }),
    ),
    copyJobs: await each(
      (await backup.listCopyJobs({})).CopyJobs,
      async ({ CopyJobId }) => (await backup.describeCopyJob({ CopyJobId })).CopyJob ?? {},
    ),
    restoreJobs: await each((await backup.listRestoreJobs({})).RestoreJobs, ({ RestoreJobId }) =>
      backup.describeRestoreJob({ RestoreJobId }),
    ),
    legalHolds: await each((await backup.listLegalHolds({})).LegalHolds, ({ LegalHoldId }) =>
      backup.getLegalHold({ LegalHoldId }),
    ),
    frameworks: await each((await backup.listFrameworks({})).Frameworks, ({ FrameworkName }) =>
      backup.describeFramework({ FrameworkName }),
    ),
    reportPlans: await each(
      (await backup.listReportPlans({})).ReportPlans,
      async ({ ReportPlanName }) => (await backup.describeReportPlan({ ReportPlanName })).ReportPlan ?? {},
    ),
    restoreTestingPlans: await each(
      testingPlans,
      async ({ RestoreTestingPlanName }) =>
        (await backup.getRestoreTestingPlan({ RestoreTestingPlanName })).RestoreTestingPlan ?? {},
    ),
    restoreTestingSelections: await each(
      testingSelections.flat(),
      async ({ RestoreTestingPlanName, RestoreTestingSelectionName }) =>
        (await backup.getRestoreTestingSelection({ RestoreTestingPlanName, RestoreTestingSelectionName }))
          .RestoreTestingSelection ?? {},
    ),
    tieringConfigurations: await each(
      (await backup.listTieringConfigurations({})).TieringConfigurations,
      async ({ TieringConfigurationName }) =>
        (await backup.getTieringConfiguration({ TieringConfigurationName })).TieringConfiguration ?? {},
    ),
  };
  // Some lists show the newest first; seeding reverses their order.
  const sorted = Object.entries(lists).map(([kind, items]) => [
    kind,
    items
      .map(item => JSON.stringify(item))
      .sort()
      .map(text => JSON.parse(text)),
  ]);
  return { backup: Object.fromEntries(sorted) };
}

test("the descriptions of AWS Backup in one world, seeded into another, are the same there", async () => {
  const aws = mockAws();
  aws.seed({ resources });
  const backup = aws.attach(new Backup());
  await backup.createBackupVault({ BackupVaultName: "nightly", BackupVaultTags: { team: "a" } });
  await backup.createBackupVault({ BackupVaultName: "copies" });
  const { BackupPlanId } = await backup.createBackupPlan({
    BackupPlan: {
      BackupPlanName: "p",
      Rules: [{ RuleName: "r", TargetBackupVaultName: "nightly", Lifecycle: { DeleteAfterDays: 35 } }],
    },
  });
  await backup.createBackupSelection({
    BackupPlanId,
    BackupSelection: { SelectionName: "s", IamRoleArn: role, Resources: [bucket] },
  });
  const job = { BackupVaultName: "nightly", IamRoleArn: role };
  await backup.startBackupJob({ ...job, ResourceArn: bucket });
  const { BackupJobId } = await backup.startBackupJob({ ...job, ResourceArn: volume });
  await aws.settle();
  const { RecoveryPointArn } = await backup.describeBackupJob({ BackupJobId });
  aws.nextJob({ type: "backup" }).fails("no");
  await backup.startBackupJob({ ...job, ResourceArn: volume });
  await backup.startCopyJob({
    RecoveryPointArn,
    SourceBackupVaultName: "nightly",
    DestinationBackupVaultArn: vaultArn("copies"),
    IamRoleArn: role,
  });
  await aws.settle();
  await backup.startRestoreJob({
    RecoveryPointArn,
    IamRoleArn: role,
    Metadata: { availabilityZone: "us-east-1a", encrypted: "false" },
  });
  await backup.createLegalHold({ Title: "case 7", Description: "keep it" });
  await backup.createFramework({
    FrameworkName: "audit",
    FrameworkControls: [{ ControlName: "BACKUP_RECOVERY_POINT_ENCRYPTED" }],
  });
  await backup.createReportPlan({
    ReportPlanName: "daily",
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
  await backup.createRestoreTestingSelection({
    RestoreTestingPlanName,
    RestoreTestingSelection: {
      RestoreTestingSelectionName: "volumes",
      ProtectedResourceType: "EBS",
      IamRoleArn: role,
      ProtectedResourceArns: ["*"],
    },
  });
  await backup.createTieringConfiguration({
    TieringConfiguration: {
      TieringConfigurationName: "tier",
      BackupVaultName: "nightly",
      ResourceSelection: [{ Resources: ["*"], ResourceType: "S3", TieringDownSettingsInDays: 60 }],
    },
  });
  await aws.settle();

  await aws.attach(new EFS()).createFileSystem({ Backup: true });
  await aws.settle();

  const fixture = await described(aws);
  for (const [kind, items] of Object.entries(fixture.backup ?? {})) {
    expect([kind, items.length > 0]).toEqual([kind, true]);
  }
  const other = mockAws({ now: aws.clock.now() });
  other.seed({ ...fixture, resources, efs: { fileSystems: [{ Backup: true }] } });
  expect(await described(other)).toEqual(fixture);
  expect(other.events()).toEqual([]);
});
