import { Backup } from "@aws-sdk/client-backup";
import { EFS } from "@aws-sdk/client-efs";
import type { CreateFileSystemCommandInput } from "@aws-sdk/client-fsx";
import { FSx } from "@aws-sdk/client-fsx";
import { type MockOptions, mockAws } from "aws-backup-mock";

const role = "arn:aws:iam::123456789012:role/backup";
const volume = "arn:aws:ec2:us-east-1:123456789012:volume/vol-0123456789abcdef0";
const vault = { BackupVaultName: "nightly" };
const SubnetIds = ["subnet-0123456789abcdef0"];

function account(options: MockOptions = {}) {
  const aws = mockAws({ clock: "manual", ...options });
  aws.seed({ backup: { vaults: [vault] }, resources: [{ arn: volume }] });
  return { aws, backup: aws.attach(new Backup()), efs: aws.attach(new EFS()), fsx: aws.attach(new FSx()) };
}

type Story = ReturnType<typeof account>;

const lustre: CreateFileSystemCommandInput = {
  FileSystemType: "LUSTRE",
  StorageCapacity: 1_200,
  SubnetIds,
  LustreConfiguration: { DeploymentType: "PERSISTENT_1", PerUnitStorageThroughput: 50 },
};

const openZfs: CreateFileSystemCommandInput = {
  FileSystemType: "OPENZFS",
  StorageCapacity: 64,
  SubnetIds: [...SubnetIds, "subnet-1123456789abcdef0"],
  OpenZFSConfiguration: {
    DeploymentType: "MULTI_AZ_1",
    ThroughputCapacity: 160,
    PreferredSubnetId: SubnetIds[0],
  },
};

const ontap: CreateFileSystemCommandInput = {
  FileSystemType: "ONTAP",
  StorageCapacity: 1_024,
  SubnetIds,
  OntapConfiguration: { DeploymentType: "SINGLE_AZ_1", ThroughputCapacity: 128 },
};

const windows: CreateFileSystemCommandInput = {
  FileSystemType: "WINDOWS",
  StorageCapacity: 32,
  SubnetIds,
  WindowsConfiguration: { ThroughputCapacity: 32, ActiveDirectoryId: "d-0123456789" },
};

/** A file system of FSx that is available. */
async function available({ aws, fsx }: Story, input: CreateFileSystemCommandInput): Promise<string> {
  const { FileSystem } = await fsx.createFileSystem(input);
  await aws.settle();
  return FileSystem?.FileSystemId ?? "";
}

const minutes = (from: Date | undefined, to: Date): number =>
  (to.getTime() - (from?.getTime() ?? Number.NaN)) / 60_000;

describe("a file system of FSx", () => {
  test("fails with a message, can be deleted, and the next one is available", async () => {
    const { aws, fsx } = account();
    aws.next("fsx.fileSystems").fails("The capacity is insufficient.");
    const { FileSystem } = await fsx.createFileSystem(lustre);
    expect(FileSystem?.Lifecycle).toBe("CREATING");
    await aws.settle();
    const { FileSystemId } = FileSystem ?? {};
    const { FileSystems } = await fsx.describeFileSystems({});
    expect(FileSystems).toMatchObject([
      { FileSystemId, Lifecycle: "FAILED", FailureDetails: { Message: "The capacity is insufficient." } },
    ]);
    await fsx.deleteFileSystem({ FileSystemId });
    await fsx.createFileSystem(lustre);
    await aws.settle();
    expect((await fsx.describeFileSystems({})).FileSystems).toMatchObject([{ Lifecycle: "AVAILABLE" }]);
  });

  test("takes a while, and the outcome is gone from its record afterwards", async () => {
    const { aws, fsx } = account();
    aws.next("fsx.fileSystems").takes("2 hours");
    const { FileSystem } = await fsx.createFileSystem(lustre);
    await aws.settle();
    expect(minutes(FileSystem?.CreationTime, aws.clock.now())).toBe(120);
    const [record] = aws.state.fsx.fileSystems;
    expect(record).toMatchObject({ Lifecycle: "AVAILABLE" });
    expect(JSON.stringify(record)).not.toContain("outcome");
  });

  test("is matched by any part of what is shown of it, and the first that matches takes the outcome", async () => {
    const story = account();
    const { aws, fsx } = story;
    aws
      .next("fsx.fileSystems", { StorageCapacity: expect.any(Number), FileSystemType: "OPENZFS" })
      .fails("no");
    await available(story, lustre);
    await available(story, openZfs);
    await available(story, openZfs);
    const states = (await fsx.describeFileSystems({})).FileSystems?.map(({ Lifecycle }) => Lifecycle);
    expect(states).toEqual(["AVAILABLE", "FAILED", "AVAILABLE"]);
  });

  test("is not meant when it is removed, unless the match says so", async () => {
    const story = account();
    const { aws, fsx } = story;
    const FileSystemId = await available(story, lustre);
    aws.next("fsx.fileSystems").takes("2 hours");
    aws.next("fsx.fileSystems", { Lifecycle: "DELETING" }).takes("1 minute");
    const from = aws.clock.now();
    await fsx.deleteFileSystem({ FileSystemId });
    await aws.settle();
    expect(minutes(from, aws.clock.now())).toBe(1);
    expect(aws.pending()).toMatchObject([
      { nearest: 'it was being removed; to match that, add Lifecycle: "DELETING"' },
    ]);
  });
});

