import { EFS } from "@aws-sdk/client-efs";
import { FSx } from "@aws-sdk/client-fsx";
import { type Fixture, type MockAws, mockAws } from "aws-backup-mock";

const subnet = "subnet-12345678";
const subnets = [subnet, "subnet-12345679"];

async function storage(aws: MockAws): Promise<Fixture> {
  const efs = aws.attach(new EFS());
  const fsx = aws.attach(new FSx());
  const { FileSystems: fileSystems = [] } = await efs.describeFileSystems({});
  const mountTargets = await Promise.all(
    fileSystems.map(
      async ({ FileSystemId }) => (await efs.describeMountTargets({ FileSystemId })).MountTargets ?? [],
    ),
  );
  return {
    efs: {
      fileSystems,
      mountTargets: mountTargets.flat(),
      accessPoints: (await efs.describeAccessPoints({})).AccessPoints,
      replicationConfigurations: (await efs.describeReplicationConfigurations({})).Replications,
    },
    fsx: {
      fileSystems: (await fsx.describeFileSystems({})).FileSystems,
      storageVirtualMachines: (await fsx.describeStorageVirtualMachines({})).StorageVirtualMachines,
      volumes: (await fsx.describeVolumes({})).Volumes,
      snapshots: (await fsx.describeSnapshots({})).Snapshots,
      backups: (await fsx.describeBackups({})).Backups,
      dataRepositoryAssociations: (await fsx.describeDataRepositoryAssociations({})).Associations,
      dataRepositoryTasks: (await fsx.describeDataRepositoryTasks({})).DataRepositoryTasks,
      fileCaches: (await fsx.describeFileCaches({})).FileCaches,
      s3AccessPointAttachments: (await fsx.describeS3AccessPointAttachments({})).S3AccessPointAttachments,
    },
  };
}

/** A plain document with every list sorted by id, so that the order does not matter. */
function plain(document: object): Fixture {
  const lists = Object.entries(document).map(([service, kinds]) => {
    const sorted = Object.entries(Object(kinds)).map(([kind, items]) => [
      kind,
      [...(items as object[])].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1)),
    ]);
    return [service, Object.fromEntries(sorted)];
  });
  return JSON.parse(JSON.stringify(Object.fromEntries(lists)));
}

const idOf = (item: object): string =>
  String(Object.entries(item).find(([name]) => /(Id|Arn|Name)$/.test(name))?.[1]);

