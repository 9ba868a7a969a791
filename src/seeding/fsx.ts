import type * as sdk from "@aws-sdk/client-fsx";
import type { FsxAccount, FsxShape } from "../services/fsx/account";
import type { ActiveDirectory } from "../services/fsx/active-directories";
import type { Backup } from "../services/fsx/backups/backups";
import type { Association } from "../services/fsx/data-repositories/associations";
import type { Task } from "../services/fsx/data-repositories/tasks";
import type { FileCache } from "../services/fsx/file-caches/file-caches";
import type { FileSystem } from "../services/fsx/file-systems/file-systems";
import type { KmsKey } from "../services/fsx/kms-keys";
import type { S3AccessPoint } from "../services/fsx/s3-access-points";
import type { Snapshot } from "../services/fsx/volumes/snapshots";
import type { StorageVirtualMachine } from "../services/fsx/volumes/storage-virtual-machines";
import type { Volume } from "../services/fsx/volumes/volumes";
import { type Collection, needed } from "./collection";
import { replaysOf } from "./replay";

const replay = replaysOf<FsxShape>("fsx");

/** What creating and describing both have, in the words of creating. */
type Seeded<Create, Shown> = Create & Omit<Shown, keyof Create>;

/** What file systems and virtual machines can join; once there is one, others cannot be joined. */
const activeDirectories: Collection<FsxShape, ActiveDirectory, ActiveDirectory> = {
  inputsOf: [],
  members: {
    DomainName: "string",
    ActiveDirectoryId: "string",
    Type: "string",
    Stage: "string",
    NetworkType: "string",
    DnsIps: "texts",
    UserName: "string",
  },
  make: (item: Partial<ActiveDirectory>, { fsx }: FsxAccount) =>
    fsx.activeDirectories.put({ ...item, DomainName: needed(item.DomainName, "DomainName") }),
};

/** What can be encrypted with; once there is one, others cannot be used. */
const kmsKeys: Collection<FsxShape, Pick<KmsKey, "Arn"> & Partial<KmsKey>, KmsKey> = {
  inputsOf: [],
  members: { Arn: "string", KeyState: "string" },
  make: (item: Partial<KmsKey>, { fsx }: FsxAccount) =>
    fsx.kmsKeys.put({ KeyState: "Enabled", ...item, Arn: needed(item.Arn, "Arn") }),
};

/** The lists of Amazon FSx that a fixture can have, in the order in which they are made. */
export const fsxCollections = {
  activeDirectories,
  kmsKeys,
  fileSystems: replay<Seeded<sdk.CreateFileSystemRequest, sdk.FileSystem>, FileSystem>({
    by: "CreateFileSystem",
    table: "fileSystems",
    shownBy: "DescribeFileSystems.FileSystems",
    namedBy: "FileSystem.FileSystemId",
  }),
  storageVirtualMachines: replay<
    Seeded<sdk.CreateStorageVirtualMachineRequest, sdk.StorageVirtualMachine>,
    StorageVirtualMachine
  >({
    by: "CreateStorageVirtualMachine",
    table: "storageVirtualMachines",
    shownBy: "DescribeStorageVirtualMachines.StorageVirtualMachines",
    namedBy: "StorageVirtualMachine.StorageVirtualMachineId",
  }),
  volumes: replay<Seeded<sdk.CreateVolumeRequest, sdk.Volume>, Volume>({
    by: "CreateVolume",
    table: "volumes",
    shownBy: "DescribeVolumes.Volumes",
    namedBy: "Volume.VolumeId",
  }),
  snapshots: replay<Seeded<sdk.CreateSnapshotRequest, sdk.Snapshot>, Snapshot>({
    by: "CreateSnapshot",
    table: "snapshots",
    shownBy: "DescribeSnapshots.Snapshots",
    namedBy: "Snapshot.SnapshotId",
  }),
  backups: replay<Seeded<sdk.CreateBackupRequest, sdk.Backup>, Backup>({
    by: "CreateBackup",
    table: "backups",
    shownBy: "DescribeBackups.Backups",
    namedBy: "Backup.BackupId",
    computed: ["ResourceType"],
    settable: ["Type"],
  }),
  dataRepositoryAssociations: replay<
    Seeded<sdk.CreateDataRepositoryAssociationRequest, sdk.DataRepositoryAssociation>,
    Association
  >({
    by: "CreateDataRepositoryAssociation",
    table: "associations",
    shownBy: "DescribeDataRepositoryAssociations.Associations",
    namedBy: "Association.AssociationId",
  }),
  dataRepositoryTasks: replay<Seeded<sdk.CreateDataRepositoryTaskRequest, sdk.DataRepositoryTask>, Task>({
    by: "CreateDataRepositoryTask",
    table: "tasks",
    shownBy: "DescribeDataRepositoryTasks.DataRepositoryTasks",
    namedBy: "DataRepositoryTask.TaskId",
  }),
  fileCaches: replay<Seeded<sdk.CreateFileCacheRequest, sdk.FileCache>, FileCache>({
    by: "CreateFileCache",
    table: "fileCaches",
    shownBy: "DescribeFileCaches.FileCaches",
    namedBy: "FileCache.FileCacheId",
  }),
  s3AccessPointAttachments: replay<
    Seeded<sdk.CreateAndAttachS3AccessPointRequest, sdk.S3AccessPointAttachment>,
    S3AccessPoint
  >({
    by: "CreateAndAttachS3AccessPoint",
    table: "s3AccessPoints",
    shownBy: "DescribeS3AccessPointAttachments.S3AccessPointAttachments",
    namedBy: "S3AccessPointAttachment.Name",
  }),
};
