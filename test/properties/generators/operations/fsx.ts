import { requests } from "../../../services/fsx/account";
import type { AnyInput, Context, InputGenerator } from "../context";
import type { RecordLookup } from "../records";
import { member, regions, subnets } from "./common";

const fileSystemRequest = (context: Context) => context.random.pick(Object.values(requests));

const requestToken = ({ random }: Context): string | undefined =>
  random.chance(20) ? random.reusedName("token") : undefined;

const virtualMachineId = (records: RecordLookup): unknown =>
  member(records.one("fsx", "storageVirtualMachines"), "StorageVirtualMachineId");

/** A machine that can be deleted: it was created, and has no volumes but its root. */
function emptyMachineId(records: RecordLookup): unknown {
  const machine = records.oneWhere("fsx", "storageVirtualMachines", get => {
    const id = get("StorageVirtualMachineId");
    const hasVolumes = records.oneWhere("fsx", "volumes", (_text, volume) => {
      const settings = member(volume, "OntapConfiguration");
      return (
        member(Object(settings), "StorageVirtualMachineId") === id &&
        member(Object(settings), "StorageVirtualMachineRoot") !== true
      );
    });
    return get("Lifecycle") === "CREATED" && !hasVolumes;
  });
  return member(machine, "StorageVirtualMachineId");
}

const volumeOfType = (records: RecordLookup, type: string): object | undefined =>
  records.oneWhere("fsx", "volumes", get => get("VolumeType") === type);

const fileSystemOfType = (records: RecordLookup, ...types: readonly string[]): object | undefined =>
  records.oneWhere("fsx", "fileSystems", get => types.includes(get("FileSystemType")));

const associationOfFileSystem = (records: RecordLookup): object | undefined =>
  records.oneWhere("fsx", "associations", get => get("FileSystemId") !== "undefined");

const updates: Readonly<Record<string, InputGenerator>> = {
  WINDOWS: ({ random }) => ({
    WindowsConfiguration: random.pick([
      { ThroughputCapacity: random.pick([32, 64, 128]) },
      { AutomaticBackupRetentionDays: random.below(9) },
    ]),
  }),
  LUSTRE: ({ random }) =>
    random.pick<AnyInput>([
      { StorageCapacity: random.pick([2_400, 4_800]) },
      { LustreConfiguration: { AutomaticBackupRetentionDays: random.below(9) } },
      { LustreConfiguration: { DataCompressionType: random.pick(["NONE", "LZ4"]) } },
    ]),
  ONTAP: ({ random }) =>
    random.pick<AnyInput>([
      { StorageCapacity: random.pick([2_048, 4_096]) },
      { OntapConfiguration: { AutomaticBackupRetentionDays: random.below(9) } },
    ]),
  OPENZFS: ({ random }) =>
    random.pick<AnyInput>([
      { StorageCapacity: random.pick([128, 256]) },
      { OpenZFSConfiguration: { AutomaticBackupRetentionDays: random.below(9) } },
      { OpenZFSConfiguration: { ThroughputCapacity: random.pick([64, 128]) } },
    ]),
};

const taggable: InputGenerator = ({ random }, records) => ({
  ResourceARN: member(
    records.one(
      "fsx",
      random.pick(["fileSystems", "backups", "volumes", "snapshots", "storageVirtualMachines"]),
    ),
    "ResourceARN",
  ),
});