describe("an administrative action of FSx", () => {
  test("fails, and its file system is unchanged and available", async () => {
    const story = account();
    const { aws, fsx } = story;
    const FileSystemId = await available(story, windows);
    aws.next("fsx.administrativeActions", { AdministrativeActionType: "FILE_SYSTEM_UPDATE" }).fails("no way");
    await fsx.updateFileSystem({ FileSystemId, StorageCapacity: 64 });
    await aws.settle();
    const { FileSystems: [after] = [] } = await fsx.describeFileSystems({});
    expect(after).toMatchObject({ Lifecycle: "AVAILABLE", StorageCapacity: 32 });
    expect(after?.AdministrativeActions).toMatchObject([
      {
        AdministrativeActionType: "FILE_SYSTEM_UPDATE",
        Status: "FAILED",
        FailureDetails: { Message: "no way" },
        TargetFileSystemValues: { StorageCapacity: 64 },
      },
      { AdministrativeActionType: "STORAGE_OPTIMIZATION", Status: "FAILED" },
    ]);
    await fsx.updateFileSystem({ FileSystemId, StorageCapacity: 64 });
  });

  test("takes the given time from IN_PROGRESS on, its optimization as well", async () => {
    const story = account();
    const { aws, fsx } = story;
    const FileSystemId = await available(story, windows);
    aws
      .next("fsx.administrativeActions", { AdministrativeActionType: "STORAGE_OPTIMIZATION" })
      .takes("3 hours");
    aws.next("fsx.administrativeActions").takes("5 minutes");
    const from = aws.clock.now();
    await fsx.updateFileSystem({ FileSystemId, StorageCapacity: 64 });
    await aws.clock.until(() => aws.state.fsx.fileSystems.get(FileSystemId)?.StorageCapacity === 64);
    expect(minutes(from, aws.clock.now())).toBe(5.5);
    await aws.settle();
    expect(minutes(from, aws.clock.now())).toBe(185.5);
  });

  test("of a volume fails, and the volume keeps its settings", async () => {
    const story = account();
    const { aws, fsx } = story;
    const FileSystemId = await available(story, openZfs);
    const { Volumes: [root] = [] } = await fsx.describeVolumes({});
    aws.next("fsx.administrativeActions", { subject: root?.VolumeId }).fails("no way");
    await fsx.updateVolume({ VolumeId: root?.VolumeId, OpenZFSConfiguration: { ReadOnly: true } });
    await aws.settle();
    const { Volumes: [after] = [] } = await fsx.describeVolumes({});
    expect(after).toMatchObject({
      FileSystemId,
      OpenZFSConfiguration: { ReadOnly: false },
      AdministrativeActions: [{ Status: "FAILED", FailureDetails: { Message: "no way" } }],
    });
  });
});

