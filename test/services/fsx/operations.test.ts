import type * as sdk from "@aws-sdk/client-fsx";
import { type EveryOperation, sharedAccount, testEveryOperation } from "../../support/every-operation";
import { account, requests, subnet } from "./account";

const identity = { Type: "POSIX", PosixUser: { Uid: 1, Gid: 1 } } as const;

/** The resources for the calls of every operation. */
async function world() {
  const { aws, fsx, available } = account();
  const [windows, lustre, ontap, openzfs, replica] = await Promise.all([
    available("windows"),
    available("lustre"),
    available("ontap"),
    available("openzfs", {
      OpenZFSConfiguration: { DeploymentType: "SINGLE_AZ_HA_2", ThroughputCapacity: 160 },
    }),
    available("openzfs"),
  ]);
  const linked = await available("lustre");
  const root = openzfs.OpenZFSConfiguration?.RootVolumeId;
  const far = replica.OpenZFSConfiguration?.RootVolumeId;
  const { StorageVirtualMachine } = await fsx.createStorageVirtualMachine({
    FileSystemId: ontap.FileSystemId,
    Name: "svm",
  });
  const { Association } = await fsx.createDataRepositoryAssociation({
    FileSystemId: linked.FileSystemId,
    DataRepositoryPath: "s3://bucket",
  });
  const { FileCache } = await fsx.createFileCache(cache);
  const { Backup } = await fsx.createBackup({ FileSystemId: windows.FileSystemId });
  const { Snapshot } = await fsx.createSnapshot({ VolumeId: root, Name: "one" });
  const { Snapshot: farSnapshot } = await fsx.createSnapshot({ VolumeId: far, Name: "one" });
  const { Volume: child } = await fsx.createVolume({
    VolumeType: "OPENZFS",
    Name: "child",
    OpenZFSConfiguration: { ParentVolumeId: root },
  });
  await fsx.associateFileSystemAliases({ FileSystemId: windows.FileSystemId, Aliases: ["a.example.com"] });
  await fsx.createAndAttachS3AccessPoint({
    Name: "point",
    Type: "OPENZFS",
    OpenZFSConfiguration: { VolumeId: root, FileSystemIdentity: identity },
  });
  await aws.settle();
  const { Volumes } = await fsx.describeVolumes({});
  const machineRoot = Volumes?.find(({ VolumeType }) => VolumeType === "ONTAP")?.VolumeId;
  const { Backup: ofVolume } = await fsx.createBackup({ VolumeId: machineRoot });
  await aws.settle();
  const { DataRepositoryTask } = await fsx.createDataRepositoryTask({
    FileSystemId: linked.FileSystemId,
    ...task,
  });
  return {
    ids: {
      FileSystemId: windows.FileSystemId,
      StorageVirtualMachineId: StorageVirtualMachine?.StorageVirtualMachineId,
      AssociationId: Association?.AssociationId,
      FileCacheId: FileCache?.FileCacheId,
      BackupId: Backup?.BackupId,
      SnapshotId: Snapshot?.SnapshotId,
      VolumeId: child?.VolumeId,
      TaskId: DataRepositoryTask?.TaskId,
    },
    ResourceARN: windows.ResourceARN,
    farArn: farSnapshot?.ResourceARN,
    lustre: lustre.FileSystemId,
    openzfs: openzfs.FileSystemId,
    ontap: ontap.FileSystemId,
    linked: linked.FileSystemId,
    root,
    machineRoot,
    ofVolume: ofVolume?.BackupId,
    aws,
    fsx,
  };
}

const cache = {
  FileCacheType: "LUSTRE",
  FileCacheTypeVersion: "2.12",
  StorageCapacity: 1_200,
  SubnetIds: [subnet],
  LustreConfiguration: {
    DeploymentType: "CACHE_1",
    PerUnitStorageThroughput: 1_000,
    MetadataConfiguration: { StorageCapacity: 2_400 },
  },
} satisfies sdk.CreateFileCacheCommandInput;

const task = { Type: "EXPORT_TO_REPOSITORY", Report: { Enabled: false } } as const;

type World = Awaited<ReturnType<typeof world>>;