/** Inputs of Amazon FSx's operations. */
export const fsxInputs: Readonly<Record<string, InputGenerator>> = {
  "fsx.CreateFileSystem": context => ({
    StorageType: undefined,
    KmsKeyId: undefined,
    FileSystemTypeVersion: undefined,
    NetworkType: undefined,
    SecurityGroupIds: undefined,
    WindowsConfiguration: undefined,
    LustreConfiguration: undefined,
    OntapConfiguration: undefined,
    OpenZFSConfiguration: undefined,
    ...structuredClone(fileSystemRequest(context)),
    ClientRequestToken: requestToken(context),
  }),
  "fsx.UpdateFileSystem": (context, records, input) => {
    const fileSystem = records.one("fsx", "fileSystems");
    return {
      StorageCapacity: undefined,
      StorageType: undefined,
      FileSystemTypeVersion: undefined,
      NetworkType: undefined,
      WindowsConfiguration: undefined,
      LustreConfiguration: undefined,
      OntapConfiguration: undefined,
      OpenZFSConfiguration: undefined,
      FileSystemId: member(fileSystem, "FileSystemId"),
      ...updates[String(member(fileSystem, "FileSystemType"))]?.(context, records, input),
    };
  },
  "fsx.StartMisconfiguredStateRecovery": (_, records) => ({
    FileSystemId: member(
      records.oneWhere("fsx", "fileSystems", get => get("Lifecycle").startsWith("MISCONFIGURED")),
      "FileSystemId",
    ),
  }),
  "fsx.DeleteFileSystem": ({ random }, records) => ({
    FileSystemId: member(
      random.chance(50)
        ? records.one("fsx", "fileSystems")
        : records.oneUnreferenced("fsx", "fileSystems", "FileSystemId", { volumes: "FileSystemId" }),
      "FileSystemId",
    ),
    WindowsConfiguration: undefined,
    LustreConfiguration: undefined,
    OpenZFSConfiguration: undefined,
  }),
  "fsx.CreateBackup": (context, records) => ({
    ClientRequestToken: requestToken(context),
    ...(context.random.chance(25)
      ? { FileSystemId: undefined, VolumeId: member(volumeOfType(records, "ONTAP"), "VolumeId") }
      : {
          VolumeId: undefined,
          FileSystemId: member(fileSystemOfType(records, "WINDOWS", "LUSTRE", "OPENZFS"), "FileSystemId"),
        }),
  }),
  "fsx.CopyBackup": context => ({
    ClientRequestToken: requestToken(context),
    SourceRegion: context.random.chance(50) ? undefined : context.random.pick(regions),
    KmsKeyId: undefined,
  }),
  "fsx.CreateFileSystemFromBackup": (context, records) => {
    const backup = records.one("fsx", "backups");
    const type = String(member(Object(member(backup, "FileSystem")), "FileSystemType"));
    return {
      BackupId: member(backup, "BackupId"),
      SubnetIds: [subnets[0]],
      ClientRequestToken: requestToken(context),
      SecurityGroupIds: undefined,
      StorageType: undefined,
      StorageCapacity: undefined,
      KmsKeyId: undefined,
      FileSystemTypeVersion: undefined,
      NetworkType: undefined,
      LustreConfiguration: undefined,
      WindowsConfiguration:
        type === "WINDOWS" ? structuredClone(requests.windows.WindowsConfiguration) : undefined,
      OpenZFSConfiguration:
        type === "OPENZFS" ? structuredClone(requests.openzfs.OpenZFSConfiguration) : undefined,
    };
  },
  "fsx.CreateStorageVirtualMachine": ({ random }, records) => ({
    FileSystemId: member(fileSystemOfType(records, "ONTAP"), "FileSystemId"),
    Name: random.reusedName("svm"),
    ActiveDirectoryConfiguration: undefined,
    RootVolumeSecurityStyle: undefined,
  }),
  "fsx.DeleteStorageVirtualMachine": ({ random }, records) => ({
    StorageVirtualMachineId: random.chance(30) ? virtualMachineId(records) : emptyMachineId(records),
  }),
  "fsx.UpdateStorageVirtualMachine": () => ({
    SvmAdminPassword: "Pa55word!",
    ActiveDirectoryConfiguration: undefined,
  }),
  "fsx.CreateVolume": ({ random }, records) =>
    random.chance(50)
      ? {
          VolumeType: "ONTAP",
          Name: random.reusedName("volume"),
          OpenZFSConfiguration: undefined,
          OntapConfiguration: {
            StorageVirtualMachineId: virtualMachineId(records),
            JunctionPath: random.reusedName("/volume"),
            SizeInMegabytes: 1_024,
            StorageEfficiencyEnabled: true,
          },
        }
      : {
          VolumeType: "OPENZFS",
          Name: random.reusedName("volume"),
          OntapConfiguration: undefined,
          OpenZFSConfiguration: { ParentVolumeId: member(volumeOfType(records, "OPENZFS"), "VolumeId") },
        },
  "fsx.CreateVolumeFromBackup": ({ random }, records) => ({
    BackupId: member(
      records.oneWhere("fsx", "backups", get => get("ResourceType") === "VOLUME") ??
        records.one("fsx", "backups"),
      "BackupId",
    ),
    Name: random.reusedName("volume"),
    OntapConfiguration: {
      StorageVirtualMachineId: virtualMachineId(records),
      JunctionPath: random.reusedName("/volume"),
      SizeInMegabytes: 1_024,
      StorageEfficiencyEnabled: true,
    },
  }),
  "fsx.UpdateVolume": ({ random }, records) => {
    const volume = records.one("fsx", "volumes");
    const isOntap = member(volume, "VolumeType") === "ONTAP";
    return {
      VolumeId: member(volume, "VolumeId"),
      Name: undefined,
      OntapConfiguration: isOntap ? { SizeInMegabytes: random.pick([2_048, 4_096]) } : undefined,
      OpenZFSConfiguration: isOntap ? undefined : { DataCompressionType: random.pick(["NONE", "LZ4"]) },
    };
  },
  "fsx.DeleteVolume": ({ random }, records) => ({
    VolumeId: member(
      random.chance(30)
        ? records.one("fsx", "volumes")
        : // Root volumes have other names, and cannot be deleted.
          records.oneWhere("fsx", "volumes", get => get("Name").startsWith("volume")),
      "VolumeId",
    ),
    OntapConfiguration: undefined,
    OpenZFSConfiguration: undefined,
  }),
  "fsx.ReleaseFileSystemNfsV3Locks": (_, records) => ({
    FileSystemId: member(fileSystemOfType(records, "OPENZFS"), "FileSystemId"),
  }),
  "fsx.CreateSnapshot": ({ random }, records) => ({
    Name: random.reusedName("snapshot"),
    VolumeId: member(volumeOfType(records, "OPENZFS"), "VolumeId"),
  }),
  "fsx.UpdateSnapshot": ({ random }) => ({ Name: random.reusedName("snapshot") }),
  "fsx.RestoreVolumeFromSnapshot": (_, records) => {
    const snapshot = records.one("fsx", "snapshots");
    return {
      VolumeId: member(snapshot, "VolumeId"),
      SnapshotId: member(snapshot, "SnapshotId"),
      Options: undefined,
    };
  },
  "fsx.CopySnapshotAndUpdateVolume": (_, records) => ({
    VolumeId: member(volumeOfType(records, "OPENZFS"), "VolumeId"),
    SourceSnapshotARN: member(records.one("fsx", "snapshots"), "ResourceARN"),
    CopyStrategy: undefined,
    Options: undefined,
  }),
  "fsx.CreateDataRepositoryAssociation": ({ random }, records) => ({
    FileSystemId: member(fileSystemOfType(records, "LUSTRE"), "FileSystemId"),
    FileSystemPath: random.reusedName("/runs"),
    DataRepositoryPath: `s3://genomes/${random.reusedName("runs")}/`,
    S3: undefined,
    ImportedFileChunkSize: undefined,
  }),
  "fsx.UpdateDataRepositoryAssociation": (_, records) => ({
    AssociationId: member(associationOfFileSystem(records), "AssociationId"),
  }),
  "fsx.DeleteDataRepositoryAssociation": ({ random }, records) => ({
    AssociationId: member(
      random.chance(30) ? records.one("fsx", "associations") : associationOfFileSystem(records),
      "AssociationId",
    ),
  }),
  "fsx.CreateDataRepositoryTask": (_, records) => ({
    FileSystemId: member(
      associationOfFileSystem(records) ?? fileSystemOfType(records, "LUSTRE"),
      "FileSystemId",
    ),
    Type: "EXPORT_TO_REPOSITORY",
    Report: { Enabled: false },
    Paths: undefined,
    CapacityToRelease: undefined,
    ReleaseConfiguration: undefined,
  }),
  "fsx.CancelDataRepositoryTask": (_, records) => ({
    TaskId: member(
      records.oneWhere("fsx", "tasks", get => /PENDING|EXECUTING/.test(get("Lifecycle"))) ??
        records.one("fsx", "tasks"),
      "TaskId",
    ),
  }),
  "fsx.CreateFileCache": context => ({
    FileCacheType: "LUSTRE",
    FileCacheTypeVersion: "2.12",
    StorageCapacity: 1_200,
    SubnetIds: [subnets[0]],
    SecurityGroupIds: undefined,
    KmsKeyId: undefined,
    ClientRequestToken: requestToken(context),
    LustreConfiguration: {
      PerUnitStorageThroughput: 1_000,
      DeploymentType: "CACHE_1",
      MetadataConfiguration: { StorageCapacity: 2_400 },
    },
    DataRepositoryAssociations: [{ FileCachePath: "/ns1", DataRepositoryPath: "s3://genomes/cache/" }],
  }),
  "fsx.UpdateFileCache": () => ({ LustreConfiguration: { WeeklyMaintenanceStartTime: "1:05:00" } }),
  "fsx.CreateAndAttachS3AccessPoint": ({ random }, records) => ({
    Name: random.reusedName("point-"),
    Type: "ONTAP",
    OpenZFSConfiguration: undefined,
    S3AccessPoint: undefined,
    OntapConfiguration: {
      VolumeId: member(volumeOfType(records, "ONTAP"), "VolumeId"),
      FileSystemIdentity: { Type: "UNIX", UnixUser: { Name: "root" } },
    },
  }),
  "fsx.DetachAndDeleteS3AccessPoint": (_, records) => ({
    Name: member(records.one("fsx", "s3AccessPoints"), "Name"),
  }),
  "fsx.AssociateFileSystemAliases": ({ random }, records) => ({
    FileSystemId: member(fileSystemOfType(records, "WINDOWS"), "FileSystemId"),
    Aliases: [`${random.reusedName("files")}.example.com`],
  }),
  "fsx.DisassociateFileSystemAliases": (_, records) => {
    const alias = records.one("fsx", "aliases");
    return {
      FileSystemId: member(alias, "FileSystemId"),
      Aliases: [member(alias, "Name") ?? "none.example.com"],
    };
  },
  "fsx.DescribeFileSystemAliases": (_, records) => ({
    FileSystemId: member(fileSystemOfType(records, "WINDOWS"), "FileSystemId"),
  }),
  "fsx.TagResource": taggable,
  "fsx.UntagResource": taggable,
  "fsx.ListTagsForResource": taggable,
};
