import { FSx } from "@aws-sdk/client-fsx";
import { account, type Fixture, otherSubnet, poll, refusal, requests, subnet } from "./account";

const unknown = "backup-0123456789abcdef0";

/** A backup of a new file system of a type. */
async function withBackup(
  kind: "windows" | "lustre" | "openzfs",
  fixture: Fixture = account(),
  change: object = {},
) {
  const { aws, fsx, available } = fixture;
  const source = await available(kind, change);
  const { Backup } = await fsx.createBackup({
    FileSystemId: source.FileSystemId,
    Tags: [{ Key: "a", Value: "1" }],
  });
  await aws.settle();
  const BackupId = Backup?.BackupId ?? "";
  const ireland = aws.attach(new FSx({ region: "eu-west-1" }));
  const copy = (more: object = {}) =>
    ireland.copyBackup({ SourceBackupId: BackupId, SourceRegion: "us-east-1", ...more });
  const restore = (more: object = {}) =>
    fsx.createFileSystemFromBackup({ BackupId, SubnetIds: [subnet], ...more });
  return { ...fixture, source, BackupId, ireland, copy, restore };
}

describe("copying a backup", () => {
  test("to another Region is COPYING, then AVAILABLE there, and is not listed here", async () => {
    const { fsx, ireland, copy, source, BackupId } = await withBackup("windows");
    const { Backup } = await copy();
    expect(Backup).toMatchObject({
      Lifecycle: "COPYING",
      Type: "USER_INITIATED",
      SourceBackupId: BackupId,
      SourceBackupRegion: "us-east-1",
      KmsKeyId: expect.stringContaining("arn:aws:kms:eu-west-1:"),
      ResourceARN: `arn:aws:fsx:eu-west-1:123456789012:backup/${Backup?.BackupId}`,
      Tags: [],
      FileSystem: { FileSystemId: source.FileSystemId },
    });
    const seen = await poll(
      async () => (await ireland.describeBackups({})).Backups?.[0]?.Lifecycle,
      ["AVAILABLE"],
    );
    expect(seen).toEqual(["COPYING", "AVAILABLE"]);
    expect((await fsx.describeBackups({})).Backups).toHaveLength(1);
  });

  test("merges tags; those in the request win", async () => {
    const { copy } = await withBackup("windows");
    const Tags = [
      { Key: "a", Value: "2" },
      { Key: "b", Value: "3" },
    ];
    expect((await copy({ CopyTags: true, Tags })).Backup?.Tags).toEqual(Tags);
    expect((await copy({ CopyTags: true })).Backup?.Tags).toEqual([{ Key: "a", Value: "1" }]);
    const fifty = Array.from({ length: 50 }, (_, index) => ({ Key: `k${index}`, Value: "" }));
    expect((await refusal(copy({ CopyTags: true, Tags: fifty }))).name).toBe("BadRequest");
  });

  test("prevents deleting the source and the copy while it runs", async () => {
    const { aws, fsx, ireland, copy, BackupId } = await withBackup("windows");
    const { Backup } = await copy();
    for (const [client, id] of [
      [fsx, BackupId],
      [ireland, Backup?.BackupId],
    ] as const) {
      expect(await refusal(client.deleteBackup({ BackupId: id }))).toMatchObject({
        name: "BackupBeingCopied",
        BackupId: id,
      });
    }
    await aws.settle();
    await fsx.deleteBackup({ BackupId });
    await ireland.deleteBackup({ BackupId: Backup?.BackupId });
  });

  test("within a Region does not need a source Region", async () => {
    const { fsx, BackupId } = await withBackup("lustre");
    expect((await fsx.copyBackup({ SourceBackupId: BackupId })).Backup).toMatchObject({
      SourceBackupRegion: "us-east-1",
    });
  });

  test("is refused for an unknown or unavailable source, an unknown Region, or a key of another Region", async () => {
    const { aws, fsx, ireland, copy, source } = await withBackup("windows");
    expect((await refusal(copy({ SourceBackupId: unknown }))).name).toBe("BackupNotFound");
    expect((await refusal(copy({ SourceRegion: "mars" }))).name).toBe("InvalidRegion");
    expect((await refusal(copy({ SourceRegion: "cn-north-1" }))).name).toBe("InvalidRegion");
    const KmsKeyId = "arn:aws:kms:us-east-1:123456789012:key/0ff3ea8d-130e-4133-877f-93908b6fdbd6";
    expect((await refusal(copy({ KmsKeyId }))).name).toBe("InvalidDestinationKmsKey");
    const { Backup: early } = await fsx.createBackup({ FileSystemId: source.FileSystemId });
    expect(await refusal(copy({ SourceBackupId: early?.BackupId }))).toMatchObject({
      name: "SourceBackupUnavailable",
      BackupId: early?.BackupId,
    });
    await aws.settle();
    expect((await ireland.describeBackups({})).Backups).toEqual([]);
  });

  test("is refused beyond five copies in progress, and for a token with other parameters", async () => {
    const { copy } = await withBackup("windows");
    const first = await copy({ ClientRequestToken: "t" });
    expect((await copy({ ClientRequestToken: "t" })).Backup?.BackupId).toBe(first.Backup?.BackupId);
    expect(await refusal(copy({ ClientRequestToken: "t", CopyTags: true }))).toMatchObject({
      Parameter: "CopyTags",
    });
    for (let copies = 1; copies < 5; copies++) await copy();
    expect(await refusal(copy())).toMatchObject({
      name: "ServiceLimitExceeded",
      Limit: "TOTAL_IN_PROGRESS_COPY_BACKUPS",
    });
  });

  test("of a Multi-AZ Windows file system is refused in Regions with too few zones", async () => {
    const { aws, BackupId } = await withBackup("windows", account(), {
      SubnetIds: [subnet, otherSubnet],
      WindowsConfiguration: {
        ...requests.windows.WindowsConfiguration,
        DeploymentType: "MULTI_AZ_1",
        PreferredSubnetId: subnet,
      },
    });
    const california = aws.attach(new FSx({ region: "us-west-1" }));
    const call = california.copyBackup({ SourceBackupId: BackupId, SourceRegion: "us-east-1" });
    expect((await refusal(call)).name).toBe("IncompatibleRegionForMultiAZ");
  });
});

