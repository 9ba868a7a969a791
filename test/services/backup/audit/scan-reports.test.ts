import type { RichWorld } from "../world";
import { dailyRule, known, reportPlan, richWorld, role, scannerRole, volume } from "../world";

/** The rows of a report on scan jobs. */
async function scanReport({ aws, backup }: RichWorld) {
  const { ReportJobId } = await backup.startReportJob({ ReportPlanName: "scans" });
  await aws.settle();
  return known(aws.report(known(ReportJobId))).reportItems;
}

async function reportingWorld() {
  const world = await richWorld();
  const ReportSetting = { ReportTemplate: "SCAN_JOB_REPORT" };
  await world.backup.createReportPlan({ ...reportPlan, ReportPlanName: "scans", ReportSetting });
  await world.aws.settle();
  return world;
}

test("a report on scan jobs shows their results and the plans that created them", async () => {
  const world = await reportingWorld();
  const { aws, backup } = world;
  const infected = volume.replace("vol-0", "vol-1");
  aws.seed({ resources: [{ arn: infected, infected: true }] });
  const { BackupPlanId, BackupPlanArn } = await backup.createBackupPlan({
    BackupPlan: {
      BackupPlanName: "scanned",
      ScanSettings: [{ MalwareScanner: "GUARDDUTY", ResourceTypes: ["EBS"], ScannerRoleArn: scannerRole }],
      Rules: [{ ...dailyRule, ScanActions: [{ MalwareScanner: "GUARDDUTY", ScanMode: "FULL_SCAN" }] }],
    },
  });
  await backup.createBackupSelection({
    BackupPlanId,
    BackupSelection: { SelectionName: "volumes", IamRoleArn: role, Resources: [infected] },
  });
  await aws.clock.set("2026-03-01T05:00:00Z");
  await aws.settle();
  const { ScanJobs: [scan] = [] } = await backup.listScanJobs({ ByResourceArn: infected });
  const expected = {
    reportTimePeriodStart: "2026-02-28T05:06:50Z",
    reportTimePeriodEnd: "2026-03-01T05:06:50Z",
    accountId: "123456789012",
    region: "us-east-1",
    scanJobId: scan?.ScanJobId,
    scanId: scan?.ScanId,
    malwareScanner: "GUARDDUTY",
    jobStatus: "COMPLETED",
    scanResultStatus: "THREATS_FOUND",
    statusMessage: scan?.StatusMessage,
    resourceType: "EBS",
    resourceArn: infected,
    backupPlanArn: BackupPlanArn,
    creationDate: scan?.CreationDate?.toISOString(),
    recoveryPointArn: scan?.RecoveryPointArn,
    backupVaultName: scan?.BackupVaultName,
    backupVaultArn: scan?.BackupVaultArn,
    iamRoleArn: scan?.IamRoleArn,
    scannerRoleArn: scannerRole,
  };
  const reported = (await scanReport(world)).find(({ scanJobId }) => scanJobId === scan?.ScanJobId);
  expect(reported).toEqual(expected);
  // The order of the columns of a CSV file.
  expect(Object.keys(known(reported))).toEqual(Object.keys(expected));
});

test("an on-demand scan shows no plan, and no report contains it a day after it ends", async () => {
  const world = await reportingWorld();
  expect(await scanReport(world)).toMatchObject([
    { scanJobId: world.ids.ScanJobId, scanResultStatus: "NO_THREATS_FOUND", backupPlanArn: null },
  ]);
  await world.aws.clock.advance("1 day");
  expect(await scanReport(world)).toEqual([]);
});

test("a scan that runs has no result and no message yet: both are empty texts", async () => {
  const world = await reportingWorld();
  const { aws, backup, ids } = world;
  const { BackupVaultName, RecoveryPointArn } = await backup.describeScanJob({ ScanJobId: ids.ScanJobId });
  await backup.startScanJob({
    BackupVaultName,
    RecoveryPointArn,
    IamRoleArn: role,
    MalwareScanner: "GUARDDUTY",
    ScanMode: "FULL_SCAN",
    ScannerRoleArn: scannerRole,
  });
  await aws.clock.advance("1 minute");
  const { ReportJobId } = await backup.startReportJob({ ReportPlanName: "scans" });
  await aws.clock.advance("2 minutes");
  expect(known(aws.report(known(ReportJobId))).reportItems).toContainEqual(
    expect.objectContaining({ jobStatus: "RUNNING", scanResultStatus: "", statusMessage: "" }),
  );
});
