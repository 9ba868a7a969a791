import type { VolumeFilter } from "@aws-sdk/client-fsx";
import { account, otherSubnet, poll, refusal, subnet } from "./account";
import { withMachine } from "./ontap-machine";

const unknownMachine = "svm-0123456789abcdef0";

test("deleting ONTAP resources is refused in the wrong order and succeeds in the right one", async () => {
  const { aws, fsx, FileSystemId, StorageVirtualMachineId, createVolume, rootVolume } = await withMachine();
  const { VolumeId } = await createVolume("vol1");
  await aws.settle();
  expect(await refusal(fsx.deleteFileSystem({ FileSystemId }))).toMatchObject({
    name: "BadRequest",
    message: `Cannot delete file system while it has storage virtual machines: ${StorageVirtualMachineId}`,
  });
  const deleteMachine = () => fsx.deleteStorageVirtualMachine({ StorageVirtualMachineId });
  expect((await refusal(deleteMachine())).message).toContain(VolumeId);
  const { VolumeId: rootId } = await rootVolume();
  const skip = { SkipFinalBackup: true };
  expect((await refusal(fsx.deleteVolume({ VolumeId: rootId, OntapConfiguration: skip }))).name).toBe(
    "BadRequest",
  );

  const { OntapResponse, Lifecycle } = await fsx.deleteVolume({ VolumeId });
  expect(Lifecycle).toBe("DELETING");
  await aws.settle();
  expect(await deleteMachine()).toMatchObject({ StorageVirtualMachineId, Lifecycle: "DELETING" });
  expect(await refusal(fsx.deleteVolume({ VolumeId: rootId }))).toMatchObject({
    name: "BadRequest",
    message: "Cannot create backup because this volume's storage virtual machine is deleting.",
  });
  expect((await refusal(fsx.deleteFileSystem({ FileSystemId }))).name).toBe("BadRequest");
  await aws.settle();
  expect(await refusal(fsx.deleteVolume({ VolumeId: rootId }))).toMatchObject({
    name: "VolumeNotFound",
    message: rootId,
  });
  await fsx.deleteFileSystem({ FileSystemId });
  await aws.settle();
  expect((await fsx.describeFileSystems({})).FileSystems).toEqual([]);
  expect((await fsx.describeBackups({})).Backups).toMatchObject([
    { BackupId: OntapResponse?.FinalBackupId, ResourceType: "VOLUME", Type: "USER_INITIATED" },
  ]);
});