test("the descriptions of EFS and FSx in one world, seeded into another, are the same there", async () => {
  const aws = mockAws();
  const efs = aws.attach(new EFS());
  const fsx = aws.attach(new FSx());
  const { FileSystem: windows } = await fsx.createFileSystem({
    FileSystemType: "WINDOWS",
    StorageCapacity: 32,
    SubnetIds: subnets,
    Tags: [{ Key: "stage", Value: "prod" }],
    WindowsConfiguration: {
      DeploymentType: "MULTI_AZ_1",
      PreferredSubnetId: subnet,
      ThroughputCapacity: 16,
      SelfManagedActiveDirectoryConfiguration: {
        DomainName: "corp.example.com",
        UserName: "joiner",
        Password: "pw123456",
        DnsIps: ["10.0.0.1"],
      },
      Aliases: ["files.example.com"],
    },
  });
  await fsx.createFileSystem({
    FileSystemType: "LUSTRE",
    StorageCapacity: 1200,
    SubnetIds: [subnet],
    LustreConfiguration: { DeploymentType: "SCRATCH_2", ImportPath: "s3://bucket/in" },
  });
  const { FileSystem: lustre } = await fsx.createFileSystem({
    FileSystemType: "LUSTRE",
    StorageCapacity: 1200,
    SubnetIds: [subnet],
    LustreConfiguration: { DeploymentType: "PERSISTENT_2", PerUnitStorageThroughput: 125 },
  });
  const { FileSystem: ontap } = await fsx.createFileSystem({
    FileSystemType: "ONTAP",
    StorageCapacity: 1024,
    SubnetIds: subnets,
    OntapConfiguration: { DeploymentType: "MULTI_AZ_1", PreferredSubnetId: subnet, ThroughputCapacity: 128 },
  });
  const { FileSystem: zfs } = await fsx.createFileSystem({
    FileSystemType: "OPENZFS",
    StorageCapacity: 64,
    SubnetIds: subnets,
    OpenZFSConfiguration: {
      DeploymentType: "MULTI_AZ_1",
      PreferredSubnetId: subnet,
      ThroughputCapacity: 160,
    },
  });
  await fsx.createFileCache({
    FileCacheType: "LUSTRE",
    FileCacheTypeVersion: "2.12",
    StorageCapacity: 1200,
    SubnetIds: [subnet],
    LustreConfiguration: {
      DeploymentType: "CACHE_1",
      PerUnitStorageThroughput: 1000,
      MetadataConfiguration: { StorageCapacity: 2400 },
    },
    DataRepositoryAssociations: [{ FileCachePath: "/ns1", DataRepositoryPath: "s3://cached-bucket" }],
  });
  await aws.settle();
  const { StorageVirtualMachine: svm } = await fsx.createStorageVirtualMachine({
    FileSystemId: ontap?.FileSystemId,
    Name: "svm1",
  });
  await aws.settle();
  const { Volume: volume } = await fsx.createVolume({
    VolumeType: "ONTAP",
    Name: "vol1",
    OntapConfiguration: {
      StorageVirtualMachineId: svm?.StorageVirtualMachineId,
      SizeInMegabytes: 1024,
      JunctionPath: "/vol1",
      StorageEfficiencyEnabled: true,
    },
  });
  const { Volume: child } = await fsx.createVolume({
    VolumeType: "OPENZFS",
    Name: "v",
    OpenZFSConfiguration: { ParentVolumeId: zfs?.OpenZFSConfiguration?.RootVolumeId },
  });
  await aws.settle();
  await fsx.createSnapshot({ VolumeId: child?.VolumeId, Name: "s" });
  await fsx.createBackup({ FileSystemId: windows?.FileSystemId });
  await fsx.createBackup({ VolumeId: volume?.VolumeId });
  await fsx.createAndAttachS3AccessPoint({
    Name: "ap-1",
    Type: "OPENZFS",
    OpenZFSConfiguration: {
      VolumeId: child?.VolumeId,
      FileSystemIdentity: { Type: "POSIX", PosixUser: { Uid: 1, Gid: 1 } },
    },
  });
  await fsx.createDataRepositoryAssociation({
    FileSystemId: lustre?.FileSystemId,
    FileSystemPath: "/a",
    DataRepositoryPath: "s3://bucket/a",
  });
  const { FileSystemId } = await efs.createFileSystem({
    CreationToken: "1",
    Backup: true,
    Tags: [{ Key: "Name", Value: "home" }],
  });
  await aws.settle();
  await fsx.createDataRepositoryTask({
    FileSystemId: lustre?.FileSystemId,
    Type: "EXPORT_TO_REPOSITORY",
    Report: { Enabled: false },
  });
  await efs.createMountTarget({ FileSystemId, SubnetId: subnet });
  await efs.createAccessPoint({ FileSystemId, Tags: [{ Key: "Name", Value: "app" }] });
  await aws.settle();

  const fixture = plain(await storage(aws));
  for (const [kind, items] of Object.entries({ ...fixture.fsx, ...fixture.efs })) {
    if (kind !== "replicationConfigurations") expect([kind, items.length > 0]).toEqual([kind, true]);
  }
  const other = mockAws({ now: aws.clock.now() });
  other.seed(fixture);
  expect(plain(await storage(other))).toEqual(fixture);
  expect(other.events()).toEqual([]);
});
