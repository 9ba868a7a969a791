import { CopyBackupCommand } from "@aws-sdk/client-fsx";
import { account, type Kind, otherSubnet, refusal, requests, subnet } from "./account";

const windowsWith = (settings: object) => ({
  WindowsConfiguration: { ...requests.windows.WindowsConfiguration, ...settings },
});
const lustreWith = (settings: object) => ({
  LustreConfiguration: { ...requests.lustre.LustreConfiguration, ...settings },
});

describe("a log destination", () => {
  const levels = { FileAccessAuditLogLevel: "SUCCESS_ONLY", FileShareAccessAuditLogLevel: "DISABLED" };
  const audit = (AuditLogDestination: string) =>
    windowsWith({ AuditLogConfiguration: { ...levels, AuditLogDestination } });
  const fsrm = (EventLogDestination: string) =>
    windowsWith({ FsrmConfiguration: { FsrmServiceEnabled: true, EventLogDestination } });
  const lustreLog = (Destination: string) =>
    lustreWith({ LogConfiguration: { Level: "WARN_ERROR", Destination } });

  const members = { audit, fsrm, lustreLog };
  const kinds = { audit: "windows", fsrm: "windows", lustreLog: "lustre" } as const;
  const elsewhere = [
    ["another Region", "arn:aws:logs:eu-west-1:123456789012:log-group:/aws/fsx/x"],
    ["another account", "arn:aws:logs:us-east-1:999999999999:log-group:/aws/fsx/x"],
    ["another partition", "arn:aws-cn:logs:us-east-1:123456789012:log-group:/aws/fsx/x"],
    ["another name", "arn:aws:logs:us-east-1:123456789012:log-group:mine"],
    ["another service", "arn:aws:s3:::aws-fsx"],
    ["no ARN", "/aws/fsx/x"],
  ] as const;
  const cases = (["audit", "fsrm", "lustreLog"] as const).flatMap(member =>
    elsewhere.map(([why, destination]) => [member, why, destination] as const),
  );
  test.each(cases)("%s with %s is refused, on creation and in updates", async (member, _why, destination) => {
    const { fsx, create, available } = account();
    const kind: Kind = kinds[member];
    const request: object = members[member](destination);
    expect((await refusal(create(kind, request))).name).toBe("BadRequest");
    const { FileSystemId } = await available(kind);
    const [block, settings] = Object.entries(request)[0] ?? ["", {}];
    const {
      ThroughputCapacity: _t,
      ActiveDirectoryId: _a,
      DeploymentType: _d,
      PerUnitStorageThroughput: _p,
      ...changes
    } = settings;
    expect((await refusal(fsx.updateFileSystem({ FileSystemId, [block]: changes }))).name).toBe("BadRequest");
  });

  test("can be a Firehose delivery stream on Windows, but not on Lustre", async () => {
    const { create } = account();
    const stream = "arn:aws:firehose:us-east-1:123456789012:deliverystream/aws-fsx-audit";
    const { WindowsConfiguration } = await create("windows", audit(stream));
    expect(WindowsConfiguration?.AuditLogConfiguration?.AuditLogDestination).toBe(stream);
    expect((await refusal(create("windows", audit(stream.replace("aws-fsx", "mine"))))).name).toBe(
      "BadRequest",
    );
    expect((await refusal(create("lustre", lustreLog(stream)))).name).toBe("BadRequest");
  });

  test("of a restored file system is its own log stream in the same log group", async () => {
    const { aws, fsx, available } = account();
    const group = "arn:aws:logs:us-east-1:123456789012:log-group:/aws/fsx/ours";
    const { FileSystemId } = await available("windows", audit(group));
    const { Backup } = await fsx.createBackup({ FileSystemId });
    await aws.settle();
    const { FileSystem } = await fsx.createFileSystemFromBackup({
      BackupId: Backup?.BackupId,
      SubnetIds: [subnet],
    });
    expect(FileSystem?.WindowsConfiguration?.AuditLogConfiguration?.AuditLogDestination).toBe(
      `${group}:log-stream:auditlog_${FileSystem?.FileSystemId}`,
    );
  });
});

