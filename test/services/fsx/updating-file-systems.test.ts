import type { UpdateFileSystemCommandInput } from "@aws-sdk/client-fsx";
import { account, type Kind, otherSubnet, refusal, requests, short, subnet } from "./account";

test("a change of backup settings shows immediately, and the file system stays available", async () => {
  const { fsx, available, describe } = account();
  const { FileSystemId, WindowsConfiguration } = await available("windows");
  const { FileSystem } = await fsx.updateFileSystem({
    FileSystemId,
    WindowsConfiguration: { AutomaticBackupRetentionDays: 3, WeeklyMaintenanceStartTime: "7:01:30" },
  });
  expect(FileSystem).toMatchObject({
    Lifecycle: "AVAILABLE",
    WindowsConfiguration: {
      AutomaticBackupRetentionDays: 3,
      DailyAutomaticBackupStartTime: WindowsConfiguration?.DailyAutomaticBackupStartTime,
      WeeklyMaintenanceStartTime: "7:01:30",
    },
  });
  expect(FileSystem?.AdministrativeActions).toBeUndefined();
  expect(await describe(FileSystemId)).toEqual(FileSystem);
});

test("disabling daily backups removes their start time", async () => {
  const { fsx, available } = account();
  for (const [kind, block, days] of [
    ["windows", "WindowsConfiguration", 0],
    ["openzfs", "OpenZFSConfiguration", undefined],
    ["ontap", "OntapConfiguration", undefined],
  ] as const) {
    const { FileSystemId } = await available(kind);
    const { FileSystem } = await fsx.updateFileSystem({
      FileSystemId,
      [block]: { AutomaticBackupRetentionDays: 0 },
    });
    expect(FileSystem?.[block]?.AutomaticBackupRetentionDays).toBe(days);
    expect(FileSystem?.[block]).not.toHaveProperty("DailyAutomaticBackupStartTime");
  }
});

interface Update extends Omit<UpdateFileSystemCommandInput, "FileSystemId"> {}

const updates: readonly [
  what: string,
  kind: Kind,
  update: Update,
  effect: object,
  optimizations: string[],
][] = [
  [
    "Windows storage, and the IOPS that follow it",
    "windows",
    { StorageCapacity: 400 },
    {
      StorageCapacity: 400,
      WindowsConfiguration: { DiskIopsConfiguration: { Mode: "AUTOMATIC", Iops: 1_200 } },
    },
    ["STORAGE_OPTIMIZATION"],
  ],
  [
    "Windows throughput",
    "windows",
    { WindowsConfiguration: { ThroughputCapacity: 64 } },
    { WindowsConfiguration: { ThroughputCapacity: 64 } },
    ["THROUGHPUT_OPTIMIZATION"],
  ],
  [
    "Windows IOPS",
    "windows",
    { WindowsConfiguration: { DiskIopsConfiguration: { Mode: "USER_PROVISIONED", Iops: 5_000 } } },
    { WindowsConfiguration: { DiskIopsConfiguration: { Mode: "USER_PROVISIONED", Iops: 5_000 } } },
    ["IOPS_OPTIMIZATION"],
  ],
  [
    "Windows audit logs",
    "windows",
    {
      WindowsConfiguration: {
        AuditLogConfiguration: {
          FileAccessAuditLogLevel: "FAILURE_ONLY",
          FileShareAccessAuditLogLevel: "DISABLED",
        },
      },
    },
    {
      WindowsConfiguration: {
        AuditLogConfiguration: {
          AuditLogDestination: expect.stringContaining("log-group:/aws/fsx/windows:"),
        },
      },
    },
    [],
  ],
  [
    "Lustre throughput, compression and root squash",
    "lustre",
    {
      LustreConfiguration: {
        PerUnitStorageThroughput: 250,
        DataCompressionType: "LZ4",
        RootSquashConfiguration: { RootSquash: "365534:65534" },
      },
    },
    {
      LustreConfiguration: {
        PerUnitStorageThroughput: 250,
        DataCompressionType: "LZ4",
        RootSquashConfiguration: { RootSquash: "365534:65534", NoSquashNids: [] },
      },
    },
    [],
  ],
  [
    "ONTAP storage and throughput",
    "ontap",
    { StorageCapacity: 2_048, OntapConfiguration: { ThroughputCapacity: 256 } },
    {
      StorageCapacity: 2_048,
      OntapConfiguration: {
        ThroughputCapacity: 256,
        ThroughputCapacityPerHAPair: 256,
        DiskIopsConfiguration: { Iops: 6_144 },
        HAPairs: 1,
      },
    },
    ["STORAGE_OPTIMIZATION"],
  ],
  [
    "OpenZFS storage and throughput",
    "openzfs",
    { StorageCapacity: 128, OpenZFSConfiguration: { ThroughputCapacity: 128 } },
    {
      StorageCapacity: 128,
      OpenZFSConfiguration: { ThroughputCapacity: 128, DiskIopsConfiguration: { Iops: 384 } },
    },
    [],
  ],
];
test.each(updates)("a completed update changes %s", async (_what, kind, update, effect, optimizations) => {
  const { aws, fsx, available, describe } = account();
  const before = await available(kind);
  const { FileSystem } = await fsx.updateFileSystem({ FileSystemId: before.FileSystemId, ...update });
  expect({ ...FileSystem, AdministrativeActions: undefined }).toEqual({ ...before, Lifecycle: "UPDATING" });
  expect(FileSystem?.AdministrativeActions?.map(short)).toEqual([
    "FILE_SYSTEM_UPDATE PENDING",
    ...optimizations.map(type => `${type} PENDING`),
  ]);
  await aws.settle();
  const after = await describe(before.FileSystemId);
  expect(after).toMatchObject({ Lifecycle: "AVAILABLE", ...effect });
  expect(after.AdministrativeActions?.map(short)).toEqual(["FILE_SYSTEM_UPDATE COMPLETED"]);
});

