import { account, type Kind, otherSubnet, refusal, requests, subnet } from "./account";
import { cache } from "./errors/world";

const ssd = { Mode: "USER_PROVISIONED", Iops: 200_000 } as const;

/** Requests for file systems, with the quota that limits each and how many fit into it. */
const limits: readonly [limit: string, kind: Kind, change: object, most: number][] = [
  ["TOTAL_STORAGE", "windows", { StorageCapacity: 65_536 }, 8],
  ["TOTAL_STORAGE", "openzfs", { StorageCapacity: 131_072 }, 2],
  ["TOTAL_STORAGE", "lustre", { StorageCapacity: 50_400 }, 2],
  [
    "TOTAL_THROUGHPUT_CAPACITY",
    "ontap",
    { OntapConfiguration: { DeploymentType: "SINGLE_AZ_1", ThroughputCapacity: 4_096 } },
    2,
  ],
  [
    "TOTAL_SSD_IOPS",
    "windows",
    {
      StorageCapacity: 400,
      WindowsConfiguration: { ...requests.windows.WindowsConfiguration, DiskIopsConfiguration: ssd },
    },
    2,
  ],
  [
    "TOTAL_THROUGHPUT_CAPACITY",
    "lustre",
    {
      StorageType: "INTELLIGENT_TIERING",
      StorageCapacity: undefined,
      LustreConfiguration: {
        DeploymentType: "PERSISTENT_2",
        ThroughputCapacity: 48_000,
        DataReadCacheConfiguration: { SizingMode: "NO_CACHE" },
        MetadataConfiguration: { Mode: "USER_PROVISIONED", Iops: 6_000 },
      },
    },
    2,
  ],
];

test.each(limits)("%s of %s file systems is limited", async (Limit, kind, change, most) => {
  const { create } = account();
  for (let count = 0; count < most; count++) await create(kind, change);
  expect(await refusal(create(kind, change))).toMatchObject({ name: "ServiceLimitExceeded", Limit });
});

test("each type has its own quotas, as has each Windows storage type and each Lustre deployment type", async () => {
  const { create } = account({
    quotas: { fsxFileSystems: 1, fsxWindowsSsdStorage: 300, fsxLustreStorage: 1_200 },
  });
  await create("windows");
  await create("lustre");
  await create("lustre", { LustreConfiguration: { DeploymentType: "SCRATCH_1" } });
  await create("openzfs");
  const again = create("lustre", { LustreConfiguration: { DeploymentType: "SCRATCH_2" } });
  expect(await refusal(again)).toMatchObject({ Limit: "FILE_SYSTEM_COUNT" });
  const { create: createMore } = account({ quotas: { fsxWindowsSsdStorage: 300 } });
  await createMore("windows");
  await createMore("windows", {
    StorageType: "HDD",
    StorageCapacity: 2_000,
    WindowsConfiguration: { ...requests.windows.WindowsConfiguration, DeploymentType: "SINGLE_AZ_2" },
  });
});

test("a file system can grow only within the quotas, and can always shrink", async () => {
  const { aws, fsx, available } = account({ quotas: { fsxWindowsSsdStorage: 700, fsxThroughput: 64 } });
  const { FileSystemId } = await available("windows");
  await available("windows");
  const update = (change: object) => fsx.updateFileSystem({ FileSystemId, ...change });
  const throughput = (ThroughputCapacity: number) => update({ WindowsConfiguration: { ThroughputCapacity } });
  expect(await refusal(update({ StorageCapacity: 500 }))).toMatchObject({ Limit: "TOTAL_STORAGE" });
  await update({ StorageCapacity: 400 });
  expect(await refusal(throughput(64))).toMatchObject({ Limit: "TOTAL_THROUGHPUT_CAPACITY" });
  await throughput(16);
  await aws.settle();
});

test("a restored file system counts toward the quotas", async () => {
  const { aws, fsx, available } = account({ quotas: { fsxFileSystems: 1 } });
  const { FileSystemId } = await available("windows");
  const { Backup } = await fsx.createBackup({ FileSystemId });
  await aws.settle();
  const restore = () => fsx.createFileSystemFromBackup({ BackupId: Backup?.BackupId, SubnetIds: [subnet] });
  expect(await refusal(restore())).toMatchObject({ Limit: "FILE_SYSTEM_COUNT" });
  await fsx.deleteFileSystem({ FileSystemId, WindowsConfiguration: { SkipFinalBackup: true } });
  await aws.settle();
  expect((await restore()).FileSystem?.Lifecycle).toBe("CREATING");
});