const multiAz = { SubnetIds: [subnet, otherSubnet] };
const multiAzOntap = {
  DeploymentType: "MULTI_AZ_1",
  ThroughputCapacity: 128,
  PreferredSubnetId: subnet,
} as const;

const tiering = { StorageType: "INTELLIGENT_TIERING", StorageCapacity: undefined };
const scratch = { LustreConfiguration: { DeploymentType: "SCRATCH_2" } };
const persistent1 = { DeploymentType: "PERSISTENT_1", PerUnitStorageThroughput: 50 };
const ontapWith = (settings: object) => ({
  OntapConfiguration: { ...requests.ontap.OntapConfiguration, ...settings },
});
const openzfsWith = (settings: object) => ({
  OpenZFSConfiguration: { ...requests.openzfs.OpenZFSConfiguration, ...settings },
});

const refusedRequests: readonly [why: string, Kind, object][] = [
  ["Intelligent-Tiering", "windows", tiering],
  [
    "two directories",
    "windows",
    windowsWith({
      SelfManagedActiveDirectoryConfiguration: {
        DomainName: "ad.example.org",
        UserName: "joiner",
        Password: "a-password",
        DnsIps: ["10.0.0.2"],
      },
    }),
  ],
  ["Intelligent-Tiering", "ontap", tiering],
  [
    "Intelligent-Tiering of another deployment type",
    "lustre",
    { ...tiering, LustreConfiguration: persistent1 },
  ],
  ["Intelligent-Tiering of another deployment type", "openzfs", tiering],
  ["HDD storage", "openzfs", { StorageType: "HDD" }],
  ["HDD storage of another deployment type", "lustre", { StorageType: "HDD" }],
  [
    "a capacity of SCRATCH_1 between its steps",
    "lustre",
    { StorageCapacity: 4_800, LustreConfiguration: {} },
  ],
  [
    "a capacity of HDD storage between its steps",
    "lustre",
    {
      StorageType: "HDD",
      StorageCapacity: 6_000,
      LustreConfiguration: { ...persistent1, PerUnitStorageThroughput: 40, DriveCacheType: "NONE" },
    },
  ],
  ["a capacity above the maximum", "windows", { StorageCapacity: 65_537 }],
  ["a capacity above the maximum", "ontap", { StorageCapacity: 196_609 }],
  ["a capacity above the maximum", "openzfs", { StorageCapacity: 524_289 }],
  ["a key for scratch storage", "lustre", { ...scratch, KmsKeyId: "of-our-own" }],
  ["copied tags without backups", "lustre", { LustreConfiguration: { CopyTagsToBackups: true } }],
  [
    "copied tags without backups on a linked file system",
    "lustre",
    lustreWith({ ...persistent1, ImportPath: "s3://bucket", CopyTagsToBackups: true }),
  ],
  ["an import path of PERSISTENT_2", "lustre", lustreWith({ ImportPath: "s3://bucket" })],
  ["a chunk size without import path", "lustre", lustreWith({ ImportedFileChunkSize: 512 })],
  ["an import policy without import path", "lustre", lustreWith({ AutoImportPolicy: "NEW" })],
  ["EFA without metadata", "lustre", lustreWith({ EfaEnabled: true })],
  [
    "metadata of another deployment type",
    "lustre",
    lustreWith({ ...persistent1, MetadataConfiguration: { Mode: "AUTOMATIC" } }),
  ],
  [
    "IOPS of automatic metadata",
    "lustre",
    lustreWith({ MetadataConfiguration: { Mode: "AUTOMATIC", Iops: 1_500 } }),
  ],
  ["a throughput capacity of SSD storage", "lustre", lustreWith({ ThroughputCapacity: 4_000 })],
  [
    "a read cache of SSD storage",
    "lustre",
    lustreWith({ DataReadCacheConfiguration: { SizingMode: "NO_CACHE" } }),
  ],
  [
    "a read cache of SSD storage",
    "openzfs",
    openzfsWith({ ReadCacheConfiguration: { SizingMode: "NO_CACHE" } }),
  ],
  [
    "a destination of no logs",
    "lustre",
    lustreWith({
      LogConfiguration: {
        Level: "DISABLED",
        Destination: "arn:aws:logs:us-east-1:123456789012:log-group:/aws/fsx/x",
      },
    }),
  ],
  [
    "automatic IOPS with a number",
    "ontap",
    ontapWith({ DiskIopsConfiguration: { Mode: "AUTOMATIC", Iops: 4_000 } }),
  ],
  ["a throughput between the values", "ontap", ontapWith({ ThroughputCapacity: 200 })],
  ["no throughput", "ontap", ontapWith({ ThroughputCapacity: undefined })],
  ["an endpoint range of Single-AZ", "ontap", ontapWith({ EndpointIpAddressRange: "198.19.255.0/24" })],
  ["route tables of Single-AZ", "ontap", ontapWith({ RouteTableIds: ["rtb-00000001"] })],
  ["an endpoint range of Single-AZ", "openzfs", openzfsWith({ EndpointIpAddressRange: "10.0.255.0/28" })],
  ["route tables of Single-AZ", "openzfs", openzfsWith({ RouteTableIds: ["rtb-00000001"] })],
  ["no preferred subnet", "ontap", { ...multiAz, ...ontapWith({ DeploymentType: "MULTI_AZ_1" }) }],
  [
    "no preferred subnet",
    "openzfs",
    { ...multiAz, ...openzfsWith({ DeploymentType: "MULTI_AZ_1", ThroughputCapacity: 160 }) },
  ],
  ["no preferred subnet", "windows", { ...multiAz, ...windowsWith({ DeploymentType: "MULTI_AZ_1" }) }],
  [
    "a root squash of the user only",
    "lustre",
    lustreWith({ RootSquashConfiguration: { RootSquash: "1:0" } }),
  ],
  [
    "a root squash above the range",
    "lustre",
    lustreWith({ RootSquashConfiguration: { RootSquash: "4294967295:1" } }),
  ],
  ["a drive cache on SSD storage", "lustre", lustreWith({ DriveCacheType: "READ" })],
  [
    "metadata IOPS above the maximum",
    "lustre",
    lustreWith({ MetadataConfiguration: { Mode: "USER_PROVISIONED", Iops: 204_000 } }),
  ],
  ["no storage capacity", "windows", { StorageCapacity: undefined }],
  ["no storage capacity", "ontap", { StorageCapacity: undefined }],
  ["no storage capacity", "openzfs", { StorageCapacity: undefined }],
  [
    "an endpoint range that is none",
    "ontap",
    { ...multiAz, OntapConfiguration: { ...multiAzOntap, EndpointIpAddressRange: "198.19.300.0/24" } },
  ],
  [
    "an IPv6 endpoint range that is none",
    "ontap",
    { ...multiAz, OntapConfiguration: { ...multiAzOntap, EndpointIpv6AddressRange: "198.19.0.0/24" } },
  ],
  ["a Lustre version", "windows", { FileSystemTypeVersion: "2.15" }],
  ["a Lustre version", "openzfs", { FileSystemTypeVersion: "2.15" }],
  [
    "more IOPS than 50 for each GiB",
    "ontap",
    {
      OntapConfiguration: {
        ...requests.ontap.OntapConfiguration,
        DiskIopsConfiguration: { Mode: "USER_PROVISIONED", Iops: 51_201 },
      },
    },
  ],
];