test("an update changes the Lustre version", async () => {
  const { aws, fsx, available, describe } = account();
  const { FileSystemId } = await available("lustre", { FileSystemTypeVersion: "2.12" });
  await fsx.updateFileSystem({ FileSystemId, FileSystemTypeVersion: "2.15" });
  await aws.settle();
  expect(await describe(FileSystemId)).toMatchObject({
    Lifecycle: "AVAILABLE",
    FileSystemTypeVersion: "2.15",
    StorageCapacity: 1_200,
  });
});

test("Lustre metadata IOPS grow with the storage and cannot be decreased", async () => {
  const { aws, fsx, available, describe } = account();
  const { FileSystemId, FileSystemTypeVersion, LustreConfiguration } = await available("lustre", {
    LustreConfiguration: {
      ...requests.lustre.LustreConfiguration,
      MetadataConfiguration: { Mode: "AUTOMATIC" },
    },
  });
  expect(FileSystemTypeVersion).toBe("2.15");
  expect(LustreConfiguration?.MetadataConfiguration).toEqual({ Mode: "AUTOMATIC", Iops: 1_500 });
  await fsx.updateFileSystem({ FileSystemId, StorageCapacity: 4_800 });
  await aws.settle();
  const metadata = async () => (await describe(FileSystemId)).LustreConfiguration?.MetadataConfiguration;
  expect(await metadata()).toEqual({ Mode: "AUTOMATIC", Iops: 6_000 });
  const provision = (Iops: number) =>
    fsx.updateFileSystem({
      FileSystemId,
      LustreConfiguration: { MetadataConfiguration: { Mode: "USER_PROVISIONED", Iops } },
    });
  expect((await refusal(provision(3_000))).name).toBe("BadRequest");
  await provision(12_000);
  await aws.settle();
  expect(await metadata()).toEqual({ Mode: "USER_PROVISIONED", Iops: 12_000 });
});

test("Lustre on Intelligent-Tiering has no capacity, and its throughput can only grow", async () => {
  const { aws, fsx, available, describe } = account();
  const { FileSystemId, StorageCapacity } = await available("lustre", {
    StorageCapacity: undefined,
    StorageType: "INTELLIGENT_TIERING",
    LustreConfiguration: {
      DeploymentType: "PERSISTENT_2",
      ThroughputCapacity: 8_000,
      DataReadCacheConfiguration: { SizingMode: "NO_CACHE" },
      MetadataConfiguration: { Mode: "USER_PROVISIONED", Iops: 6_000 },
    },
  });
  expect(StorageCapacity).toBeUndefined();
  const change = (ThroughputCapacity: number) =>
    fsx.updateFileSystem({ FileSystemId, LustreConfiguration: { ThroughputCapacity } });
  expect((await refusal(change(4_000))).name).toBe("BadRequest");
  await change(12_000);
  await aws.settle();
  expect((await describe(FileSystemId)).LustreConfiguration?.ThroughputCapacity).toBe(12_000);
});

