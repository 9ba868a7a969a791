import type * as sdk from "@aws-sdk/client-fsx";
import { arn } from "../core/basics";
import type { FsxAccount, FsxShape } from "../services/fsx/account/account";
import { addAssociation } from "../services/fsx/data-repositories/associations";
import type { ActiveDirectory } from "../services/fsx/records/active-directories";
import type { Backup } from "../services/fsx/records/backups";
import type { Association } from "../services/fsx/records/data-repository-associations";
import type { Task } from "../services/fsx/records/data-repository-tasks";
import type { FileCache } from "../services/fsx/records/file-caches";
import type { FileSystem } from "../services/fsx/records/file-systems";
import type { KmsKey } from "../services/fsx/records/kms-keys";
import type { S3AccessPoint } from "../services/fsx/records/s3-access-points";
import type { Snapshot } from "../services/fsx/records/snapshots";
import type { StorageVirtualMachine } from "../services/fsx/records/storage-virtual-machines";
import type { Volume } from "../services/fsx/records/volumes";
import { type Collection, type Either, type Item, invalidItem, needed, type SeedContext } from "./collection";
import { isObject, type Members } from "./members";
import { replaysOf } from "./replay";
import { arrangeRoot, rootDescribed } from "./root-volumes";

const replay = replaysOf<FsxShape>("fsx");

/** What Amazon FSx chooses at random for what it makes. */
const chosen = [
  "EndpointIpAddress",
  "Endpoints",
  "MountName",
  "NetworkInterfaceIds",
  "PreferredFileServerIp",
  "RootVolumeId",
  "UUID",
];

/**
 * A description in a form that can be asked for: without the number that the service chooses by itself, and with the
 * password that it never shows.
 */
function asAskedFor(item: Members): Members {
  const members = Object.entries(item).map(([name, value]) => [
    name,
    isObject(value) ? asAskedFor(value) : value,
  ]);
  const asked: Members = Object.fromEntries(members);
  if (asked["Mode"] === "AUTOMATIC") return { ...asked, Iops: undefined };
  const isHidden =
    asked["UserName"] !== undefined &&
    asked["Password"] === undefined &&
    asked["DomainJoinServiceAccountSecret"] === undefined;
  return isHidden ? { ...asked, Password: "hidden" } : asked;
}

/** A volume is shown with its size in both units, and created with one of them. */
function sizedOnce(item: Members): Members {
  const { OntapConfiguration: settings } = item;
  if (!isObject(settings) || settings["SizeInMegabytes"] === undefined) return item;
  const { SizeInBytes: _, ...once } = settings;
  return { ...item, OntapConfiguration: once };
}

/** The link of a cache to its data, which comes with the cache elsewhere. */
function linkOfCache(item: Item<Association>, account: FsxAccount): string | undefined {
  const { FileCacheId, AssociationId, DataRepositoryPath, ...link } = item;
  if (FileCacheId === undefined) return undefined;
  if (!account.fsx.fileCaches.has(FileCacheId))
    throw invalidItem(`names the cache ${FileCacheId}, which there is not`);
  if (AssociationId !== undefined && account.fsx.associations.has(AssociationId))
    throw invalidItem(`names ${AssociationId}, which there is already`);
  const added = addAssociation(account, FileCacheId, {
    FileCacheId,
    FileCachePath: link.FileCachePath,
    DataRepositoryPath: needed(DataRepositoryPath, "DataRepositoryPath"),
    DataRepositorySubdirectories: link.DataRepositorySubdirectories,
    NFS: link.NFS,
    Tags: link.Tags ?? [],
    ...(AssociationId !== undefined && {
      AssociationId,
      ResourceARN: arn("fsx", account.place, `association/${FileCacheId}/${AssociationId}`),
    }),
  });
  return added.AssociationId;
}

/** A backup names what it is of in the description of that. */
function backupReworded(item: Members): Members {
  const { FileSystemId, VolumeId, FileSystem, Volume } = item;
  if (FileSystemId !== undefined || VolumeId !== undefined) return item;
  return isObject(Volume)
    ? { ...item, VolumeId: Volume["VolumeId"] }
    : { ...item, ...(isObject(FileSystem) && { FileSystemId: FileSystem["FileSystemId"] }) };
}

/** Refuses what one fixture says twice. Another one may say it anew: that a key is enabled again. */
function setOnce({ set }: SeedContext, kind: string, name: string, key = name): void {
  if (set.has(key)) throw invalidItem(`names the ${kind} ${name}, which there is already`);
  set.add(key);
}

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
  make: (item: Partial<ActiveDirectory>, { fsx }: FsxAccount, context: SeedContext) => {
    const DomainName = needed(item.DomainName, "DomainName");
    setOnce(context, "Active Directory", DomainName, DomainName.toLowerCase());
    return fsx.activeDirectories.put({ ...item, DomainName });
  },
};

/** What can be encrypted with; once there is one, others cannot be used. */
const kmsKeys: Collection<FsxShape, Pick<KmsKey, "Arn"> & Partial<KmsKey>, KmsKey> = {
  inputsOf: [],
  members: { Arn: "string", KeyState: "string" },
  make: (item: Partial<KmsKey>, { fsx }: FsxAccount, context: SeedContext) => {
    const Arn = needed(item.Arn, "Arn");
    setOnce(context, "KMS key", Arn);
    return fsx.kmsKeys.put({ KeyState: "Enabled", ...item, Arn });
  },
};

