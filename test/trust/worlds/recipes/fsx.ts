import { requests } from "../../../services/fsx/account";
import type { AnyInput, Scene } from "../inputs";
import type { Names } from "../names";
import { member, type Recipe, regions, subnets } from "./common";

const fsxKind = (scene: Scene) => scene.dice.pick(Object.values(requests));

const fsxToken = ({ dice }: Scene): string | undefined =>
  dice.chance(20) ? dice.fewNames("token") : undefined;

const svmOf = (names: Names): unknown =>
  member(names.one("fsx", "storageVirtualMachines"), "StorageVirtualMachineId");

const volumeOf = (names: Names, type: string): object | undefined =>
  names.oneThat("fsx", "volumes", told => told("VolumeType") === type);

const fileSystemOf = (names: Names, ...types: readonly string[]): object | undefined =>
  names.oneThat("fsx", "fileSystems", told => types.includes(told("FileSystemType")));

const updates: Readonly<Record<string, Recipe>> = {
  WINDOWS: ({ dice }) => ({
    WindowsConfiguration: dice.pick([
      { ThroughputCapacity: dice.pick([32, 64, 128]) },
      { AutomaticBackupRetentionDays: dice.below(9) },
    ]),
  }),
  LUSTRE: ({ dice }) =>
    dice.pick<AnyInput>([
      { StorageCapacity: dice.pick([2_400, 4_800]) },
      { LustreConfiguration: { AutomaticBackupRetentionDays: dice.below(9) } },
      { LustreConfiguration: { DataCompressionType: dice.pick(["NONE", "LZ4"]) } },
    ]),
  ONTAP: ({ dice }) =>
    dice.pick<AnyInput>([
      { StorageCapacity: dice.pick([2_048, 4_096]) },
      { OntapConfiguration: { AutomaticBackupRetentionDays: dice.below(9) } },
    ]),
  OPENZFS: ({ dice }) =>
    dice.pick<AnyInput>([
      { StorageCapacity: dice.pick([128, 256]) },
      { OpenZFSConfiguration: { AutomaticBackupRetentionDays: dice.below(9) } },
      { OpenZFSConfiguration: { ThroughputCapacity: dice.pick([64, 128]) } },
    ]),
};

const fsxTaggable: Recipe = ({ dice }, names) => ({
  ResourceARN: member(
    names.one("fsx", dice.pick(["fileSystems", "backups", "volumes", "snapshots", "storageVirtualMachines"])),
    "ResourceARN",
  ),
});