test("Windows storage can change from HDD to SSD, and then has IOPS", async () => {
  const { aws, fsx, available, describe } = account();
  const { FileSystemId, WindowsConfiguration } = await available("windows", {
    StorageType: "HDD",
    StorageCapacity: 2_000,
    WindowsConfiguration: { ...requests.windows.WindowsConfiguration, DeploymentType: "SINGLE_AZ_2" },
  });
  expect(WindowsConfiguration?.DiskIopsConfiguration).toBeUndefined();
  await fsx.updateFileSystem({ FileSystemId, StorageType: "SSD" });
  await aws.settle();
  const after = await describe(FileSystemId);
  expect(after).toMatchObject({
    StorageType: "SSD",
    WindowsConfiguration: { DiskIopsConfiguration: { Mode: "AUTOMATIC", Iops: 6_000 } },
  });
  expect(after.AdministrativeActions?.map(short)).toEqual(["FILE_SYSTEM_UPDATE COMPLETED"]);
});

test("second-generation ONTAP gains pairs with proportional storage, and its storage can shrink", async () => {
  const { aws, fsx, available, describe } = account();
  const { FileSystemId } = await available("ontap", {
    StorageCapacity: 2_048,
    OntapConfiguration: { DeploymentType: "SINGLE_AZ_2", ThroughputCapacityPerHAPair: 1_536 },
  });
  const OntapConfiguration = { HAPairs: 2 };
  const alone = fsx.updateFileSystem({ FileSystemId, OntapConfiguration });
  expect((await refusal(alone)).name).toBe("BadRequest");
  await fsx.updateFileSystem({
    FileSystemId,
    OntapConfiguration: { ...OntapConfiguration, ThroughputCapacityPerHAPair: 1_536 },
    StorageCapacity: 4_096,
  });
  await aws.settle();
  expect(await describe(FileSystemId)).toMatchObject({
    StorageCapacity: 4_096,
    OntapConfiguration: { HAPairs: 2, ThroughputCapacity: 3_072, ThroughputCapacityPerHAPair: 1_536 },
  });
  await aws.clock.advance("6 hours");
  const shrink = (StorageCapacity: number) => fsx.updateFileSystem({ FileSystemId, StorageCapacity });
  expect((await refusal(shrink(4_000))).name).toBe("BadRequest");
  await shrink(3_000);
  await aws.settle();
  expect((await describe(FileSystemId)).StorageCapacity).toBe(3_000);
});

test("route tables are added to and removed from a Multi-AZ file system", async () => {
  const { aws, fsx, available, describe } = account();
  const { FileSystemId, OpenZFSConfiguration } = await available("openzfs", {
    SubnetIds: [subnet, otherSubnet],
    OpenZFSConfiguration: {
      DeploymentType: "MULTI_AZ_1",
      ThroughputCapacity: 160,
      PreferredSubnetId: subnet,
    },
  });
  const [main = ""] = OpenZFSConfiguration?.RouteTableIds ?? [];
  const [added, unknown] = ["rtb-00000000000000001", "rtb-00000000000000002"];
  const change = (block: object) => fsx.updateFileSystem({ FileSystemId, OpenZFSConfiguration: block });
  await change({ AddRouteTableIds: [added], RemoveRouteTableIds: [main] });
  await aws.settle();
  expect((await describe(FileSystemId)).OpenZFSConfiguration?.RouteTableIds).toEqual([added]);
  expect(await refusal(change({ RemoveRouteTableIds: [unknown] }))).toMatchObject({
    name: "InvalidNetworkSettings",
    InvalidRouteTableId: unknown,
  });
});

test("a self-managed Active Directory's new password is not shown", async () => {
  const { aws, fsx, available, describe } = account();
  const { FileSystemId } = await available("windows", {
    WindowsConfiguration: {
      ThroughputCapacity: 8,
      SelfManagedActiveDirectoryConfiguration: {
        DomainName: "ad.example.org",
        UserName: "joiner",
        Password: "old",
        DnsIps: ["10.0.0.2"],
      },
    },
  });
  await fsx.updateFileSystem({
    FileSystemId,
    WindowsConfiguration: { SelfManagedActiveDirectoryConfiguration: { UserName: "other", Password: "new" } },
  });
  await aws.settle();
  const { WindowsConfiguration } = await describe(FileSystemId);
  expect(WindowsConfiguration?.SelfManagedActiveDirectoryConfiguration).toEqual({
    DomainName: "ad.example.org",
    UserName: "other",
    DnsIps: ["10.0.0.2"],
  });
  expect(JSON.stringify(aws.state)).not.toContain('"new"');
});

test("a repeated token does not update twice", async () => {
  const { fsx, available } = account();
  const { FileSystemId } = await available("windows");
  const input = { FileSystemId, StorageCapacity: 400, ClientRequestToken: "grow" };
  await fsx.updateFileSystem(input);
  expect((await fsx.updateFileSystem(input)).FileSystem?.AdministrativeActions).toHaveLength(2);
  const other = fsx.updateFileSystem({ ...input, StorageCapacity: 500 });
  expect(await refusal(other)).toMatchObject({ Parameter: "StorageCapacity" });
});