describe("what else FSx makes", () => {
  const reason = { LifecycleTransitionReason: { Message: "no way" } };
  const details = { FailureDetails: { Message: "no way" } };

  test("storage virtual machines and volumes fail with a reason", async () => {
    const story = account();
    const { aws, fsx } = story;
    const FileSystemId = await available(story, ontap);
    const machine = async (Name: string) => {
      const made = await fsx.createStorageVirtualMachine({ FileSystemId, Name });
      await aws.settle();
      return made.StorageVirtualMachine?.StorageVirtualMachineId;
    };
    aws.next("fsx.storageVirtualMachines").fails("no way");
    await machine("first");
    aws.next("fsx.storageVirtualMachines").fails("no way", { state: "MISCONFIGURED" });
    await machine("second");
    const StorageVirtualMachineId = await machine("third");
    expect((await fsx.describeStorageVirtualMachines({})).StorageVirtualMachines).toMatchObject([
      { Lifecycle: "FAILED", ...reason },
      { Lifecycle: "MISCONFIGURED", ...reason },
      { Lifecycle: "CREATED" },
    ]);

    aws.next("fsx.volumes", { Name: "data" }).fails("no way");
    await fsx.createVolume({
      VolumeType: "ONTAP",
      Name: "data",
      OntapConfiguration: {
        StorageVirtualMachineId,
        SizeInMegabytes: 1_024,
        JunctionPath: "/data",
        StorageEfficiencyEnabled: true,
      },
    });
    await aws.settle();
    const { Volumes = [] } = await fsx.describeVolumes({});
    expect(Volumes.at(-1)).toMatchObject({ Lifecycle: "FAILED", ...reason });
  });

  test("snapshots take their time; they have no failed state", async () => {
    const story = account();
    const { aws, fsx } = story;
    await available(story, openZfs);
    const { Volumes: [root] = [] } = await fsx.describeVolumes({});
    aws.next("fsx.snapshots").takes("1 hour");
    const { Snapshot } = await fsx.createSnapshot({ Name: "first", VolumeId: root?.VolumeId });
    await aws.settle();
    expect(minutes(Snapshot?.CreationTime, aws.clock.now())).toBe(60);
    expect(() => (aws.next("fsx.snapshots") as unknown as { fails(text: string): void }).fails("no")).toThrow(
      "Cannot let fsx.snapshots fail: AWS shows no failure of it; set how long it takes instead.",
    );
  });

  test("backups fail, are halfway TRANSFERRING, and free the source of a copy", async () => {
    const story = account();
    const { aws, fsx } = story;
    const FileSystemId = await available(story, lustre);
    aws.next("fsx.backups").takes("2 hours").fails("no way");
    const { Backup: failing } = await fsx.createBackup({ FileSystemId });
    await aws.clock.advance("90 minutes");
    expect((await fsx.describeBackups({})).Backups).toMatchObject([{ Lifecycle: "TRANSFERRING" }]);
    await aws.clock.advance("30 minutes");
    expect((await fsx.describeBackups({})).Backups).toMatchObject([{ Lifecycle: "FAILED", ...details }]);
    await fsx.deleteBackup({ BackupId: failing?.BackupId });

    const { Backup: source } = await fsx.createBackup({ FileSystemId });
    await aws.settle();
    const SourceBackupId = source?.BackupId;
    aws.next("fsx.backups", { Lifecycle: "COPYING" }).fails("no key");
    const { Backup: copy } = await fsx.copyBackup({ SourceBackupId, SourceRegion: "us-east-1" });
    await aws.settle();
    const { Backups } = await fsx.describeBackups({ BackupIds: [copy?.BackupId ?? ""] });
    expect(Backups).toMatchObject([{ Lifecycle: "FAILED" }]);
    await fsx.deleteBackup({ BackupId: SourceBackupId });
  });

  test("associations and tasks of data repositories fail", async () => {
    const story = account();
    const { aws, fsx } = story;
    const { LustreConfiguration, ...rest } = lustre;
    const FileSystemId = await available(story, {
      ...rest,
      FileSystemTypeVersion: "2.15",
      LustreConfiguration: { DeploymentType: "PERSISTENT_2", PerUnitStorageThroughput: 125 },
    });
    aws.next("fsx.associations").fails("no way", { state: "MISCONFIGURED" });
    await fsx.createDataRepositoryAssociation({
      FileSystemId,
      FileSystemPath: "/a",
      DataRepositoryPath: "s3://bucket/a",
    });
    await aws.settle();
    expect((await fsx.describeDataRepositoryAssociations({})).Associations).toMatchObject([
      { Lifecycle: "MISCONFIGURED", ...details },
    ]);
    aws.next("fsx.tasks").fails("no way");
    await fsx.createDataRepositoryTask({
      FileSystemId,
      Type: "EXPORT_TO_REPOSITORY",
      Report: { Enabled: false },
    });
    await aws.settle();
    expect((await fsx.describeDataRepositoryTasks({})).DataRepositoryTasks).toMatchObject([
      { Lifecycle: "FAILED", EndTime: expect.any(Date), ...details },
    ]);
  });

  test("aliases fail to be created, and to be deleted", async () => {
    const story = account();
    const { aws, fsx } = story;
    const FileSystemId = await available(story, windows);
    const states = async () =>
      (await fsx.describeFileSystemAliases({ FileSystemId })).Aliases?.map(({ Lifecycle }) => Lifecycle);
    aws.next("fsx.aliases", { Name: "b.example.com" }).fails("");
    aws.next("fsx.aliases").fails("", { state: "DELETE_FAILED" });
    await fsx.associateFileSystemAliases({ FileSystemId, Aliases: ["a.example.com", "b.example.com"] });
    await aws.settle();
    expect(await states()).toEqual(["AVAILABLE", "CREATE_FAILED"]);
    await fsx.disassociateFileSystemAliases({ FileSystemId, Aliases: ["a.example.com"] });
    await aws.settle();
    expect(await states()).toEqual(["DELETE_FAILED", "CREATE_FAILED"]);
  });

  test("file caches and S3 access points fail", async () => {
    const story = account();
    const { aws, fsx } = story;
    aws.next("fsx.fileCaches").fails("no way");
    await fsx.createFileCache({
      FileCacheType: "LUSTRE",
      FileCacheTypeVersion: "2.12",
      StorageCapacity: 1_200,
      SubnetIds,
      LustreConfiguration: {
        DeploymentType: "CACHE_1",
        PerUnitStorageThroughput: 1_000,
        MetadataConfiguration: { StorageCapacity: 2_400 },
      },
    });
    await aws.settle();
    expect((await fsx.describeFileCaches({})).FileCaches).toMatchObject([
      { Lifecycle: "FAILED", ...details },
    ]);

    await available(story, openZfs);
    const { Volumes: [root] = [] } = await fsx.describeVolumes({});
    aws.next("fsx.s3AccessPoints").fails("no way");
    await fsx.createAndAttachS3AccessPoint({
      Name: "my-point",
      Type: "OPENZFS",
      OpenZFSConfiguration: {
        VolumeId: root?.VolumeId,
        FileSystemIdentity: { Type: "POSIX", PosixUser: { Uid: 1, Gid: 1 } },
      },
    });
    await aws.settle();
    expect((await fsx.describeS3AccessPointAttachments({})).S3AccessPointAttachments).toMatchObject([
      { Lifecycle: "FAILED", ...reason },
    ]);
  });
});