test("file caches have their own storage quota", async () => {
  const { fsx } = account({ quotas: { fsxFileCacheStorage: 2_000 } });
  await fsx.createFileCache(cache);
  expect(await refusal(fsx.createFileCache(cache))).toMatchObject({
    name: "ServiceLimitExceeded",
    Limit: "TOTAL_STORAGE",
  });
});

const unlimited = { fsxOpenZfsSsdStorage: 1_000_000, fsxThroughput: 100_000 };
const openzfs = (DeploymentType: string, ThroughputCapacity: number) => ({
  SubnetIds: DeploymentType === "MULTI_AZ_1" ? [subnet, otherSubnet] : [subnet],
  OpenZFSConfiguration: { DeploymentType, ThroughputCapacity, PreferredSubnetId: subnet },
});
test.each([
  ["us-east-1", "MULTI_AZ_1", 160, 32],
  ["us-east-1", "MULTI_AZ_1", 10_240, 512],
  ["eu-west-2", "MULTI_AZ_1", 640, 96],
  ["eu-west-2", "MULTI_AZ_1", 5_120, 128],
  ["us-west-1", "MULTI_AZ_1", 160, 96],
  ["us-west-1", "SINGLE_AZ_1", 64, 128],
  ["eu-south-1", "SINGLE_AZ_HA_1", 64, 128],
  ["eu-west-2", "SINGLE_AZ_1", 64, 512],
  ["us-west-1", "SINGLE_AZ_2", 160, 512],
])("in %s, OpenZFS %s with %i MB/s has up to %i TiB", async (region, type, throughput, tebibytes) => {
  const { create } = account({ region, quotas: unlimited });
  const request: object = openzfs(type, throughput);
  await create("openzfs", { ...request, StorageCapacity: tebibytes * 1_024 });
  const more = create("openzfs", { ...request, StorageCapacity: tebibytes * 1_024 + 1 });
  expect((await refusal(more)).name).toBe("BadRequest");
});

test("OpenZFS MULTI_AZ_1 has less throughput and fewer IOPS in some Regions", async () => {
  const iops = { DiskIopsConfiguration: { Mode: "USER_PROVISIONED", Iops: 160_001 } };
  const fast: object = openzfs("MULTI_AZ_1", 7_680);
  const many = openzfs("MULTI_AZ_1", 160);
  const withIops: object = { ...many, OpenZFSConfiguration: { ...many.OpenZFSConfiguration, ...iops } };
  for (const [region, isFast] of [
    ["eu-north-1", true],
    ["eu-west-2", false],
  ] as const) {
    const { create } = account({ region, quotas: { ...unlimited, fsxOpenZfsSsdIops: 1_000_000 } });
    for (const request of [fast, withIops]) {
      if (isFast) await create("openzfs", request);
      else expect((await refusal(create("openzfs", request))).name).toBe("BadRequest");
    }
  }
});

test("the throughput of OpenZFS cannot be lowered below what the storage needs", async () => {
  const { fsx, available } = account({ quotas: unlimited });
  const request: object = openzfs("MULTI_AZ_1", 320);
  const { FileSystemId } = await available("openzfs", { ...request, StorageCapacity: 40_960 });
  const lower = fsx.updateFileSystem({ FileSystemId, OpenZFSConfiguration: { ThroughputCapacity: 160 } });
  expect((await refusal(lower)).name).toBe("BadRequest");
});

test.each([
  ["us-east-1", 65_537, true],
  ["eu-central-1", 65_536, true],
  ["eu-central-1", 65_537, false],
])(
  "in %s, %i GiB of OpenZFS storage is within the default quota: %s",
  async (region, StorageCapacity, fits) => {
    const { create } = account({ region });
    const made = create("openzfs", { StorageCapacity });
    if (fits) await made;
    else expect(await refusal(made)).toMatchObject({ name: "ServiceLimitExceeded", Limit: "TOTAL_STORAGE" });
  },
);