/** The lists of Amazon FSx that a fixture can have, in the order in which they are made. */
export const fsxCollections = {
  /** The Active Directories of the Region. Once one is seeded, unknown directories are refused. */
  activeDirectories,
  /** The KMS keys of the Region. Once one is seeded, unknown keys are refused. */
  kmsKeys,
  /** File systems, with the members of CreateFileSystem or DescribeFileSystems. */
  fileSystems: replay<Either<sdk.CreateFileSystemRequest, sdk.FileSystem>, FileSystem>({
    by: "CreateFileSystem",
    table: "fileSystems",
    shownBy: "DescribeFileSystems.FileSystems",
    namedBy: "FileSystem.FileSystemId",
    settable: chosen,
    unkept: ["AdministrativeActions"],
    reword: asAskedFor,
    arrange: (key, shown, account) => {
      arrangeRoot(key, shown, account);
      for (const alias of [...account.fsx.aliases.by("fileSystem", key)]) {
        account.fsx.aliases.replace({ ...alias, Lifecycle: "AVAILABLE", next: undefined });
      }
    },
  }),
  /** Storage virtual machines, with the members of CreateStorageVirtualMachine or DescribeStorageVirtualMachines. */
  storageVirtualMachines: replay<
    Either<sdk.CreateStorageVirtualMachineRequest, sdk.StorageVirtualMachine>,
    StorageVirtualMachine
  >({
    by: "CreateStorageVirtualMachine",
    table: "storageVirtualMachines",
    shownBy: "DescribeStorageVirtualMachines.StorageVirtualMachines",
    namedBy: "StorageVirtualMachine.StorageVirtualMachineId",
    settable: chosen,
    reword: asAskedFor,
  }),
  /** Volumes, with the members of CreateVolume or DescribeVolumes. */
  volumes: replay<Either<sdk.CreateVolumeRequest, sdk.Volume>, Volume>({
    by: "CreateVolume",
    table: "volumes",
    shownBy: "DescribeVolumes.Volumes",
    namedBy: "Volume.VolumeId",
    settable: chosen,
    unkept: ["AdministrativeActions"],
    reword: sizedOnce,
    cameAs: rootDescribed,
  }),
  /** Snapshots, with the members of CreateSnapshot or DescribeSnapshots. */
  snapshots: replay<Either<sdk.CreateSnapshotRequest, sdk.Snapshot>, Snapshot>({
    by: "CreateSnapshot",
    table: "snapshots",
    shownBy: "DescribeSnapshots.Snapshots",
    namedBy: "Snapshot.SnapshotId",
  }),
  /** Backups, with the members of CreateBackup or DescribeBackups. */
  backups: replay<Either<sdk.CreateBackupRequest, sdk.Backup>, Backup>({
    by: "CreateBackup",
    table: "backups",
    shownBy: "DescribeBackups.Backups",
    namedBy: "Backup.BackupId",
    computed: ["ResourceType"],
    settable: ["Type", "FileSystem", "Volume"],
    reword: backupReworded,
  }),
  /** File caches, with the members of CreateFileCache or DescribeFileCaches. */
  fileCaches: replay<Either<sdk.CreateFileCacheRequest, sdk.FileCache>, FileCache>({
    by: "CreateFileCache",
    table: "fileCaches",
    shownBy: "DescribeFileCaches.FileCaches",
    namedBy: "FileCache.FileCacheId",
    settable: chosen,
  }),
  /** Data repository associations, with the members of CreateDataRepositoryAssociation or DescribeDataRepositoryAssociations. */
  dataRepositoryAssociations: replay<
    Either<sdk.CreateDataRepositoryAssociationRequest, sdk.DataRepositoryAssociation>,
    Association
  >({
    by: "CreateDataRepositoryAssociation",
    table: "associations",
    shownBy: "DescribeDataRepositoryAssociations.Associations",
    namedBy: "Association.AssociationId",
    recorded: linkOfCache,
  }),
  /** Data repository tasks, with the members of CreateDataRepositoryTask or DescribeDataRepositoryTasks. */
  dataRepositoryTasks: replay<Either<sdk.CreateDataRepositoryTaskRequest, sdk.DataRepositoryTask>, Task>({
    by: "CreateDataRepositoryTask",
    table: "tasks",
    shownBy: "DescribeDataRepositoryTasks.DataRepositoryTasks",
    namedBy: "DataRepositoryTask.TaskId",
  }),
  /** S3 access points, with the members of CreateAndAttachS3AccessPoint or DescribeS3AccessPointAttachments. */
  s3AccessPointAttachments: replay<
    Either<sdk.CreateAndAttachS3AccessPointRequest, sdk.S3AccessPointAttachment>,
    S3AccessPoint
  >({
    by: "CreateAndAttachS3AccessPoint",
    table: "s3AccessPoints",
    shownBy: "DescribeS3AccessPointAttachments.S3AccessPointAttachments",
    namedBy: "S3AccessPointAttachment.Name",
    settable: ["Alias"],
  }),
};