describe("a storage virtual machine", () => {
  test("is CREATING, then CREATED, with its endpoints and its root volume", async () => {
    const { fsx, available } = account();
    const { FileSystemId } = await available("ontap");
    const { StorageVirtualMachine: made } = await fsx.createStorageVirtualMachine({
      FileSystemId,
      Name: "svm-1",
      Tags: [{ Key: "team", Value: "sales" }],
    });
    const id = made?.StorageVirtualMachineId;
    expect(made).toMatchObject({
      FileSystemId,
      Lifecycle: "CREATING",
      Name: "svm-1",
      ResourceARN: `arn:aws:fsx:us-east-1:123456789012:storage-virtual-machine/${FileSystemId}/${id}`,
      Subtype: "DEFAULT",
      Tags: [{ Key: "team", Value: "sales" }],
    });
    const describe = async () =>
      (await fsx.describeStorageVirtualMachines({ StorageVirtualMachineIds: [id ?? ""] }))
        .StorageVirtualMachines?.[0];
    expect(await describe()).toEqual(made);
    await poll(async () => (await describe())?.Lifecycle, ["CREATED"]);
    const ready = await describe();
    expect(ready?.UUID).toMatch(/^[0-9a-f-]{36}$/);
    expect(ready?.Endpoints?.Iscsi?.IpAddresses).toHaveLength(2);
    expect(ready?.Endpoints?.Management).toEqual(ready?.Endpoints?.Nfs);
    const filter: VolumeFilter = { Name: "storage-virtual-machine-id", Values: [id ?? ""] };
    expect((await fsx.describeVolumes({ Filters: [filter] })).Volumes).toMatchObject([
      {
        Name: "svm_1_root",
        Lifecycle: "CREATED",
        VolumeType: "ONTAP",
        OntapConfiguration: {
          JunctionPath: "/",
          SizeInMegabytes: 1_024,
          SizeInBytes: 1_073_741_824,
          StorageVirtualMachineRoot: true,
          TieringPolicy: { Name: "NONE" },
          VolumeStyle: "FLEXVOL",
          AggregateConfiguration: { Aggregates: ["aggr1"] },
          SnapshotPolicy: "default",
        },
      },
    ]);
  });

  test("joins a directory whose password is never shown", async () => {
    const { aws, fsx, StorageVirtualMachineId, describeMachine } = await withMachine();
    const { StorageVirtualMachine } = await fsx.updateStorageVirtualMachine({
      StorageVirtualMachineId,
      ActiveDirectoryConfiguration: {
        NetBiosName: "SALES",
        SelfManagedActiveDirectoryConfiguration: {
          DomainName: "ad.example.org",
          UserName: "joiner",
          Password: "hush-hush",
          DnsIps: ["10.0.0.2"],
        },
      },
    });
    expect(StorageVirtualMachine?.Endpoints?.Smb?.DNSName).toBe("SALES.ad.example.org");
    expect(await describeMachine()).toEqual(StorageVirtualMachine);
    expect(JSON.stringify(aws.state)).not.toContain("hush-hush");
  });

  test("is refused on other types, with a name in use, beyond the quota, and on unknown file systems", async () => {
    const { fsx, available, FileSystemId } = await withMachine(
      account({ quotas: { fsxStorageVirtualMachines: 1 } }),
    );
    const create = (id: string | undefined, Name: string) =>
      refusal(fsx.createStorageVirtualMachine({ FileSystemId: id, Name }));
    expect((await create((await available("openzfs")).FileSystemId, "svm2")).name).toBe(
      "UnsupportedOperation",
    );
    expect((await create(FileSystemId, "svm-1")).name).toBe("BadRequest");
    expect(await create(FileSystemId, "svm2")).toMatchObject({
      name: "ServiceLimitExceeded",
      Limit: "STORAGE_VIRTUAL_MACHINES_PER_FILE_SYSTEM",
    });
    expect((await create("fs-0123456789abcdef0", "svm2")).name).toBe("FileSystemNotFound");
    const id = { StorageVirtualMachineId: unknownMachine };
    const name = "StorageVirtualMachineNotFound";
    expect((await refusal(fsx.updateStorageVirtualMachine(id))).name).toBe(name);
    expect((await refusal(fsx.deleteStorageVirtualMachine(id))).name).toBe(name);
    const described = fsx.describeStorageVirtualMachines({ StorageVirtualMachineIds: [unknownMachine] });
    expect((await refusal(described)).name).toBe(name);
  });

  test("is listed by its file system, page by page", async () => {
    const { fsx, available, FileSystemId, StorageVirtualMachineId } = await withMachine();
    const { FileSystemId: other } = await available("ontap");
    await fsx.createStorageVirtualMachine({ FileSystemId: other, Name: "svm-1" });
    const { StorageVirtualMachines } = await fsx.describeStorageVirtualMachines({
      Filters: [{ Name: "file-system-id", Values: [FileSystemId ?? ""] }],
    });
    expect(StorageVirtualMachines?.map(machine => machine.StorageVirtualMachineId)).toEqual([
      StorageVirtualMachineId,
    ]);
    const first = await fsx.describeStorageVirtualMachines({ MaxResults: 1 });
    const second = await fsx.describeStorageVirtualMachines({ NextToken: first.NextToken });
    expect(second.StorageVirtualMachines?.map(machine => machine.FileSystemId)).toEqual([other]);
  });

  test("with the same token is created once", async () => {
    const { fsx, FileSystemId } = await withMachine();
    const input = { FileSystemId, Name: "two", ClientRequestToken: "t" };
    const { StorageVirtualMachine: first } = await fsx.createStorageVirtualMachine(input);
    const { StorageVirtualMachine: again } = await fsx.createStorageVirtualMachine(input);
    expect(again).toEqual(first);
    expect(await refusal(fsx.createStorageVirtualMachine({ ...input, Name: "three" }))).toMatchObject({
      Parameter: "Name",
    });
  });
});

