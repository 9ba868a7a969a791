import {
  bucket,
  controls,
  dailyPlan,
  database,
  here,
  known,
  nightly,
  type RichWorld,
  reportPlan,
  richWorld,
  role,
  scannerRole,
  selection,
  table,
  testingPlan,
  testingSelection,
  tiering,
  vaultArn,
  volume,
} from "../world";

const cluster = `arn:aws:eks:us-east-1:${here}:cluster/shop`;

/** A second one of each resource that is only stored. */
async function seconds({ aws, backup, ids }: RichWorld): Promise<void> {
  await backup.createBackupPlan({ BackupPlan: { ...dailyPlan, BackupPlanName: "second" } });
  await backup.updateBackupPlan({ ...ids, BackupPlan: { ...dailyPlan, BackupPlanName: "renamed" } });
  await backup.createBackupSelection({
    BackupPlanId: ids.BackupPlanId,
    BackupSelection: { ...selection, SelectionName: "second", Resources: [database] },
  });
  await backup.createFramework({
    FrameworkName: "second",
    FrameworkControls: [...controls, { ControlName: "BACKUP_RECOVERY_POINT_MINIMUM_RETENTION_CHECK" }],
  });
  await backup.createReportPlan({
    ...reportPlan,
    ReportPlanName: "lost",
    ReportDeliveryChannel: { S3BucketName: "nowhere" },
  });
  await backup.createTieringConfiguration({
    TieringConfiguration: { ...tiering, TieringConfigurationName: "second", BackupVaultName: "copies" },
  });
  await backup.createRestoreTestingPlan({
    RestoreTestingPlan: { ...testingPlan, RestoreTestingPlanName: "second" },
  });
  await backup.createRestoreTestingSelection({
    RestoreTestingPlanName: "tests",
    RestoreTestingSelection: { ...testingSelection, RestoreTestingSelectionName: "second" },
  });
  await backup.createRestoreAccessBackupVault({ SourceBackupVaultArn: vaultArn("gapped") });
  await backup.createLegalHold({
    Title: "case 8",
    Description: "All of the table",
    RecoveryPointSelection: { ResourceIdentifiers: [table] },
  });
  await backup.tagResource({ ResourceArn: vaultArn("nightly"), Tags: { team: "ops", stage: "test" } });
  await aws.settle();
}

/** Jobs with other endings than those of the rich world, later and in other places. */
async function jobs(world: RichWorld): Promise<void> {
  const { aws, backup, ids } = world;
  aws.nextJob({ resourceArn: database }).fails("Access denied to the database");
  await backup.startBackupJob({ BackupVaultName: "copies", ResourceArn: database, IamRoleArn: role });
  await aws.settle();
  await backup.updateRegionSettings({ ResourceTypeManagementPreference: { DynamoDB: false } });
  const DestinationBackupVaultArn = vaultArn("locked");
  const copy = { SourceBackupVaultName: "nightly", IamRoleArn: role, DestinationBackupVaultArn };
  const Lifecycle = { DeleteAfterDays: 1 };
  await backup.startCopyJob({ ...copy, RecoveryPointArn: ids.file.RecoveryPointArn, Lifecycle });
  await backup.startCopyJob({ ...copy, RecoveryPointArn: ids.whole.RecoveryPointArn });
  await aws.settle();
  aws.seed({ resources: [{ arn: cluster, members: [volume] }] });
  const whole = await world.backUp(cluster);
  const members = await backup.listRecoveryPointsByBackupVault({
    ...nightly,
    ByParentRecoveryPointArn: whole.RecoveryPointArn,
    ByResourceType: "EBS",
  });
  const member = known(members.RecoveryPoints?.[0]?.RecoveryPointArn);
  const nested = { [member]: { availabilityZone: "us-east-1a" } };
  await backup.startRestoreJob({
    RecoveryPointArn: whole.RecoveryPointArn,
    IamRoleArn: role,
    Metadata: { clusterName: "shop", nestedRestoreJobs: JSON.stringify(nested) },
  });
  await world.backUp(table);
  aws.nextJob({ type: "restore" }).fails("no room for the table");
  const { LastRecoveryPointArn } = await backup.describeProtectedResource({ ResourceArn: table });
  await backup.startRestoreJob({
    RecoveryPointArn: LastRecoveryPointArn,
    IamRoleArn: role,
    Metadata: { targetTableName: "orders-once-more" },
  });
  await aws.settle();
}

/** Scans, indexes and reports, some of them failing. */
async function extras(world: RichWorld): Promise<void> {
  const { aws, backup } = world;
  const infected = volume.replace("vol-0", "vol-1");
  aws.seed({ resources: [{ arn: infected, infected: true }] });
  aws.nextJob({ type: "index" }).fails("The volume has no file system.");
  const { RecoveryPointArn } = await world.backUp(infected, { Index: "ENABLED" });
  const ofBucket = await world.backUp(bucket, { Index: "ENABLED" });
  const { BackupJobId } = await backup.startBackupJob({
    BackupVaultName: "copies",
    ResourceArn: infected,
    IamRoleArn: role,
  });
  await aws.settle();
  const elsewhere = await backup.describeBackupJob({ BackupJobId });
  const roles = { IamRoleArn: role, ScannerRoleArn: scannerRole };
  const scan = { ...roles, MalwareScanner: "GUARDDUTY", ScanMode: "FULL_SCAN" } as const;
  await backup.startScanJob({ ...scan, ...nightly, RecoveryPointArn });
  await aws.clock.advance("1 minute");
  await backup.startScanJob({
    ...scan,
    BackupVaultName: "copies",
    RecoveryPointArn: elsewhere.RecoveryPointArn,
  });
  await aws.settle();
  aws.nextJob({ type: "scan" }).fails("The scanner is broken.");
  await backup.startScanJob({ ...scan, ...nightly, RecoveryPointArn: ofBucket.RecoveryPointArn });
  await aws.settle();
  await backup.startReportJob({ ReportPlanName: "lost" });
  await aws.settle();
}

/** An account in which every list has at least two items, and every filter leaves some out. */
export async function busyWorld(): Promise<RichWorld> {
  const world = await richWorld();
  await seconds(world);
  await jobs(world);
  await extras(world);
  // The plan backs up the table, so that its points show the plan.
  await world.aws.clock.set("2026-03-01T05:00:00Z");
  await world.aws.settle();
  return world;
}
