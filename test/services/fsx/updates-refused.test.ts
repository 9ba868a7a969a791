import { account, type Kind, refusal, requests } from "./account";

describe("the service refuses", () => {
  test("a second storage increase while one is in progress, and for six hours", async () => {
    const { aws, fsx, available } = account();
    const { FileSystemId } = await available("windows");
    await fsx.updateFileSystem({ FileSystemId, StorageCapacity: 400 });
    const again = () => refusal(fsx.updateFileSystem({ FileSystemId, StorageCapacity: 500 }));
    expect((await again()).message).toBe(
      "Unable to perform the storage capacity update. There is an update already in progress.",
    );
    await aws.settle();
    expect((await again()).name).toBe("BadRequest");
    await aws.clock.advance("6 hours");
    await fsx.updateFileSystem({ FileSystemId, StorageCapacity: 500 });
  });

  test("unknown file systems, empty updates, and settings of other types", async () => {
    const { fsx, available } = account();
    const unknown = fsx.updateFileSystem({ FileSystemId: "fs-0123456789abcdef0", StorageCapacity: 400 });
    expect((await refusal(unknown)).name).toBe("FileSystemNotFound");
    const { FileSystemId } = await available("windows");
    const update = (members: object) => refusal(fsx.updateFileSystem({ FileSystemId, ...members }));
    expect((await update({})).name).toBe("MissingFileSystemConfiguration");
    expect((await update({ NetworkType: "DUAL" })).name).toBe("UnsupportedOperation");
    expect((await update({ OntapConfiguration: { HAPairs: 2 } })).message).toBe(
      "OntapConfiguration cannot be applied to update a WINDOWS file system.",
    );
  });

  test.each([
    ["windows", "WindowsConfiguration"],
    ["lustre", "LustreConfiguration"],
    ["ontap", "OntapConfiguration"],
    ["openzfs", "OpenZFSConfiguration"],
  ] as const)("no update of %s with an empty %s, which changes nothing", async (kind, block) => {
    const { fsx, available, describe } = account();
    const { FileSystemId } = await available(kind);
    const update = (members: object) => fsx.updateFileSystem({ FileSystemId, ...members });
    const before = await describe(FileSystemId);
    for (const settings of [{}, { WeeklyMaintenanceStartTime: undefined }]) {
      const { FileSystem } = await update({ [block]: settings });
      expect(FileSystem).toEqual(before);
    }
    await update({ [block]: { WeeklyMaintenanceStartTime: "1:05:00" } });
    await update({ StorageCapacity: 2_400, [block]: {} });
  });

  const broken: readonly [why: string, kind: Kind, create: object, update: object][] = [
    ["growth of less than 10 percent", "windows", {}, { StorageCapacity: 329 }],
    [
      "growth with 8 MB/s",
      "windows",
      { WindowsConfiguration: { ...requests.windows.WindowsConfiguration, ThroughputCapacity: 8 } },
      { StorageCapacity: 400 },
    ],
    ["SSD to HDD", "windows", {}, { StorageType: "HDD" }],
    [
      "updates of an Active Directory managed by AWS",
      "windows",
      {},
      { WindowsConfiguration: { SelfManagedActiveDirectoryConfiguration: { UserName: "x" } } },
    ],
    [
      "another group of administrators of Windows",
      "windows",
      {
        WindowsConfiguration: {
          ThroughputCapacity: 32,
          SelfManagedActiveDirectoryConfiguration: {
            DomainName: "ad.example.org",
            UserName: "joiner",
            Password: "a-password",
            DnsIps: ["10.0.0.2"],
          },
        },
      },
      {
        WindowsConfiguration: {
          SelfManagedActiveDirectoryConfiguration: { FileSystemAdministratorsGroup: "x" },
        },
      },
    ],
    ["growth of SCRATCH_1", "lustre", { LustreConfiguration: {} }, { StorageCapacity: 2_400 }],
    ["growth to an invalid capacity", "lustre", {}, { StorageCapacity: 3_000 }],
    ["an older Lustre version", "lustre", {}, { FileSystemTypeVersion: "2.12" }],
    [
      "a throughput of another deployment type",
      "lustre",
      {},
      { LustreConfiguration: { PerUnitStorageThroughput: 200 } },
    ],
    [
      "metadata settings on a file system without metadata configuration",
      "lustre",
      {},
      { LustreConfiguration: { MetadataConfiguration: { Mode: "AUTOMATIC" } } },
    ],
    [
      "an import policy without import path",
      "lustre",
      {},
      { LustreConfiguration: { AutoImportPolicy: "NEW" } },
    ],
    [
      "a throughput capacity of SSD storage",
      "lustre",
      {},
      { LustreConfiguration: { ThroughputCapacity: 4_000 } },
    ],
    [
      "a read cache of SSD storage",
      "lustre",
      {},
      { LustreConfiguration: { DataReadCacheConfiguration: { SizingMode: "NO_CACHE" } } },
    ],
    [
      "backups of scratch storage",
      "lustre",
      { LustreConfiguration: { DeploymentType: "SCRATCH_2" } },
      { LustreConfiguration: { AutomaticBackupRetentionDays: 1 } },
    ],
    [
      "a throughput of scratch storage",
      "lustre",
      { LustreConfiguration: { DeploymentType: "SCRATCH_2" } },
      { LustreConfiguration: { PerUnitStorageThroughput: 125 } },
    ],
    [
      "automatic metadata with fewer IOPS",
      "lustre",
      {
        LustreConfiguration: {
          ...requests.lustre.LustreConfiguration,
          MetadataConfiguration: { Mode: "USER_PROVISIONED", Iops: 3_000 },
        },
      },
      { LustreConfiguration: { MetadataConfiguration: { Mode: "AUTOMATIC" } } },
    ],
    ["an invalid Windows throughput", "windows", {}, { WindowsConfiguration: { ThroughputCapacity: 33 } }],
    [
      "a throughput of another deployment type",
      "openzfs",
      {},
      { OpenZFSConfiguration: { ThroughputCapacity: 160 } },
    ],
    [
      "route tables for Single-AZ",
      "openzfs",
      {},
      { OpenZFSConfiguration: { AddRouteTableIds: ["rtb-00000001"] } },
    ],
    [
      "a read cache of SSD storage",
      "openzfs",
      {},
      { OpenZFSConfiguration: { ReadCacheConfiguration: { SizingMode: "NO_CACHE" } } },
    ],
    ["an invalid ONTAP throughput", "ontap", {}, { OntapConfiguration: { ThroughputCapacity: 200 } }],
    [
      "an IPv6 range for Single-AZ",
      "ontap",
      {},
      { OntapConfiguration: { EndpointIpv6AddressRange: "fd00::/118" } },
    ],
    ["more pairs on SINGLE_AZ_1", "ontap", {}, { OntapConfiguration: { HAPairs: 2 } }],
    [
      "a smaller first-generation file system",
      "ontap",
      { StorageCapacity: 4_096 },
      { StorageCapacity: 1_024 },
    ],
    [
      "route tables for Single-AZ",
      "ontap",
      {},
      { OntapConfiguration: { AddRouteTableIds: ["rtb-00000001"] } },
    ],
  ];
  test.each(broken)("%s", async (_why, kind, create, update) => {
    const { aws, fsx, available } = account();
    const { FileSystemId } = await available(kind, create);
    const before = aws.state;
    expect((await refusal(fsx.updateFileSystem({ FileSystemId, ...update }))).name).toBe("BadRequest");
    expect(aws.state).toBe(before);
  });
});