test.each([
  ["IPV4", { ThroughputCapacity: 512 }, 14],
  ["DUAL", { ThroughputCapacity: 512 }, 11],
  ["IPV4", { DeploymentType: "SINGLE_AZ_2", ThroughputCapacity: 768 }, 6],
  ["IPV4", { DeploymentType: "SINGLE_AZ_2", ThroughputCapacityPerHAPair: 1_536, HAPairs: 2 }, 11],
] as const)(
  "an ONTAP file system with %s and %j has %i storage virtual machines",
  async (NetworkType, settings, most) => {
    const { fsx, available } = account();
    const { FileSystemId } = await available("ontap", {
      NetworkType,
      StorageCapacity: 2_048,
      OntapConfiguration: { DeploymentType: "SINGLE_AZ_1", ...settings },
    });
    const create = (index: number) => fsx.createStorageVirtualMachine({ FileSystemId, Name: `svm-${index}` });
    for (let index = 0; index < most; index++) await create(index);
    expect((await refusal(create(most))).name).toBe("ServiceLimitExceeded");
  },
);

test("a storage virtual machine cannot have the NetBIOS name of its domain", async () => {
  const { aws, fsx, available } = account();
  const { FileSystemId } = await available("ontap");
  await fsx.createStorageVirtualMachine({
    FileSystemId,
    Name: "svm1",
    ActiveDirectoryConfiguration: {
      NetBiosName: "corp",
      SelfManagedActiveDirectoryConfiguration: {
        DomainName: "corp.example.com",
        UserName: "joiner",
        Password: "a-password",
        DnsIps: ["10.0.0.2"],
      },
    },
  });
  await aws.settle();
  const { StorageVirtualMachines } = await fsx.describeStorageVirtualMachines({});
  expect(StorageVirtualMachines?.[0]?.Lifecycle).toBe("MISCONFIGURED");
  expect(StorageVirtualMachines?.[0]?.LifecycleTransitionReason?.Message).toContain(
    "NetBIOS name of the home domain",
  );
});

test("the endpoints of a Multi-AZ file system and of its machines are in its address range", async () => {
  const { aws, fsx, available } = account();
  const { FileSystemId, OntapConfiguration } = await available("ontap", {
    SubnetIds: [subnet, otherSubnet],
    OntapConfiguration: {
      DeploymentType: "MULTI_AZ_1",
      ThroughputCapacity: 128,
      PreferredSubnetId: subnet,
      EndpointIpAddressRange: "172.16.40.64/26",
      EndpointIpv6AddressRange: "fd00::/118",
    },
  });
  const isInRange = (address = "") =>
    address.startsWith("172.16.40.") &&
    Number(address.split(".")[3]) >= 64 &&
    Number(address.split(".")[3]) < 128;
  const { Management } = OntapConfiguration?.Endpoints ?? {};
  expect(isInRange(Management?.IpAddresses?.[0])).toBe(true);
  expect(Management?.Ipv6Addresses?.[0]).toMatch(/^fd00::[0-9a-f]{1,3}$/);
  await fsx.createStorageVirtualMachine({ FileSystemId, Name: "svm1" });
  await aws.settle();
  const { StorageVirtualMachines } = await fsx.describeStorageVirtualMachines({});
  expect(isInRange(StorageVirtualMachines?.[0]?.Endpoints?.Nfs?.IpAddresses?.[0])).toBe(true);
});