describe("what EFS makes", () => {
  test("file systems, mount targets and access points end in error", async () => {
    const { aws, efs } = account();
    aws.next("efs.fileSystems", { CreationToken: "first" }).fails("no capacity");
    const { FileSystemId: first } = await efs.createFileSystem({ CreationToken: "first" });
    const { FileSystemId } = await efs.createFileSystem({ CreationToken: "second" });
    await aws.settle();
    const { FileSystems } = await efs.describeFileSystems({});
    expect(FileSystems?.map(({ LifeCycleState }) => LifeCycleState)).toEqual(["error", "available"]);
    await efs.deleteFileSystem({ FileSystemId: first });

    aws.next("efs.mountTargets").fails("no address");
    aws.next("efs.accessPoints").fails("no path");
    await efs.createMountTarget({ FileSystemId, SubnetId: SubnetIds[0] });
    await efs.createAccessPoint({ FileSystemId });
    await aws.settle();
    const { MountTargets } = await efs.describeMountTargets({ FileSystemId });
    const { AccessPoints } = await efs.describeAccessPoints({ FileSystemId });
    expect([...(MountTargets ?? []), ...(AccessPoints ?? [])]).toMatchObject([
      { LifeCycleState: "error" },
      { LifeCycleState: "error" },
    ]);
  });

  test("mount targets and backup policies take their time", async () => {
    const { aws, efs } = account();
    const { FileSystemId } = await efs.createFileSystem({ CreationToken: "home" });
    await aws.settle();
    aws.next("efs.mountTargets", { FileSystemId }).takes("2 minutes");
    aws.next("efs.backupPolicies", { Status: "ENABLING" }).takes("1 minute");
    const from = aws.clock.now();
    await efs.createMountTarget({ FileSystemId, SubnetId: SubnetIds[0] });
    await efs.putBackupPolicy({ FileSystemId, BackupPolicy: { Status: "ENABLED" } });
    await aws.clock.advance("59 seconds");
    expect(aws.state.efs.backupPolicies.get(FileSystemId ?? "")?.Status).toBe("ENABLING");
    await aws.settle();
    expect(minutes(from, aws.clock.now())).toBe(2);
  });

  test("replications end in ERROR on both sides", async () => {
    const { aws, efs } = account();
    const west = aws.in({ region: "us-west-2" }).attach(new EFS());
    const { FileSystemId } = await efs.createFileSystem({ CreationToken: "home" });
    await aws.settle();
    aws.next("efs.replications").fails("The destination is gone.");
    await efs.createReplicationConfiguration({
      SourceFileSystemId: FileSystemId,
      Destinations: [{ Region: "us-west-2" }],
    });
    await aws.settle();
    for (const side of [efs, west]) {
      expect((await side.describeReplicationConfigurations({})).Replications).toMatchObject([
        { Destinations: [{ Status: "ERROR", StatusMessage: "The destination is gone." }] },
      ]);
    }
  });
});

