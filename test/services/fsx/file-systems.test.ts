import { MissingFileSystemConfiguration } from "@aws-sdk/client-fsx";
import { account, type Kind, otherSubnet, poll, refusal, requests, subnet } from "./account";

const kinds: readonly Kind[] = ["windows", "lustre", "ontap", "openzfs"];

test.each(kinds)("a poll loop sees a new %s file system CREATING, then AVAILABLE", async kind => {
  const { create, describe } = account();
  const made = await create(kind);
  expect(made.Lifecycle).toBe("CREATING");
  expect(made.NetworkInterfaceIds).toBeUndefined();
  expect(await describe(made.FileSystemId)).toEqual(made);
  const seen = await poll(async () => (await describe(made.FileSystemId)).Lifecycle, ["AVAILABLE"]);
  expect(seen.at(-1)).toBe("AVAILABLE");
  expect((await describe(made.FileSystemId)).NetworkInterfaceIds?.[0]).toMatch(/^eni-[0-9a-f]{17}$/);
});

test("a Windows file system has the service defaults", async () => {
  const { available } = account();
  const made = await available("windows", { Tags: [{ Key: "Name", Value: "shares" }] });
  const id = made.FileSystemId;
  expect(id).toMatch(/^fs-[0-9a-f]{17}$/);
  expect(made).toMatchObject({
    OwnerId: "123456789012",
    FileSystemType: "WINDOWS",
    Lifecycle: "AVAILABLE",
    StorageCapacity: 300,
    StorageType: "SSD",
    VpcId: expect.stringMatching(/^vpc-[0-9a-f]{17}$/),
    SubnetIds: [subnet],
    DNSName: `${id}.corp.example.com`,
    KmsKeyId: expect.stringMatching(/^arn:aws:kms:us-east-1:123456789012:key\//),
    ResourceARN: `arn:aws:fsx:us-east-1:123456789012:file-system/${id}`,
    Tags: [{ Key: "Name", Value: "shares" }],
    NetworkType: "IPV4",
    WindowsConfiguration: {
      ActiveDirectoryId: "d-9067141d9e",
      DeploymentType: "SINGLE_AZ_1",
      PreferredSubnetId: subnet,
      PreferredFileServerIp: expect.stringMatching(/^10\.0\./),
      ThroughputCapacity: 32,
      AutomaticBackupRetentionDays: 7,
      DailyAutomaticBackupStartTime: expect.stringMatching(/^\d\d:[03]0$/),
      WeeklyMaintenanceStartTime: expect.stringMatching(/^[1-7]:\d\d:[03]0$/),
      CopyTagsToBackups: false,
      DiskIopsConfiguration: { Mode: "AUTOMATIC", Iops: 900 },
    },
  });
});

test("security groups are accepted and never shown", async () => {
  const { create } = account();
  const made = await create("windows", { SecurityGroupIds: ["sg-0123456789abcdef0"] });
  expect(made).not.toHaveProperty("SecurityGroupIds");
});

test("a self-managed Active Directory is shown without its password", async () => {
  const { create } = account();
  const { DNSName, FileSystemId, WindowsConfiguration } = await create("windows", {
    WindowsConfiguration: {
      ThroughputCapacity: 8,
      SelfManagedActiveDirectoryConfiguration: {
        DomainName: "ad.example.org",
        UserName: "joiner",
        Password: "secret",
        DnsIps: ["10.0.0.2"],
      },
    },
  });
  expect(DNSName).toBe(`${FileSystemId}.ad.example.org`);
  expect(WindowsConfiguration?.SelfManagedActiveDirectoryConfiguration).toEqual({
    DomainName: "ad.example.org",
    UserName: "joiner",
    DnsIps: ["10.0.0.2"],
  });
});

test("a scratch Lustre file system has the mount name fsx, no logging and no KMS key", async () => {
  const { create } = account();
  const made = await create("lustre", { LustreConfiguration: undefined });
  expect(made).toMatchObject({
    DNSName: `${made.FileSystemId}.fsx.us-east-1.amazonaws.com`,
    FileSystemTypeVersion: "2.10",
    LustreConfiguration: {
      DeploymentType: "SCRATCH_1",
      MountName: "fsx",
      DataCompressionType: "NONE",
      LogConfiguration: { Level: "DISABLED" },
      RootSquashConfiguration: { RootSquash: "0:0", NoSquashNids: [] },
    },
  });
  expect(made.KmsKeyId).toBeUndefined();
});

test("a persistent Lustre file system has its own mount name and log stream", async () => {
  const { create } = account();
  const made = await create("lustre");
  expect(made).toMatchObject({
    FileSystemTypeVersion: "2.15",
    KmsKeyId: expect.stringContaining(":key/"),
    LustreConfiguration: {
      MountName: expect.stringMatching(/^[a-z2-7]{8}$/),
      AutomaticBackupRetentionDays: 0,
      LogConfiguration: {
        Level: "WARN_ERROR",
        Destination: `arn:aws:logs:us-east-1:123456789012:log-group:/aws/fsx/lustre:log-stream:datarepo_${made.FileSystemId}`,
      },
    },
  });
});

test("a Lustre file system linked to a bucket exports to a path named after its creation", async () => {
  const { create, available } = account();
  const LustreConfiguration = { DeploymentType: "SCRATCH_2", ImportPath: "s3://input-data/2026" } as const;
  const made = await create("lustre", { LustreConfiguration });
  expect(made.LustreConfiguration?.DataRepositoryConfiguration).toEqual({
    Lifecycle: "CREATING",
    ImportPath: "s3://input-data/2026",
    ExportPath: "s3://input-data/FSxLustre20260101T000000Z",
    ImportedFileChunkSize: 1_024,
    AutoImportPolicy: "NONE",
  });
  const ready = await available("lustre", { LustreConfiguration });
  expect(ready.LustreConfiguration?.DataRepositoryConfiguration?.Lifecycle).toBe("AVAILABLE");
});

test("a Multi-AZ ONTAP file system has DNS names immediately and addresses when it is available", async () => {
  const { create, aws, describe } = account();
  const made = await create("ontap", {
    SubnetIds: [subnet, otherSubnet],
    OntapConfiguration: {
      DeploymentType: "MULTI_AZ_1",
      ThroughputCapacityPerHAPair: 256,
      PreferredSubnetId: otherSubnet,
      AutomaticBackupRetentionDays: 0,
    },
  });
  const name = `${made.FileSystemId}.fsx.us-east-1.amazonaws.com`;
  expect(made.DNSName).toBeUndefined();
  expect(made.OntapConfiguration).toMatchObject({
    EndpointIpAddressRange: "198.19.255.0/24",
    Endpoints: {
      Intercluster: { DNSName: `intercluster.${name}` },
      Management: { DNSName: `management.${name}` },
    },
    HAPairs: 1,
    ThroughputCapacity: 256,
    ThroughputCapacityPerHAPair: 256,
    DiskIopsConfiguration: { Mode: "AUTOMATIC", Iops: 3_072 },
  });
  expect(made.OntapConfiguration).not.toHaveProperty("AutomaticBackupRetentionDays");
  expect(made.OntapConfiguration).not.toHaveProperty("DailyAutomaticBackupStartTime");
  await aws.settle();
  const { OntapConfiguration } = await describe(made.FileSystemId);
  expect(OntapConfiguration?.Endpoints?.Management?.IpAddresses).toHaveLength(1);
  expect(OntapConfiguration?.Endpoints?.Intercluster?.IpAddresses).toHaveLength(2);
});

test("an OpenZFS file system has a root volume", async () => {
  const { create } = account();
  const { OpenZFSConfiguration } = await create("openzfs");
  expect(OpenZFSConfiguration).toMatchObject({
    RootVolumeId: expect.stringMatching(/^fsvol-[0-9a-f]{17}$/),
    DiskIopsConfiguration: { Mode: "AUTOMATIC", Iops: 192 },
    CopyTagsToVolumes: false,
  });
});

describe("the service refuses", () => {
  test.each(kinds.filter(kind => kind !== "lustre"))(
    "a %s file system without its configuration block",
    async kind => {
      const { fsx } = account();
      const { FileSystemType, StorageCapacity, SubnetIds } = requests[kind];
      await expect(fsx.createFileSystem({ FileSystemType, StorageCapacity, SubnetIds })).rejects.toThrow(
        MissingFileSystemConfiguration,
      );
    },
  );

  test("the configuration block of another type", async () => {
    const { create } = account();
    const call = create("openzfs", { WindowsConfiguration: { ThroughputCapacity: 8 } });
    expect(await refusal(call)).toMatchObject({
      name: "BadRequest",
      message: "WindowsConfiguration cannot be applied to create a OPENZFS file system.",
    });
  });

  test("an invalid Lustre capacity, with AWS's message", async () => {
    const { create } = account();
    expect(await refusal(create("lustre", { StorageCapacity: 3_600 }))).toMatchObject({
      name: "BadRequest",
      message: "Invalid Lustre FS storage capacity: 3600. Must be 1200 or a multiple of 2400. ",
    });
  });

  test("a Lustre throughput of another deployment type, with AWS's message", async () => {
    const { create } = account();
    const call = create("lustre", {
      LustreConfiguration: { DeploymentType: "PERSISTENT_1", PerUnitStorageThroughput: 125 },
    });
    expect((await refusal(call)).message).toBe(
      "The storage throughput (MB/s/TiB) value should be one of [50,100,200].",
    );
  });

  test("a persistent Lustre file system without a throughput", async () => {
    const { create } = account();
    const call = create("lustre", { LustreConfiguration: { DeploymentType: "PERSISTENT_1" } });
    expect((await refusal(call)).name).toBe("InvalidPerUnitStorageThroughput");
  });

  test("invalid import and export paths", async () => {
    const { create } = account();
    const linked = (ImportPath: string, ExportPath?: string) =>
      create("lustre", { LustreConfiguration: { ImportPath, ...(ExportPath && { ExportPath }) } });
    expect((await refusal(linked("/data"))).name).toBe("InvalidImportPath");
    expect((await refusal(linked("s3://one-bucket", "s3://other-bucket"))).name).toBe("InvalidExportPath");
  });

  test("a preferred subnet that is not one of the subnets, naming it", async () => {
    const { create } = account();
    const call = create("windows", {
      SubnetIds: [subnet, otherSubnet],
      WindowsConfiguration: {
        ActiveDirectoryId: "d-9067141d9e",
        ThroughputCapacity: 32,
        DeploymentType: "MULTI_AZ_1",
        PreferredSubnetId: "subnet-0000000000000000a",
      },
    });
    expect(await refusal(call)).toMatchObject({
      name: "InvalidNetworkSettings",
      InvalidSubnetId: "subnet-0000000000000000a",
    });
  });

  test("more file systems than the quota", async () => {
    const { create } = account({ quotas: { fsxFileSystems: 1 } });
    await create("lustre");
    expect(await refusal(create("lustre"))).toMatchObject({
      name: "ServiceLimitExceeded",
      Limit: "FILE_SYSTEM_COUNT",
    });
  });

  test("input that violates the model", async () => {
    const { fsx } = account();
    expect(await refusal(fsx.describeFileSystems({ FileSystemIds: ["fs-1"] }))).toMatchObject({
      name: "BadRequest",
      message: expect.stringMatching(/^\d validation errors? detected: /),
    });
  });

  const broken: readonly [why: string, kind: Kind, change: object][] = [
    ["a Windows capacity below the minimum", "windows", { StorageCapacity: 31 }],
    ["HDD on SINGLE_AZ_1", "windows", { StorageType: "HDD", StorageCapacity: 2_000 }],
    ["an invalid throughput", "windows", windowsWith({ ThroughputCapacity: 33 })],
    ["no Active Directory", "windows", { WindowsConfiguration: { ThroughputCapacity: 8 } }],
    ["two subnets for one zone", "windows", { SubnetIds: [subnet, otherSubnet] }],
    ["one subnet for two zones", "windows", windowsWith({ DeploymentType: "MULTI_AZ_1" })],
    ["Lustre 2.10 on PERSISTENT_2", "lustre", { FileSystemTypeVersion: "2.10" }],
    ["Lustre HDD without a drive cache", "lustre", lustreHdd({ PerUnitStorageThroughput: 12 }, 6_000)],
    [
      "backups of scratch file systems",
      "lustre",
      { LustreConfiguration: { DeploymentType: "SCRATCH_2", AutomaticBackupRetentionDays: 1 } },
    ],
    ["an ONTAP capacity below the minimum", "ontap", { StorageCapacity: 1_023 }],
    ["several pairs on SINGLE_AZ_1", "ontap", ontapWith({ HAPairs: 2, ThroughputCapacity: 256 })],
    [
      "an ONTAP throughput that does not match",
      "ontap",
      ontapWith({ ThroughputCapacity: 256, ThroughputCapacityPerHAPair: 128 }),
    ],
    ["an OpenZFS throughput of another deployment type", "openzfs", openzfsWith({ ThroughputCapacity: 160 })],
    ["an OpenZFS capacity below the minimum", "openzfs", { StorageCapacity: 63 }],
    [
      "fewer IOPS than 3 per GiB",
      "openzfs",
      openzfsWith({ DiskIopsConfiguration: { Mode: "USER_PROVISIONED", Iops: 100 } }),
    ],
  ];
  test.each(broken)("%s", async (_why, kind, change) => {
    const { aws, create } = account();
    const before = aws.state;
    expect((await refusal(create(kind, change))).name).toBe("BadRequest");
    expect(aws.state).toBe(before);
  });
});

function windowsWith(change: object) {
  return { WindowsConfiguration: { ...requests.windows.WindowsConfiguration, ...change } };
}

function ontapWith(change: object) {
  return { OntapConfiguration: { DeploymentType: "SINGLE_AZ_1", ...change } };
}

function openzfsWith(change: object) {
  return { OpenZFSConfiguration: { ...requests.openzfs.OpenZFSConfiguration, ...change } };
}

function lustreHdd(change: object, StorageCapacity: number) {
  return {
    StorageCapacity,
    StorageType: "HDD",
    LustreConfiguration: { DeploymentType: "PERSISTENT_1", ...change },
  };
}

test.each([
  ["us-east-1", "amazonaws.com"],
  ["cn-north-1", "amazonaws.com.cn"],
])("the DNS names in %s end in %s", async (region, domain) => {
  const { create } = account({ region });
  const { DNSName, FileSystemId } = await create("lustre");
  expect(DNSName).toBe(`${FileSystemId}.fsx.${region}.${domain}`);
});