const iopsOf = (kind: "windows" | "openzfs", Iops: number, more: object = {}) => {
  const block = kind === "windows" ? "WindowsConfiguration" : "OpenZFSConfiguration";
  const DiskIopsConfiguration = { Mode: "USER_PROVISIONED", Iops };
  return { [block]: { ...Reflect.get(requests[kind], block), ...more, DiskIopsConfiguration } };
};
const generation2 = { DeploymentType: "SINGLE_AZ_2", ThroughputCapacity: 160 };
test.each([
  ["windows", "us-east-1", iopsOf("windows", 150_000), iopsOf("windows", 150_001)],
  ["windows", "eu-central-1", iopsOf("windows", 15_000), iopsOf("windows", 15_001)],
  [
    "windows",
    "eu-central-1",
    { ...iopsOf("windows", 80_000), StorageCapacity: 2_000 },
    { ...iopsOf("windows", 80_001), StorageCapacity: 2_000 },
  ],
  ["openzfs", "us-east-1", iopsOf("openzfs", 160_000), iopsOf("openzfs", 160_001)],
  ["openzfs", "us-east-1", iopsOf("openzfs", 400_000, generation2), iopsOf("openzfs", 400_001, generation2)],
] as const)("SSD IOPS of %s in %s have a maximum", async (kind, region, most, more) => {
  const { create } = account({ region });
  await create(kind, most);
  expect((await refusal(create(kind, more))).name).toBe("BadRequest");
});