describe("what AWS Backup makes", () => {
  const start = async ({ aws, backup }: Story) => {
    const { BackupJobId } = await backup.startBackupJob({
      ...vault,
      ResourceArn: volume,
      IamRoleArn: role,
    });
    await aws.settle();
    return backup.describeBackupJob({ BackupJobId });
  };

  test("jobs fail, take their time and transfer bytes", async () => {
    const story = account();
    const { aws } = story;
    aws.next("backup.backupJobs", { ResourceType: "EBS" }).fails("no space", { state: "EXPIRED" });
    expect(await start(story)).toMatchObject({ State: "EXPIRED", StatusMessage: "no space" });
    aws.next("backup.backupJobs").takes("1 hour").transfers(7);
    expect(await start(story)).toMatchObject({ State: "COMPLETED", BytesTransferred: 7 });
  });

  test("scans end in their own states, and indexes fail with their message", async () => {
    const story = account();
    const { aws, backup } = story;
    const { RecoveryPointArn } = await start(story);
    aws.next("backup.scanJobs").fails("", { state: "COMPLETED_WITH_ISSUES" });
    const { ScanJobId } = await backup.startScanJob({
      ...vault,
      RecoveryPointArn,
      IamRoleArn: role,
      ScannerRoleArn: role,
      MalwareScanner: "GUARDDUTY",
      ScanMode: "FULL_SCAN",
    });
    aws.next("backup.pointIndexes").takes("1 hour").fails("No files were found.");
    const from = aws.clock.now();
    await backup.updateRecoveryPointIndexSettings({
      ...vault,
      RecoveryPointArn,
      IamRoleArn: role,
      Index: "ENABLED",
    });
    await aws.settle();
    expect((await backup.describeScanJob({ ScanJobId })).State).toBe("COMPLETED_WITH_ISSUES");
    expect(await backup.getRecoveryPointIndexDetails({ ...vault, RecoveryPointArn })).toMatchObject({
      IndexStatus: "FAILED",
      IndexStatusMessage: "No files were found.",
    });
    expect(minutes(from, aws.clock.now())).toBe(60);
  });

  test("frameworks and report plans fail to be deployed, and can be deleted", async () => {
    const { aws, backup } = account();
    aws.next("backup.frameworks").fails("");
    await backup.createFramework({
      FrameworkName: "audit",
      FrameworkControls: [{ ControlName: "BACKUP_RECOVERY_POINT_ENCRYPTED" }],
    });
    aws.next("backup.reportPlans").fails("");
    await backup.createReportPlan({
      ReportPlanName: "jobs",
      ReportSetting: { ReportTemplate: "BACKUP_JOB_REPORT" },
      ReportDeliveryChannel: { S3BucketName: "reports" },
    });
    await aws.settle();
    expect(await backup.describeFramework({ FrameworkName: "audit" })).toMatchObject({
      DeploymentStatus: "FAILED",
    });
    expect((await backup.describeReportPlan({ ReportPlanName: "jobs" })).ReportPlan).toMatchObject({
      DeploymentStatus: "FAILED",
    });
    await aws.clock.advance("3 days");
    expect(aws.state.backup.reportJobs.size).toBe(0);
    await backup.deleteFramework({ FrameworkName: "audit" });
    await backup.deleteReportPlan({ ReportPlanName: "jobs" });
    await aws.settle();
    expect([aws.state.backup.frameworks.size, aws.state.backup.reportPlans.size]).toEqual([0, 0]);
  });

  test("report jobs and air-gapped vaults fail, legal holds take their time", async () => {
    const { aws, backup } = account();
    await backup.createReportPlan({
      ReportPlanName: "jobs",
      ReportSetting: { ReportTemplate: "BACKUP_JOB_REPORT" },
      ReportDeliveryChannel: { S3BucketName: "reports" },
    });
    await aws.settle();
    aws.next("backup.reportJobs").fails("Access denied");
    const { ReportJobId } = await backup.startReportJob({ ReportPlanName: "jobs" });
    aws.next("backup.vaults").fails("");
    await backup.createLogicallyAirGappedBackupVault({
      BackupVaultName: "gapped",
      MinRetentionDays: 7,
      MaxRetentionDays: 30,
    });
    aws.next("backup.legalHolds").takes("1 hour");
    const from = aws.clock.now();
    await backup.createLegalHold({ Title: "case", Description: "case" });
    await aws.settle();
    expect(minutes(from, aws.clock.now())).toBe(60);
    expect((await backup.describeReportJob({ ReportJobId })).ReportJob).toMatchObject({
      Status: "FAILED",
      StatusMessage: "Access denied",
    });
    expect(await backup.describeBackupVault({ BackupVaultName: "gapped" })).toMatchObject({
      VaultState: "FAILED",
    });
  });
});

