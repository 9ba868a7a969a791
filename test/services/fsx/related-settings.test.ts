import { account, type Fixture, type Kind, otherSubnet, refusal, requests, short, subnet } from "./account";

const tiering = {
  StorageCapacity: undefined,
  StorageType: "INTELLIGENT_TIERING",
} as const;
const lustreTiering = {
  DeploymentType: "PERSISTENT_2",
  ThroughputCapacity: 4_000,
  MetadataConfiguration: { Mode: "USER_PROVISIONED", Iops: 6_000 },
} as const;
const windowsWith = (settings: object) => ({
  WindowsConfiguration: { ...requests.windows.WindowsConfiguration, ...settings },
});

describe("an update that repeats present values", () => {
  const repetitions: readonly [Kind, object][] = [
    [
      "windows",
      { StorageCapacity: 300, StorageType: "SSD", WindowsConfiguration: { ThroughputCapacity: 32 } },
    ],
    ["windows", { WindowsConfiguration: { DiskIopsConfiguration: { Mode: "AUTOMATIC" } } }],
    ["lustre", { StorageCapacity: 1_200, FileSystemTypeVersion: "2.15" }],
    ["lustre", { LustreConfiguration: { PerUnitStorageThroughput: 125, DataCompressionType: "NONE" } }],
    ["ontap", { StorageCapacity: 1_024, OntapConfiguration: { ThroughputCapacity: 128, HAPairs: 1 } }],
    [
      "openzfs",
      { StorageCapacity: 64, NetworkType: "IPV4", OpenZFSConfiguration: { ThroughputCapacity: 64 } },
    ],
  ];
  test.each(repetitions)("begins nothing on %s", async (kind, members) => {
    const { fsx, available } = account();
    const before = await available(kind);
    const { FileSystem } = await fsx.updateFileSystem({ FileSystemId: before.FileSystemId, ...members });
    expect(FileSystem).toEqual(before);
  });

  test("begins nothing on an OpenZFS volume and on a snapshot", async () => {
    const { aws, fsx, available } = account();
    const { OpenZFSConfiguration } = await available("openzfs");
    const VolumeId = OpenZFSConfiguration?.RootVolumeId;
    await fsx.createSnapshot({ VolumeId, Name: "before" });
    await aws.settle();
    const before = aws.state;
    const [snapshot] = (await fsx.describeSnapshots({})).Snapshots ?? [];
    await fsx.updateVolume({ VolumeId, OpenZFSConfiguration: { DataCompressionType: "NONE" } });
    await fsx.updateVolume({ VolumeId, OpenZFSConfiguration: {} });
    await fsx.updateSnapshot({ SnapshotId: snapshot?.SnapshotId, Name: "before" });
    expect(aws.state.fsx.administrativeActions).toEqual(before.fsx.administrativeActions);
  });

  test("of a directory tries to join it again, because its password may be another one", async () => {
    const { aws, fsx, available } = account();
    const own = { DomainName: "ad.example.org", UserName: "joiner", DnsIps: ["10.0.0.2"] };
    const { FileSystemId } = await available("windows", {
      WindowsConfiguration: {
        ThroughputCapacity: 32,
        SelfManagedActiveDirectoryConfiguration: { ...own, Password: "a-password" },
      },
    });
    for (const settings of [{ Password: "another" }, own]) {
      const { FileSystem } = await fsx.updateFileSystem({
        FileSystemId,
        WindowsConfiguration: { SelfManagedActiveDirectoryConfiguration: settings },
      });
      expect(FileSystem?.AdministrativeActions?.[0]?.Status).toBe("PENDING");
      await aws.settle();
    }
  });

  test("is accepted while another update changes the same members", async () => {
    const { fsx, available } = account();
    const { FileSystemId } = await available("windows");
    await fsx.updateFileSystem({ FileSystemId, StorageCapacity: 400 });
    const { FileSystem } = await fsx.updateFileSystem({
      FileSystemId,
      StorageCapacity: 300,
      WindowsConfiguration: { ThroughputCapacity: 64 },
    });
    expect(FileSystem?.AdministrativeActions?.[0]?.TargetFileSystemValues).toEqual({
      WindowsConfiguration: { ThroughputCapacity: 64 },
    });
  });
});