test.each(refusedRequests)("%s is refused on %s", async (_why, kind, request) => {
  const { create } = account();
  expect((await refusal(create(kind, request))).name).toBe("BadRequest");
});

test("Windows has 4,608 MB/s and more in six Regions", async () => {
  const fast = windowsWith({ ThroughputCapacity: 4_608 });
  await account().create("windows", fast);
  expect((await refusal(account({ region: "eu-central-1" }).create("windows", fast))).name).toBe(
    "BadRequest",
  );
});

test.each([
  ["windows", "us-west-1", windowsWith({ DeploymentType: "MULTI_AZ_1", PreferredSubnetId: subnet })],
  ["windows", "cn-north-1", windowsWith({ DeploymentType: "MULTI_AZ_1", PreferredSubnetId: subnet })],
  ["ontap", "cn-north-1", ontapWith({ DeploymentType: "MULTI_AZ_1", PreferredSubnetId: subnet })],
] as const)("Multi-AZ is not offered on %s in %s", async (kind, region, settings) => {
  const { create } = account({ region });
  expect((await refusal(create(kind, { ...multiAz, ...settings }))).message).toContain("Multi-AZ");
});

test("a route table cannot be added and removed in the same update", async () => {
  const { fsx, available } = account();
  const { FileSystemId } = await available("ontap", {
    ...multiAz,
    OntapConfiguration: { ...multiAzOntap, RouteTableIds: ["rtb-11111111"] },
  });
  const both = { AddRouteTableIds: ["rtb-11111111"], RemoveRouteTableIds: ["rtb-11111111"] };
  expect((await refusal(fsx.updateFileSystem({ FileSystemId, OntapConfiguration: both }))).name).toBe(
    "BadRequest",
  );
});

test("a service account is given by name or by a secret, not by both", async () => {
  const { fsx, available } = account();
  const secret = "arn:aws:secretsmanager:us-east-1:123456789012:secret:join-the-domain-with-it-AbCdEf";
  const named = { UserName: "joiner", Password: "a-password" };
  const own = { DomainName: "ad.example.org", DnsIps: ["10.0.0.2"] };
  const { FileSystemId } = await available("windows", {
    WindowsConfiguration: {
      ThroughputCapacity: 32,
      SelfManagedActiveDirectoryConfiguration: { ...own, ...named },
    },
  });
  const both = { ...named, DomainJoinServiceAccountSecret: secret };
  const update = fsx.updateFileSystem({
    FileSystemId,
    WindowsConfiguration: { SelfManagedActiveDirectoryConfiguration: both },
  });
  expect((await refusal(update)).name).toBe("BadRequest");
  const ontap = await available("ontap");
  const machine = fsx.createStorageVirtualMachine({
    FileSystemId: ontap.FileSystemId,
    Name: "svm1",
    ActiveDirectoryConfiguration: {
      NetBiosName: "SVM1",
      SelfManagedActiveDirectoryConfiguration: { ...own, ...both },
    },
  });
  expect((await refusal(machine)).name).toBe("BadRequest");
});