/** For each operation, a call that succeeds. */
const calls: EveryOperation<typeof sdk, World> = {
  AssociateFileSystemAliases: ({ fsx, ids }) =>
    fsx.associateFileSystemAliases({ ...ids, Aliases: ["b.example.com"] }),
  CancelDataRepositoryTask: ({ fsx, ids }) => fsx.cancelDataRepositoryTask(ids),
  CopyBackup: ({ fsx, ids }) => fsx.copyBackup({ SourceBackupId: ids.BackupId }),
  CopySnapshotAndUpdateVolume: ({ fsx, ids, farArn }) =>
    fsx.copySnapshotAndUpdateVolume({ ...ids, SourceSnapshotARN: farArn }),
  CreateAndAttachS3AccessPoint: ({ fsx, root }) =>
    fsx.createAndAttachS3AccessPoint({
      Name: "other",
      Type: "OPENZFS",
      OpenZFSConfiguration: { VolumeId: root, FileSystemIdentity: identity },
    }),
  CreateBackup: ({ fsx, lustre }) => fsx.createBackup({ FileSystemId: lustre }),
  CreateDataRepositoryAssociation: ({ fsx, lustre }) =>
    fsx.createDataRepositoryAssociation({ FileSystemId: lustre, DataRepositoryPath: "s3://bucket" }),
  CreateDataRepositoryTask: async ({ fsx, aws, linked }) => {
    await aws.settle();
    return fsx.createDataRepositoryTask({ FileSystemId: linked, ...task });
  },
  CreateFileCache: ({ fsx }) => fsx.createFileCache(cache),
  CreateFileSystem: ({ fsx }) => fsx.createFileSystem(requests.windows),
  CreateFileSystemFromBackup: ({ fsx, ids }) =>
    fsx.createFileSystemFromBackup({ ...ids, SubnetIds: [subnet] }),
  CreateSnapshot: ({ fsx, ids }) => fsx.createSnapshot({ ...ids, Name: "two" }),
  CreateStorageVirtualMachine: ({ fsx, ontap }) =>
    fsx.createStorageVirtualMachine({ FileSystemId: ontap, Name: "other" }),
  CreateVolume: ({ fsx, root }) =>
    fsx.createVolume({
      VolumeType: "OPENZFS",
      Name: "other",
      OpenZFSConfiguration: { ParentVolumeId: root },
    }),
  CreateVolumeFromBackup: ({ fsx, ids, ofVolume }) =>
    fsx.createVolumeFromBackup({
      BackupId: ofVolume,
      Name: "other",
      OntapConfiguration: { StorageVirtualMachineId: ids.StorageVirtualMachineId, JunctionPath: "/other" },
    }),
  DeleteBackup: ({ fsx, ids }) => fsx.deleteBackup(ids),
  DeleteDataRepositoryAssociation: ({ fsx, ids }) => fsx.deleteDataRepositoryAssociation(ids),
  DeleteFileCache: ({ fsx, ids }) => fsx.deleteFileCache(ids),
  DeleteFileSystem: ({ fsx, ids }) => fsx.deleteFileSystem(ids),
  DeleteSnapshot: ({ fsx, ids }) => fsx.deleteSnapshot(ids),
  DeleteStorageVirtualMachine: ({ fsx, ids }) => fsx.deleteStorageVirtualMachine(ids),
  DeleteVolume: ({ fsx, ids }) => fsx.deleteVolume(ids),
  DescribeBackups: ({ fsx }) => fsx.describeBackups({}),
  DescribeDataRepositoryAssociations: ({ fsx }) => fsx.describeDataRepositoryAssociations({}),
  DescribeDataRepositoryTasks: ({ fsx }) => fsx.describeDataRepositoryTasks({}),
  DescribeFileCaches: ({ fsx }) => fsx.describeFileCaches({}),
  DescribeFileSystemAliases: ({ fsx, ids }) => fsx.describeFileSystemAliases(ids),
  DescribeFileSystems: ({ fsx }) => fsx.describeFileSystems({}),
  DescribeS3AccessPointAttachments: ({ fsx }) => fsx.describeS3AccessPointAttachments({}),
  DescribeSharedVpcConfiguration: ({ fsx }) => fsx.describeSharedVpcConfiguration({}),
  DescribeSnapshots: ({ fsx }) => fsx.describeSnapshots({}),
  DescribeStorageVirtualMachines: ({ fsx }) => fsx.describeStorageVirtualMachines({}),
  DescribeVolumes: ({ fsx }) => fsx.describeVolumes({}),
  DetachAndDeleteS3AccessPoint: ({ fsx }) => fsx.detachAndDeleteS3AccessPoint({ Name: "point" }),
  DisassociateFileSystemAliases: ({ fsx, ids }) =>
    fsx.disassociateFileSystemAliases({ ...ids, Aliases: ["a.example.com"] }),
  ListTagsForResource: ({ fsx, ResourceARN }) => fsx.listTagsForResource({ ResourceARN }),
  ReleaseFileSystemNfsV3Locks: ({ fsx, openzfs }) =>
    fsx.releaseFileSystemNfsV3Locks({ FileSystemId: openzfs }),
  RestoreVolumeFromSnapshot: ({ fsx, ids, root }) =>
    fsx.restoreVolumeFromSnapshot({ VolumeId: root, SnapshotId: ids.SnapshotId }),
  StartMisconfiguredStateRecovery({ aws, fsx }) {
    const { fsx: seeded } = aws.seed({
      fsx: { fileSystems: [{ ...requests.windows, Lifecycle: "MISCONFIGURED" }] },
    });
    const FileSystemId = seeded.fileSystems[0]?.FileSystemId;
    return fsx.startMisconfiguredStateRecovery({ FileSystemId });
  },
  TagResource: ({ fsx, ResourceARN }) => fsx.tagResource({ ResourceARN, Tags: [{ Key: "a", Value: "b" }] }),
  UntagResource: ({ fsx, ResourceARN }) => fsx.untagResource({ ResourceARN, TagKeys: ["a"] }),
  UpdateDataRepositoryAssociation: ({ fsx, ids }) =>
    fsx.updateDataRepositoryAssociation({ ...ids, ImportedFileChunkSize: 2_048 }),
  UpdateFileCache: ({ fsx, ids }) =>
    fsx.updateFileCache({ ...ids, LustreConfiguration: { WeeklyMaintenanceStartTime: "1:00:00" } }),
  UpdateFileSystem: ({ fsx, ids }) => fsx.updateFileSystem({ ...ids, StorageCapacity: 400 }),
  UpdateSharedVpcConfiguration: ({ fsx }) => fsx.updateSharedVpcConfiguration({}),
  UpdateSnapshot: ({ fsx, ids }) => fsx.updateSnapshot({ ...ids, Name: "other" }),
  UpdateStorageVirtualMachine: ({ fsx, ids }) =>
    fsx.updateStorageVirtualMachine({ ...ids, SvmAdminPassword: "a-new-password" }),
  UpdateVolume: ({ fsx, ids }) => fsx.updateVolume({ ...ids, Name: "renamed" }),
};

testEveryOperation("fsx", calls, sharedAccount(world));