/** Moves time until the update has its values and is only being optimized. */
async function untilOptimizing({ aws, describe }: Fixture, id: string | undefined): Promise<void> {
  await aws.clock.advance("15 minutes");
  expect((await describe(id)).AdministrativeActions?.map(short)[0]).toContain("UPDATED_OPTIMIZING");
}

test("a directory is updated once at a time", async () => {
  const { fsx, available } = account();
  const own = { DomainName: "ad.example.org", UserName: "joiner", DnsIps: ["10.0.0.2"] };
  const { FileSystemId } = await available("windows", {
    WindowsConfiguration: {
      ThroughputCapacity: 32,
      SelfManagedActiveDirectoryConfiguration: { ...own, Password: "a-password" },
    },
  });
  const join = (UserName: string) =>
    fsx.updateFileSystem({
      FileSystemId,
      WindowsConfiguration: { SelfManagedActiveDirectoryConfiguration: { UserName } },
    });
  await join("one");
  expect((await refusal(join("two"))).message).toContain("There is an update already in progress.");
});

test("an update that is only being optimized is not in progress", async () => {
  const here = account();
  const { FileSystemId } = await here.available("windows");
  const change = (ThroughputCapacity: number) =>
    here.fsx.updateFileSystem({ FileSystemId, WindowsConfiguration: { ThroughputCapacity } });
  await change(64);
  expect((await refusal(change(128))).message).toBe(
    "Unable to perform the throughput capacity update. There is an update already in progress.",
  );
  await untilOptimizing(here, FileSystemId);
  await change(128);
});

test("storage can grow again after six hours, and after the optimization if that is later", async () => {
  const here = account({ durations: { fsxOptimization: "10 hours" } });
  const { FileSystemId } = await here.available("windows");
  await here.fsx.updateFileSystem({ FileSystemId, StorageCapacity: 400 });
  await here.aws.clock.advance("7 hours");
  const again = () => here.fsx.updateFileSystem({ FileSystemId, StorageCapacity: 500 });
  expect((await refusal(again())).message).toContain("Unable to perform the storage capacity update. ");
  await here.aws.clock.advance("4 hours");
  await again();
});

const growths: readonly [Kind, present: number, enough: number, tooSmall: number][] = [
  ["windows", 400, 440, 439],
  ["ontap", 2_000, 2_200, 2_199],
  ["openzfs", 110, 121, 120],
];
test.each(growths)(
  "storage of %s grows from %i to %i, but not to %i",
  async (kind, present, enough, tooSmall) => {
    const { fsx, available } = account();
    const { FileSystemId } = await available(kind, { StorageCapacity: present });
    const grow = (StorageCapacity: number) => fsx.updateFileSystem({ FileSystemId, StorageCapacity });
    expect((await refusal(grow(tooSmall))).message).toMatch(
      /^Unable to perform the storage capacity update\. /,
    );
    await grow(enough);
  },
);

test.each([
  ["windows", 65_537],
  ["lustre", 3_000],
  ["ontap", 200_000],
  ["openzfs", 524_289],
] as const)(
  "the refusal of an invalid storage capacity of %s begins as AWS's",
  async (kind, StorageCapacity) => {
    const { fsx, available } = account();
    const { FileSystemId } = await available(kind);
    expect((await refusal(fsx.updateFileSystem({ FileSystemId, StorageCapacity }))).message).toMatch(
      /^Unable to perform the storage capacity update\. /,
    );
  },
);