test("a file system whose creation failed is deleted, without a final backup", async () => {
  const { aws, fsx, available } = account();
  aws.seed({ fsx: { activeDirectories: [{ DomainName: "ad.example.org", UserName: "joiner" }] } });
  const failed = await available("windows", {
    WindowsConfiguration: {
      ThroughputCapacity: 32,
      SelfManagedActiveDirectoryConfiguration: {
        DomainName: "ad.example.org",
        UserName: "stranger",
        Password: "a-password",
        DnsIps: ["10.0.0.2"],
      },
    },
  });
  expect(failed.Lifecycle).toBe("FAILED");
  const { Lifecycle, WindowsResponse } = await fsx.deleteFileSystem({ FileSystemId: failed.FileSystemId });
  expect(Lifecycle).toBe("DELETING");
  expect(WindowsResponse?.FinalBackupId).toBeUndefined();
  await aws.settle();
  expect((await fsx.describeFileSystems({})).FileSystems).toEqual([]);
});

test("a scratch file system is deleted without a LustreConfiguration only", async () => {
  const { fsx, available } = account();
  const { FileSystemId } = await available("lustre", {
    LustreConfiguration: { DeploymentType: "SCRATCH_2" },
  });
  const configured = fsx.deleteFileSystem({ FileSystemId, LustreConfiguration: { SkipFinalBackup: true } });
  expect((await refusal(configured)).name).toBe("BadRequest");
  await fsx.deleteFileSystem({ FileSystemId });
});

test.each(["us-east-9", "cn-north-1"])("a backup cannot be copied from %s", async SourceRegion => {
  const { fsx } = account();
  const copy = new CopyBackupCommand({ SourceBackupId: "backup-0123456789abcdef0", SourceRegion });
  expect((await refusal(fsx.send(copy))).name).toBe("InvalidRegion");
});

test("an export task is refused where changes are exported automatically", async () => {
  const { aws, fsx, available } = account();
  const { FileSystemId } = await available("lustre");
  await fsx.createDataRepositoryAssociation({
    FileSystemId,
    FileSystemPath: "/data",
    DataRepositoryPath: "s3://bucket",
    S3: { AutoExportPolicy: { Events: ["NEW"] } },
  });
  await aws.settle();
  const begin = (Type: "EXPORT_TO_REPOSITORY" | "RELEASE_DATA_FROM_FILESYSTEM", path: string) =>
    fsx.createDataRepositoryTask({ FileSystemId, Type, Paths: [path], Report: { Enabled: false } });
  expect((await refusal(begin("EXPORT_TO_REPOSITORY", "data/reports"))).name).toBe("BadRequest");
  const { DataRepositoryTask } = await begin("RELEASE_DATA_FROM_FILESYSTEM", "/other");
  await aws.settle();
  const { DataRepositoryTasks } = await fsx.describeDataRepositoryTasks({
    TaskIds: [DataRepositoryTask?.TaskId ?? ""],
  });
  expect(DataRepositoryTasks?.[0]?.Lifecycle).toBe("FAILED");
});

test("an OpenZFS volume reserves at most what its parent has reserved", async () => {
  const { aws, fsx, available } = account();
  const { OpenZFSConfiguration } = await available("openzfs");
  const make = async (
    Name: string,
    ParentVolumeId: string | undefined,
    StorageCapacityReservationGiB: number,
  ) => {
    const settings = { ParentVolumeId, StorageCapacityReservationGiB };
    const { Volume } = await fsx.createVolume({
      VolumeType: "OPENZFS",
      Name,
      OpenZFSConfiguration: settings,
    });
    await aws.settle();
    return Volume?.VolumeId;
  };
  const parent = await make("parent", OpenZFSConfiguration?.RootVolumeId, 10);
  expect((await refusal(make("greedy", parent, 11))).name).toBe("BadRequest");
  const VolumeId = await make("modest", parent, 5);
  const update = (StorageCapacityReservationGiB: number) =>
    fsx.updateVolume({ VolumeId, OpenZFSConfiguration: { StorageCapacityReservationGiB } });
  expect((await refusal(update(11))).name).toBe("BadRequest");
  await update(10);
});
