import { EFS } from "@aws-sdk/client-efs";
import { FSx } from "@aws-sdk/client-fsx";
import { account, orders, role, rule } from "./support";

const automatic = "aws/efs/automatic-backup-vault";
const iso = (at: Date | number | undefined) => new Date(at ?? 0).toISOString().slice(0, 16);
const nights = (first: string, count: number, time: string) =>
  Array.from({ length: count }, (_, n) => `${iso(Date.parse(first) + n * 86_400_000).slice(0, 10)}T${time}`);

describe("Amazon EFS", () => {
  async function twoFileSystems() {
    const story = account();
    const efs = story.aws.attach(new EFS());
    const kept = await efs.createFileSystem({ CreationToken: "kept", Backup: true });
    const bare = await efs.createFileSystem({ CreationToken: "bare" });
    await story.aws.settle();
    return { ...story, efs, kept, bare };
  }

  test("is backed up every night at five, for 35 days, if automatic backups are enabled", async () => {
    const { aws, points, kept } = await twoFileSystems();
    expect((await aws.clock.advance("60 days")).jobs).toEqual({ COMPLETED: 60 });
    const made = await points(automatic);
    expect(new Set(made.map(({ ResourceArn }) => ResourceArn))).toEqual(new Set([kept.FileSystemArn]));
    expect(made.map(({ CreationDate }) => iso(CreationDate))).toEqual(nights("2026-01-26", 35, "05:00"));
  });

  test("keeps existing backups for 35 days after automatic backups are disabled, or the file system is deleted", async () => {
    const { aws, efs, points, kept, bare } = await twoFileSystems();
    await efs.putBackupPolicy({ FileSystemId: bare.FileSystemId, BackupPolicy: { Status: "ENABLED" } });
    await aws.clock.advance("10 days");
    await efs.putBackupPolicy({ FileSystemId: kept.FileSystemId, BackupPolicy: { Status: "DISABLED" } });
    await efs.deleteFileSystem({ FileSystemId: bare.FileSystemId });
    await aws.clock.advance("20 days");
    expect(await points(automatic)).toHaveLength(2 * 10);
    await aws.clock.set("2026-02-14T04:59:59Z");
    expect((await points(automatic)).map(({ CreationDate }) => iso(CreationDate))).toEqual([
      "2026-01-10T05:00",
      "2026-01-10T05:00",
    ]);
    await aws.clock.advance("1 second");
    expect(await points(automatic)).toEqual([]);
  });
});

test("Amazon FSx makes its own backups every day in its window, and keeps them for the configured days", async () => {
  const { aws } = account();
  const fsx = aws.attach(new FSx());
  const { FileSystem } = await fsx.createFileSystem({
    FileSystemType: "WINDOWS",
    StorageCapacity: 300,
    SubnetIds: ["subnet-0123456789abcdef0"],
    WindowsConfiguration: {
      ActiveDirectoryId: "d-9067141d9e",
      ThroughputCapacity: 32,
      DailyAutomaticBackupStartTime: "22:30",
      AutomaticBackupRetentionDays: 5,
    },
  });
  await aws.clock.advance("30 days");
  const Filters = [{ Name: "file-system-id" as const, Values: [FileSystem?.FileSystemId ?? ""] }];
  const made = async () =>
    (await fsx.describeBackups({ Filters })).Backups?.map(({ Type, CreationTime }) => [
      Type,
      iso(CreationTime),
    ]);
  expect(await made()).toEqual(nights("2026-01-26", 5, "22:30").map(at => ["AUTOMATIC", at]));
  await fsx.updateFileSystem({
    FileSystemId: FileSystem?.FileSystemId,
    WindowsConfiguration: { AutomaticBackupRetentionDays: 2, DailyAutomaticBackupStartTime: "01:00" },
  });
  await aws.clock.advance("10 days");
  expect(await made()).toEqual(nights("2026-02-08", 2, "01:00").map(at => ["AUTOMATIC", at]));
});