describe("auditing and throughput", () => {
  const levels = {
    FileAccessAuditLogLevel: "SUCCESS_ONLY",
    FileShareAccessAuditLogLevel: "DISABLED",
  } as const;
  const audited = windowsWith({ AuditLogConfiguration: levels });

  test("auditing is refused on a new file system with less than 32 MB/s", async () => {
    const { create } = account();
    const slow = windowsWith({ AuditLogConfiguration: levels, ThroughputCapacity: 16 });
    expect((await refusal(create("windows", slow))).name).toBe("BadRequest");
  });

  test("throughput cannot be lowered below 32 MB/s while auditing is enabled", async () => {
    const { aws, fsx, available } = account();
    const { FileSystemId } = await available("windows", audited);
    const change = (settings: object) =>
      fsx.updateFileSystem({ FileSystemId, WindowsConfiguration: settings });
    expect((await refusal(change({ ThroughputCapacity: 16 }))).name).toBe("BadRequest");
    const off = { FileAccessAuditLogLevel: "DISABLED", FileShareAccessAuditLogLevel: "DISABLED" };
    await change({ ThroughputCapacity: 16, AuditLogConfiguration: off });
    await aws.settle();
    expect((await refusal(change({ AuditLogConfiguration: levels }))).name).toBe("BadRequest");
    await change({ AuditLogConfiguration: levels, ThroughputCapacity: 32 });
  });
});

describe("the read cache", () => {
  const cached = (cache: object, ThroughputCapacity = 4_000) => ({
    ...tiering,
    LustreConfiguration: { ...lustreTiering, ThroughputCapacity, DataReadCacheConfiguration: cache },
  });

  test("has bounds that follow the throughput, in a new file system and in updates", async () => {
    const { fsx, create, available } = account();
    const sized = (SizeGiB: number) => ({ SizingMode: "USER_PROVISIONED", SizeGiB });
    expect((await refusal(create("lustre", cached(sized(32), 8_000)))).name).toBe("BadRequest");
    expect((await refusal(create("lustre", cached(sized(131_073))))).name).toBe("BadRequest");
    const { FileSystemId } = await available("lustre", cached(sized(40)));
    const change = (settings: object) =>
      fsx.updateFileSystem({ FileSystemId, LustreConfiguration: settings });
    expect((await refusal(change({ ThroughputCapacity: 8_000 }))).name).toBe("BadRequest");
    expect((await refusal(change({ DataReadCacheConfiguration: sized(200_000) }))).name).toBe("BadRequest");
    expect((await refusal(change({ DataReadCacheConfiguration: sized(41) }))).name).toBe("BadRequest");
    await change({ ThroughputCapacity: 8_000, DataReadCacheConfiguration: sized(200_000) });
  });

  test("in proportion to the throughput shows a size that grows with it, and takes none", async () => {
    const { aws, fsx, create, available, describe } = account();
    const SizingMode = "PROPORTIONAL_TO_THROUGHPUT_CAPACITY";
    expect((await refusal(create("lustre", cached({ SizingMode, SizeGiB: 100 })))).name).toBe("BadRequest");
    const { FileSystemId, LustreConfiguration } = await available("lustre", cached({ SizingMode }));
    const before = LustreConfiguration?.DataReadCacheConfiguration?.SizeGiB ?? 0;
    expect(before).toBeGreaterThan(0);
    await fsx.updateFileSystem({ FileSystemId, LustreConfiguration: { ThroughputCapacity: 8_000 } });
    await aws.settle();
    const after = (await describe(FileSystemId)).LustreConfiguration?.DataReadCacheConfiguration;
    expect(after).toEqual({ SizingMode, SizeGiB: 2 * before });
  });

  test("of OpenZFS changes its size once in six hours, but is removed at any time", async () => {
    const { aws, fsx, available } = account();
    const { FileSystemId } = await available("openzfs", {
      ...tiering,
      SubnetIds: [subnet, otherSubnet],
      OpenZFSConfiguration: {
        DeploymentType: "MULTI_AZ_1",
        ThroughputCapacity: 160,
        PreferredSubnetId: subnet,
        ReadCacheConfiguration: { SizingMode: "USER_PROVISIONED", SizeGiB: 100 },
      },
    });
    const change = async (ReadCacheConfiguration: object) => {
      await fsx.updateFileSystem({ FileSystemId, OpenZFSConfiguration: { ReadCacheConfiguration } });
      await aws.settle();
    };
    await change({ SizeGiB: 200 });
    expect((await refusal(change({ SizeGiB: 300 }))).name).toBe("BadRequest");
    await change({ SizingMode: "NO_CACHE" });
  });
});