describe("restoring a backup", () => {
  test("creates a Windows file system like the one backed up, which may be deleted by then", async () => {
    const {
      aws,
      fsx,
      describe: look,
      restore,
      source,
      BackupId,
    } = await withBackup("windows", account(), {
      Tags: [{ Key: "team", Value: "sales" }],
      WindowsConfiguration: {
        ThroughputCapacity: 64,
        AutomaticBackupRetentionDays: 30,
        DailyAutomaticBackupStartTime: "02:00",
        CopyTagsToBackups: true,
        SelfManagedActiveDirectoryConfiguration: {
          DomainName: "ad.example.org",
          UserName: "joiner",
          Password: "secret",
          DnsIps: ["10.0.0.2"],
        },
      },
    });
    await fsx.deleteFileSystem({
      FileSystemId: source.FileSystemId,
      WindowsConfiguration: { SkipFinalBackup: true },
    });
    await aws.settle();
    const { FileSystem } = await restore();
    expect(FileSystem).toMatchObject({
      Lifecycle: "CREATING",
      FileSystemType: "WINDOWS",
      StorageCapacity: 300,
      DNSName: `${FileSystem?.FileSystemId}.ad.example.org`,
      Tags: [],
      WindowsConfiguration: {
        ThroughputCapacity: 64,
        AutomaticBackupRetentionDays: 30,
        DailyAutomaticBackupStartTime: "02:00",
        WeeklyMaintenanceStartTime: source.WindowsConfiguration?.WeeklyMaintenanceStartTime,
        CopyTagsToBackups: true,
        SelfManagedActiveDirectoryConfiguration: { DomainName: "ad.example.org", UserName: "joiner" },
      },
    });
    expect(await refusal(fsx.deleteBackup({ BackupId }))).toMatchObject({
      name: "BackupRestoring",
      FileSystemId: FileSystem?.FileSystemId,
    });
    const seen = await poll(async () => (await look(FileSystem?.FileSystemId)).Lifecycle, ["AVAILABLE"]);
    expect(seen).toEqual(["CREATING", "AVAILABLE"]);
    await fsx.deleteBackup({ BackupId });
  });

  test("prefers the settings in the request to those in the backup", async () => {
    const { restore } = await withBackup("windows");
    const Tags = [{ Key: "restored", Value: "yes" }];
    const WindowsConfiguration = {
      ThroughputCapacity: 128,
      AutomaticBackupRetentionDays: 0,
      ActiveDirectoryId: "d-0123456789",
    };
    const { FileSystem } = await restore({ Tags, WindowsConfiguration });
    expect(FileSystem).toMatchObject({ Tags, WindowsConfiguration });
    expect(FileSystem?.WindowsConfiguration).not.toHaveProperty("DailyAutomaticBackupStartTime");
  });

  test("changes the storage type on request; Windows gets SSD by default", async () => {
    const hdd = await withBackup("windows", account(), {
      StorageType: "HDD",
      StorageCapacity: 2_000,
      WindowsConfiguration: { ...requests.windows.WindowsConfiguration, DeploymentType: "SINGLE_AZ_2" },
    });
    expect((await hdd.restore({})).FileSystem).toMatchObject({
      StorageType: "SSD",
      WindowsConfiguration: { DiskIopsConfiguration: { Mode: "AUTOMATIC", Iops: 6_000 } },
    });
    expect((await hdd.restore({ StorageType: "HDD" })).FileSystem?.StorageType).toBe("HDD");
    const small = await withBackup("windows");
    expect((await refusal(small.restore({ StorageType: "HDD" }))).name).toBe("BadRequest");
    const ssd = await withBackup("openzfs");
    const { FileSystem } = await ssd.restore({
      StorageType: "INTELLIGENT_TIERING",
      SubnetIds: [subnet, otherSubnet],
      OpenZFSConfiguration: {
        DeploymentType: "MULTI_AZ_1",
        ThroughputCapacity: 160,
        PreferredSubnetId: subnet,
        ReadCacheConfiguration: { SizingMode: "NO_CACHE" },
      },
    });
    expect(FileSystem?.StorageType).toBe("INTELLIGENT_TIERING");
    expect(FileSystem).not.toHaveProperty("StorageCapacity");
  });

  test("does not link the restored file system to a bucket", async () => {
    const { restore } = await withBackup("lustre");
    const LustreConfiguration = { ...requests.lustre.LustreConfiguration, ImportPath: "s3://bucket" };
    expect((await refusal(restore({ LustreConfiguration }))).name).toBe("BadRequest");
  });

  test("keeps the throughput of a Lustre file system, which logs to its own stream", async () => {
    const { restore } = await withBackup("lustre");
    const { FileSystem } = await restore({ FileSystemTypeVersion: "2.15" });
    expect(FileSystem).toMatchObject({
      FileSystemTypeVersion: "2.15",
      StorageCapacity: 1_200,
      LustreConfiguration: {
        DeploymentType: "PERSISTENT_2",
        PerUnitStorageThroughput: 125,
        LogConfiguration: { Destination: expect.stringContaining(`datarepo_${FileSystem?.FileSystemId}`) },
      },
    });
  });

  test("is refused for another capacity, an older version, the block of another type, or an unknown backup", async () => {
    const windows = await withBackup("windows");
    expect((await refusal(windows.restore({ StorageCapacity: 400 }))).name).toBe("BadRequest");
    expect((await refusal(windows.restore({ BackupId: unknown }))).name).toBe("BackupNotFound");
    expect((await refusal(windows.restore({ LustreConfiguration: {} }))).message).toBe(
      "LustreConfiguration cannot be applied to create a WINDOWS file system.",
    );
    const lustre = await withBackup("lustre");
    expect((await refusal(lustre.restore({ FileSystemTypeVersion: "2.10" }))).name).toBe("BadRequest");
    const openzfs = await withBackup("openzfs");
    expect((await refusal(openzfs.restore({ StorageCapacity: 63 }))).name).toBe("BadRequest");
  });

  test("with the same token runs once", async () => {
    const { restore } = await withBackup("windows");
    const first = await restore({ ClientRequestToken: "t" });
    expect((await restore({ ClientRequestToken: "t" })).FileSystem).toEqual(first.FileSystem);
    expect(await refusal(restore({ ClientRequestToken: "t", StorageType: "HDD" }))).toMatchObject({
      Parameter: "StorageType",
    });
  });
});