test("a restore testing plan restores every Monday, and deletes the restored resources", async () => {
  const { aws, backup, plan } = account({ now: "2026-01-01T00:00:00Z" });
  await plan([rule({ Lifecycle: { DeleteAfterDays: 30 } })]);
  await backup.createRestoreTestingPlan({
    RestoreTestingPlan: {
      RestoreTestingPlanName: "mondays",
      ScheduleExpression: "cron(0 9 ? * MON *)",
      ScheduleExpressionTimezone: "Europe/Berlin",
      RecoveryPointSelection: {
        Algorithm: "LATEST_WITHIN_WINDOW",
        IncludeVaults: ["*"],
        RecoveryPointTypes: ["SNAPSHOT"],
      },
    },
  });
  await backup.createRestoreTestingSelection({
    RestoreTestingPlanName: "mondays",
    RestoreTestingSelection: {
      RestoreTestingSelectionName: "tables",
      ProtectedResourceType: "DynamoDB",
      IamRoleArn: role,
      ProtectedResourceArns: [orders],
    },
  });
  await aws.clock.set("2026-01-27T00:00:00Z");
  const { RestoreJobs = [] } = await backup.listRestoreJobs({});
  expect(RestoreJobs.map(job => [iso(job.CreationDate), job.Status, job.DeletionStatus])).toEqual(
    ["26", "19", "12", "05"].map(date => [`2026-01-${date}T08:00`, "COMPLETED", "SUCCESSFUL"]),
  );
  for (const job of RestoreJobs) {
    // The backup of the same day.
    expect(iso(job.RecoveryPointCreationDate)).toBe(`${iso(job.CreationDate).slice(0, 10)}T05:00`);
  }
  expect([...aws.state.backup.resources].map(({ arn }) => arn)).toEqual([orders]);
});

test("a report plan reports every day on the previous day", async () => {
  const { aws, backup, plan } = account();
  await plan([rule()]);
  await backup.createReportPlan({
    ReportPlanName: "jobs",
    ReportDeliveryChannel: { S3BucketName: "reports" },
    ReportSetting: { ReportTemplate: "BACKUP_JOB_REPORT" },
  });
  await aws.clock.advance("10 days");
  const { ReportJobs = [] } = await backup.listReportJobs({ ByReportPlanName: "jobs" });
  expect(ReportJobs).toHaveLength(10);
  expect(new Set(ReportJobs.map(({ Status }) => Status))).toEqual(new Set(["COMPLETED"]));
  const days = ReportJobs.map(({ CreationTime }) => iso(CreationTime).slice(0, 10));
  expect(days.reverse()).toEqual(nights("2026-01-01", 10, "").map(day => day.slice(0, 10)));
});

describe("a snapshot", () => {
  test("contains all pending steps, so that time can take several courses from it", async () => {
    const { aws, backup, plan, start, points, job } = account();
    const BackupPlanId = await plan([rule({ Lifecycle: { DeleteAfterDays: 3 } })]);
    await aws.clock.set("2026-01-02T12:00:00Z");
    const id = await start();
    await aws.clock.advance("10 s");
    const snapshot = aws.snapshot();
    const saved = JSON.stringify(snapshot);

    await aws.clock.advance("10 days");
    expect((await job(id)).State).toBe("COMPLETED");
    const asPlanned = (await points()).map(({ CreationDate }) => iso(CreationDate));
    const world = JSON.stringify(aws.snapshot());

    aws.rollback(snapshot);
    expect((await job(id)).State).toBe("RUNNING");
    await backup.stopBackupJob({ BackupJobId: id });
    const BackupPlan = {
      BackupPlanName: "plan",
      Rules: [rule({ ScheduleExpression: "cron(0 17 ? * * *)", Lifecycle: { DeleteAfterDays: 1 } })],
    };
    await backup.updateBackupPlan({ BackupPlanId, BackupPlan });
    await aws.clock.advance("10 days");
    expect((await job(id)).State).toBe("ABORTED");
    expect((await points()).map(({ CreationDate }) => iso(CreationDate))).toEqual(["2026-01-11T17:00"]);

    for (const start of [snapshot, JSON.parse(saved)]) {
      aws.rollback(start);
      await aws.clock.advance("10 days");
      expect((await points()).map(({ CreationDate }) => iso(CreationDate))).toEqual(asPlanned);
      expect(JSON.stringify(aws.snapshot())).toBe(world);
    }
    const restored = account({ snapshot: JSON.parse(saved) }, {});
    await restored.aws.clock.advance("10 days");
    expect((await restored.points()).map(({ CreationDate }) => iso(CreationDate))).toEqual(asPlanned);
  });

  test("restores which records are held and which are released", async () => {
    const { aws, start, job } = account();
    const id = await start();
    aws.hold(id);
    const held = aws.snapshot();
    aws.release(id);
    await aws.settle();
    expect((await job(id)).State).toBe("COMPLETED");
    aws.rollback(JSON.parse(JSON.stringify(held)));
    await aws.clock.advance("1 hour");
    expect((await job(id)).State).toBe("CREATED");
    aws.release(id);
    await aws.settle();
    expect((await job(id)).State).toBe("COMPLETED");
  });
});