test("Intelligent-Tiering of Lustre keeps automatic backups for 30 days by default", async () => {
  const { available } = account();
  const DataReadCacheConfiguration = { SizingMode: "NO_CACHE" } as const;
  const { LustreConfiguration } = await available("lustre", {
    ...tiering,
    LustreConfiguration: { ...lustreTiering, DataReadCacheConfiguration },
  });
  expect(LustreConfiguration?.AutomaticBackupRetentionDays).toBe(30);
});

test("automatic backups cannot be enabled beside a data repository association", async () => {
  const { aws, fsx, available } = account();
  const { FileSystemId } = await available("lustre");
  await fsx.createDataRepositoryAssociation({
    FileSystemId,
    FileSystemPath: "/data",
    DataRepositoryPath: "s3://bucket",
  });
  await aws.settle();
  const LustreConfiguration = { AutomaticBackupRetentionDays: 7 };
  expect((await refusal(fsx.updateFileSystem({ FileSystemId, LustreConfiguration }))).name).toBe(
    "BadRequest",
  );
});

describe("IOPS that a user provisioned, when the storage grows", () => {
  const provisioned = (Iops: number) => ({ DiskIopsConfiguration: { Mode: "USER_PROVISIONED", Iops } });
  const withIops = async (kind: Kind, block: string, Iops: number, create: object = {}) => {
    const here = account();
    const { FileSystemId } = await here.available(kind, {
      ...create,
      [block]: { ...Reflect.get(requests[kind], block), ...provisioned(Iops) },
    });
    const grow = (StorageCapacity: number, settings: object = {}) =>
      here.fsx.updateFileSystem({ FileSystemId, StorageCapacity, [block]: settings });
    return { ...here, FileSystemId, grow };
  };

  test("have to suffice on ONTAP", async () => {
    const { grow } = await withIops("ontap", "OntapConfiguration", 4_000);
    expect((await refusal(grow(4_096))).name).toBe("BadRequest");
    await grow(4_096, provisioned(13_000));
  });

  test("have to be in the request on OpenZFS", async () => {
    const { grow } = await withIops("openzfs", "OpenZFSConfiguration", 4_000);
    expect((await refusal(grow(128))).name).toBe("BadRequest");
    await grow(128, provisioned(4_000));
  });

  test("stay on Windows while they suffice, and then become automatic", async () => {
    const { aws, grow, describe, FileSystemId } = await withIops("windows", "WindowsConfiguration", 1_200);
    const iops = async () => (await describe(FileSystemId)).WindowsConfiguration?.DiskIopsConfiguration;
    await grow(400);
    await aws.settle();
    expect(await iops()).toEqual({ Mode: "USER_PROVISIONED", Iops: 1_200 });
    await aws.clock.advance("6 hours");
    await grow(500);
    await aws.settle();
    expect(await iops()).toEqual({ Mode: "AUTOMATIC", Iops: 1_500 });
  });
});

test("EFA and HDD storage have a throughput that cannot change", async () => {
  const { fsx, available } = account();
  const { FileSystemId } = await available("lustre", {
    StorageCapacity: 38_400,
    LustreConfiguration: {
      ...requests.lustre.LustreConfiguration,
      EfaEnabled: true,
      MetadataConfiguration: { Mode: "AUTOMATIC" },
    },
  });
  const change = fsx.updateFileSystem({
    FileSystemId,
    LustreConfiguration: { PerUnitStorageThroughput: 250 },
  });
  expect((await refusal(change)).message).toContain("Throughput scaling is not supported");
});