describe("an outcome", () => {
  test("is part of the state: a rollback takes it back or brings it again, through JSON too", async () => {
    const story = account();
    const { aws } = story;
    const before = aws.snapshot();
    aws.next("fsx.fileSystems", { FileSystemType: "LUSTRE" }).fails("no");
    const after: unknown = JSON.parse(JSON.stringify(aws.snapshot()));
    const state = async () => {
      const id = await available(story, lustre);
      return aws.state.fsx.fileSystems.get(id)?.Lifecycle;
    };
    aws.rollback(before);
    expect(await state()).toBe("AVAILABLE");
    aws.rollback(after as typeof before);
    expect(await state()).toBe("FAILED");
  });

  test("that a record has taken survives a snapshot and hold", async () => {
    const { aws, fsx } = account();
    aws.next("fsx.fileSystems").fails("no");
    const { FileSystem } = await fsx.createFileSystem(lustre);
    const id = FileSystem?.FileSystemId ?? "";
    aws.hold(id);
    aws.rollback(JSON.parse(JSON.stringify(aws.snapshot())));
    await aws.clock.advance("1 day");
    expect(aws.state.fsx.fileSystems.get(id)?.Lifecycle).toBe("CREATING");
    aws.release(id);
    expect(aws.state.fsx.fileSystems.get(id)?.Lifecycle).toBe("FAILED");
  });

  test("whose match JSON cannot hold is refused by JSON", () => {
    const { aws } = account();
    aws.next("efs.fileSystems", { CreationToken: expect.stringMatching("home") }).takes(0);
    const snapshot = aws.snapshot();
    expect(() => JSON.stringify(snapshot)).toThrow(
      /Cannot write this snapshot: aws\.next\("efs\.fileSystems"/,
    );
    aws.rollback(snapshot);
    expect(aws.pending()).toHaveLength(1);
  });

  test("is left alone by seeding and by edits", async () => {
    const { aws, efs } = account();
    aws.next("efs.fileSystems").takes("1 hour");
    const seeded = aws.seed({ efs: { fileSystems: [{}] } });
    const id = seeded.efs.fileSystems[0]?.FileSystemId ?? "";
    aws.edit("efs.fileSystems", id, draft => {
      draft.LifeCycleState = "updating";
    });
    expect(aws.pending()).toHaveLength(1);
    await aws.settle();
    await efs.createFileSystem({});
    expect(aws.pending()).toEqual([]);
  });

  test("does not depend on the default duration", async () => {
    const { aws, efs } = account({ durations: 0 });
    aws.next("efs.fileSystems").takes("1 minute");
    await efs.createFileSystem({});
    expect([...aws.state.efs.fileSystems]).toMatchObject([{ LifeCycleState: "creating" }]);
    await aws.clock.advance("1 minute");
    expect([...aws.state.efs.fileSystems]).toMatchObject([{ LifeCycleState: "available" }]);
  });

  type Loose = (
    kind: string,
    match?: object,
  ) => {
    fails(message: string, options?: { state: string }): void;
    takes(duration: string): void;
    transfers(bytes: number): void;
  };
  const mistakes: [string, (next: Loose) => void, RegExp][] = [
    [
      "an unknown kind",
      next => next("fsx.filesystems"),
      /^Cannot set the next outcome of "fsx\.filesystems": unknown kind .*; did you mean "fsx\.fileSystems"\?$/,
    ],
    ["a kind that takes no time", next => next("backup.plans"), /unknown kind "backup\.plans"/],
    [
      "a misspelt member",
      next => next("fsx.fileSystems", { FileSystmeType: "LUSTRE" }),
      /^Cannot match the next fsx\.fileSystems: unknown member "FileSystmeType"; did you mean "FileSystemType"\?$/,
    ],
    [
      "a value that it never has",
      next => next("fsx.fileSystems", { FileSystemType: "LUSTER" }),
      /FileSystemType must be one of .*, not "LUSTER"\.$/,
    ],
    [
      "a state that it does not fail in",
      next => next("fsx.fileSystems").fails("no", { state: "DELETING" }),
      /^Cannot let fsx\.fileSystems end in "DELETING": its work does not fail in that state; choose one of FAILED\.$/,
    ],
    [
      "bytes of what has none",
      next => next("fsx.fileSystems").transfers(1),
      /only backup, copy and restore jobs/,
    ],
    ["a negative size", next => next("backup.backupJobs").transfers(-1), /that is no size/],
    ["an invalid duration", next => next("fsx.fileSystems").takes("soon"), /Cannot read the duration "soon"/],
  ];
  test.each(mistakes)("is refused for %s", (_, make, message) => {
    const { aws } = account();
    const loose: Loose = (kind, match) => aws.next(kind as "backup.backupJobs", match as object) as never;
    expect(() => make(loose)).toThrow(
      expect.objectContaining({ code: "InvalidOption", message: expect.stringMatching(message) }),
    );
    expect(aws.pending()).toEqual([]);
  });
});