/** Of Amazon FSx. */
export const fsxRecipes: Readonly<Record<string, Recipe>> = {
  "fsx.CreateFileSystem": scene => ({
    StorageType: undefined,
    KmsKeyId: undefined,
    FileSystemTypeVersion: undefined,
    NetworkType: undefined,
    SecurityGroupIds: undefined,
    WindowsConfiguration: undefined,
    LustreConfiguration: undefined,
    OntapConfiguration: undefined,
    OpenZFSConfiguration: undefined,
    ...structuredClone(fsxKind(scene)),
    ClientRequestToken: fsxToken(scene),
  }),
  "fsx.UpdateFileSystem": (scene, names, input) => {
    const fileSystem = names.one("fsx", "fileSystems");
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
      ...updates[String(member(fileSystem, "FileSystemType"))]?.(scene, names, input),
    };
  },
  "fsx.StartMisconfiguredStateRecovery": (_, names) => ({
    FileSystemId: member(
      names.oneThat("fsx", "fileSystems", told => told("Lifecycle").startsWith("MISCONFIGURED")),
      "FileSystemId",
    ),
  }),
  "fsx.DeleteFileSystem": () => ({
    WindowsConfiguration: undefined,
    LustreConfiguration: undefined,
    OpenZFSConfiguration: undefined,
  }),
  "fsx.CreateBackup": (scene, names) => ({
    ClientRequestToken: fsxToken(scene),
    ...(scene.dice.chance(25)
      ? { FileSystemId: undefined, VolumeId: member(volumeOf(names, "ONTAP"), "VolumeId") }
      : {
          VolumeId: undefined,
          FileSystemId: member(fileSystemOf(names, "WINDOWS", "LUSTRE", "OPENZFS"), "FileSystemId"),
        }),
  }),
  "fsx.CopyBackup": scene => ({
    ClientRequestToken: fsxToken(scene),
    SourceRegion: scene.dice.chance(50) ? undefined : scene.dice.pick(regions),
    KmsKeyId: undefined,
  }),
  "fsx.CreateFileSystemFromBackup": (scene, names) => {
    const backup = names.one("fsx", "backups");
    const type = String(member(Object(member(backup, "FileSystem")), "FileSystemType"));
    return {
      BackupId: member(backup, "BackupId"),
      SubnetIds: [subnets[0]],
      ClientRequestToken: fsxToken(scene),
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
  "fsx.CreateStorageVirtualMachine": ({ dice }, names) => ({
    FileSystemId: member(fileSystemOf(names, "ONTAP"), "FileSystemId"),
    Name: dice.fewNames("svm"),
    ActiveDirectoryConfiguration: undefined,
    RootVolumeSecurityStyle: undefined,
  }),
  "fsx.UpdateStorageVirtualMachine": () => ({
    SvmAdminPassword: "Pa55word!",
    ActiveDirectoryConfiguration: undefined,
  }),
  "fsx.CreateVolume": ({ dice }, names) =>
    dice.chance(50)
      ? {
          VolumeType: "ONTAP",
          Name: dice.fewNames("volume"),
          OpenZFSConfiguration: undefined,
          OntapConfiguration: {
            StorageVirtualMachineId: svmOf(names),
            JunctionPath: dice.fewNames("/volume"),
            SizeInMegabytes: 1_024,
            StorageEfficiencyEnabled: true,
          },
        }
      : {
          VolumeType: "OPENZFS",
          Name: dice.fewNames("volume"),
          OntapConfiguration: undefined,
          OpenZFSConfiguration: { ParentVolumeId: member(volumeOf(names, "OPENZFS"), "VolumeId") },
        },
  "fsx.CreateVolumeFromBackup": ({ dice }, names) => ({
    BackupId: member(names.one("fsx", "backups"), "BackupId"),
    Name: dice.fewNames("volume"),
    OntapConfiguration: {
      StorageVirtualMachineId: svmOf(names),
      JunctionPath: dice.fewNames("/volume"),
      SizeInMegabytes: 1_024,
      StorageEfficiencyEnabled: true,
    },
  }),
  "fsx.UpdateVolume": ({ dice }, names) => {
    const volume = names.one("fsx", "volumes");
    const isOntap = member(volume, "VolumeType") === "ONTAP";
    return {
      VolumeId: member(volume, "VolumeId"),
      Name: undefined,
      OntapConfiguration: isOntap ? { SizeInMegabytes: dice.pick([2_048, 4_096]) } : undefined,
      OpenZFSConfiguration: isOntap ? undefined : { DataCompressionType: dice.pick(["NONE", "LZ4"]) },
    };
  },
  "fsx.DeleteVolume": () => ({ OntapConfiguration: undefined, OpenZFSConfiguration: undefined }),
  "fsx.CreateSnapshot": ({ dice }, names) => ({
    Name: dice.fewNames("snapshot"),
    VolumeId: member(volumeOf(names, "OPENZFS"), "VolumeId"),
  }),
  "fsx.UpdateSnapshot": ({ dice }) => ({ Name: dice.fewNames("snapshot") }),
  "fsx.RestoreVolumeFromSnapshot": (_, names) => {
    const snapshot = names.one("fsx", "snapshots");
    return {
      VolumeId: member(snapshot, "VolumeId"),
      SnapshotId: member(snapshot, "SnapshotId"),
      Options: undefined,
    };
  },
  "fsx.CopySnapshotAndUpdateVolume": (_, names) => ({
    VolumeId: member(volumeOf(names, "OPENZFS"), "VolumeId"),
    SourceSnapshotARN: member(names.one("fsx", "snapshots"), "ResourceARN"),
    CopyStrategy: undefined,
    Options: undefined,
  }),
  "fsx.CreateDataRepositoryAssociation": ({ dice }, names) => ({
    FileSystemId: member(fileSystemOf(names, "LUSTRE"), "FileSystemId"),
    FileSystemPath: dice.fewNames("/runs"),
    DataRepositoryPath: `s3://genomes/${dice.fewNames("runs")}/`,
    S3: undefined,
    ImportedFileChunkSize: undefined,
  }),
  "fsx.CreateDataRepositoryTask": (_, names) => ({
    FileSystemId: member(names.one("fsx", "associations"), "FileSystemId"),
    Type: "EXPORT_TO_REPOSITORY",
    Report: { Enabled: false },
    Paths: undefined,
    CapacityToRelease: undefined,
    ReleaseConfiguration: undefined,
  }),
  "fsx.CancelDataRepositoryTask": (_, names) => ({
    TaskId: member(
      names.oneThat("fsx", "tasks", told => /PENDING|EXECUTING/.test(told("Lifecycle"))) ??
        names.one("fsx", "tasks"),
      "TaskId",
    ),
  }),
  "fsx.CreateFileCache": scene => ({
    FileCacheType: "LUSTRE",
    FileCacheTypeVersion: "2.12",
    StorageCapacity: 1_200,
    SubnetIds: [subnets[0]],
    SecurityGroupIds: undefined,
    KmsKeyId: undefined,
    ClientRequestToken: fsxToken(scene),
    LustreConfiguration: {
      PerUnitStorageThroughput: 1_000,
      DeploymentType: "CACHE_1",
      MetadataConfiguration: { StorageCapacity: 2_400 },
    },
    DataRepositoryAssociations: [{ FileCachePath: "/ns1", DataRepositoryPath: "s3://genomes/cache/" }],
  }),
  "fsx.UpdateFileCache": () => ({ LustreConfiguration: { WeeklyMaintenanceStartTime: "1:05:00" } }),
  "fsx.CreateAndAttachS3AccessPoint": ({ dice }, names) => ({
    Name: dice.fewNames("point-"),
    Type: "ONTAP",
    OpenZFSConfiguration: undefined,
    S3AccessPoint: undefined,
    OntapConfiguration: {
      VolumeId: member(volumeOf(names, "ONTAP"), "VolumeId"),
      FileSystemIdentity: { Type: "UNIX", UnixUser: { Name: "root" } },
    },
  }),
  "fsx.DetachAndDeleteS3AccessPoint": (_, names) => ({
    Name: member(names.one("fsx", "s3AccessPoints"), "Name"),
  }),
  "fsx.AssociateFileSystemAliases": ({ dice }, names) => ({
    FileSystemId: member(fileSystemOf(names, "WINDOWS"), "FileSystemId"),
    Aliases: [`${dice.fewNames("files")}.example.com`],
  }),
  "fsx.DisassociateFileSystemAliases": (_, names) => {
    const alias = names.one("fsx", "aliases");
    return {
      FileSystemId: member(alias, "FileSystemId"),
      Aliases: [member(alias, "Name") ?? "none.example.com"],
    };
  },
  "fsx.DescribeFileSystemAliases": (_, names) => ({
    FileSystemId: member(fileSystemOf(names, "WINDOWS"), "FileSystemId"),
  }),
  "fsx.TagResource": fsxTaggable,
  "fsx.UntagResource": fsxTaggable,
  "fsx.ListTagsForResource": fsxTaggable,
};
