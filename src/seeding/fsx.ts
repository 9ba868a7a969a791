import type * as sdk from "@aws-sdk/client-fsx";
import { arn } from "../core/basics";
import type { FsxAccount, FsxShape } from "../services/fsx/account/account";
import { keepAsAutomatic } from "../services/fsx/backups/automatic-backups";
import { addAssociation } from "../services/fsx/data-repositories/associations";
import { fsxKinds } from "../services/fsx/kinds";
import {
  type ActiveDirectory,
  activeDirectoryMembers,
  domainKey,
} from "../services/fsx/records/active-directories";
import type { Backup } from "../services/fsx/records/backups";
import type { Association } from "../services/fsx/records/data-repository-associations";
import type { Task } from "../services/fsx/records/data-repository-tasks";
import type { FileCache } from "../services/fsx/records/file-caches";
import type { FileSystem } from "../services/fsx/records/file-systems";
import { type KmsKey, kmsKeyMembers } from "../services/fsx/records/kms-keys";
import type { S3AccessPoint } from "../services/fsx/records/s3-access-points";
import type { SharedVpcSettings } from "../services/fsx/records/shared-vpc-settings";
import type { Snapshot } from "../services/fsx/records/snapshots";
import type { StorageVirtualMachine } from "../services/fsx/records/storage-virtual-machines";
import type { Volume } from "../services/fsx/records/volumes";
import {
  alreadyExists,
  type Collection,
  collectionsOf,
  type Either,
  type Item,
  invalidItem,
  required,
  type SeedContext,
  useOnce,
} from "./collection";
import { isObject, type Members } from "./members";
import { replaysOf } from "./replay-collections";
import { describedRoot, renameRoot, settleRoots } from "./root-volumes";
import { setSharedVpcSettings } from "./settings";

const replay = replaysOf<FsxShape>();
const settings = collectionsOf<FsxShape>();

/** Members that Amazon FSx generates. */
const generated = [
  "DNSName",
  "EndpointIpAddress",
  "EndpointIpv6Address",
  "Endpoints",
  "MountName",
  "NetworkInterfaceIds",
  "PreferredFileServerIp",
  "RemoteAdministrationEndpoint",
  "RootVolumeId",
  "UUID",
];

/**
 * A description as input of the creating operation: without automatic IOPS and cache sizes, which FSx computes, and with
 * a password, which descriptions never show.
 */
function toRequest(item: Members): Members {
  const members = Object.entries(item).map(([name, value]) => [
    name,
    isObject(value) ? toRequest(value) : value,
  ]);
  const request: Members = Object.fromEntries(members);
  if (request["Mode"] === "AUTOMATIC") return { ...request, Iops: undefined };
  if (request["SizingMode"] === "PROPORTIONAL_TO_THROUGHPUT_CAPACITY")
    return { ...request, SizeGiB: undefined };
  const lacksPassword =
    request["UserName"] !== undefined &&
    request["Password"] === undefined &&
    request["DomainJoinServiceAccountSecret"] === undefined;
  return lacksPassword ? { ...request, Password: "hidden" } : request;
}

/** Drops one of the two units in which a description shows the size of a volume. */
function withOneSize(item: Members): Members {
  const { OntapConfiguration: settings } = item;
  if (!isObject(settings) || settings["SizeInMegabytes"] === undefined) return item;
  const { SizeInBytes: _, ...rest } = settings;
  return { ...item, OntapConfiguration: rest };
}

/** Adds an association of a file cache, which AWS creates together with the cache, and returns its id. */
/** Takes back the import that a described association began when it was created: if it is not over, its task is described. */
function withoutImport(key: string, { Lifecycle }: Members, { fsx }: FsxAccount): void {
  if (Lifecycle === undefined) return;
  for (const task of [...fsx.tasks].filter(({ associationIds }) => associationIds?.includes(key)))
    fsx.tasks.remove(task.TaskId);
}

function insertCacheAssociation(item: Item<Association>, account: FsxAccount): string | undefined {
  const { FileCacheId, AssociationId, DataRepositoryPath, ...link } = item;
  if (FileCacheId === undefined) return undefined;
  if (!account.fsx.fileCaches.has(FileCacheId)) throw invalidItem(`file cache ${FileCacheId} does not exist`);
  if (AssociationId !== undefined && account.fsx.associations.has(AssociationId))
    throw alreadyExists(AssociationId);
  const added = addAssociation(account, FileCacheId, {
    FileCacheId,
    FileCachePath: link.FileCachePath,
    DataRepositoryPath: required(DataRepositoryPath, "DataRepositoryPath"),
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

/** Takes the id of the backed-up resource from its description in the backup. */
function withSourceId(item: Members): Members {
  const { FileSystemId, VolumeId, FileSystem, Volume } = item;
  if (FileSystemId !== undefined || VolumeId !== undefined) return item;
  return isObject(Volume)
    ? { ...item, VolumeId: Volume["VolumeId"] }
    : { ...item, ...(isObject(FileSystem) && { FileSystemId: FileSystem["FileSystemId"] }) };
}

/** Puts a resource into the VPC of its description, unless the seeded subnets say in which VPC it is. */
function moveToVpc(
  table: { update(key: string, changes: { VpcId: string }): unknown },
  key: string,
  { VpcId }: Members,
  account: FsxAccount,
): void {
  if (typeof VpcId === "string" && !account.links.network(account)) table.update(key, { VpcId });
}

/** An automatic backup ends with the retention period of its file system. */
function expireAutomatic(key: string, { Type, CreationTime }: Members, account: FsxAccount): void {
  const backup = account.fsx.backups.get(key);
  if (!backup || Type !== "AUTOMATIC") return;
  keepAsAutomatic(account, backup, typeof CreationTime === "number" ? CreationTime : backup.CreationTime);
}

/** The directories that file systems and virtual machines can join. Once a fixture has one, others are refused. */
const activeDirectories: Collection<FsxShape, ActiveDirectory, ActiveDirectory> = {
  createdBy: [],
  members: activeDirectoryMembers,
  make: (item: Partial<ActiveDirectory>, { fsx }: FsxAccount, { usedNames }: SeedContext) => {
    const DomainName = required(item.DomainName, "DomainName");
    const key = domainKey(DomainName);
    useOnce(usedNames, `Active Directory ${DomainName}`, key);
    return fsx.activeDirectories.put({ ...fsx.activeDirectories.get(key), ...item, DomainName });
  },
};

/** The keys for encryption. Once a fixture has one, others are refused. */
const kmsKeys: Collection<FsxShape, Pick<KmsKey, "Arn"> & Partial<KmsKey>, KmsKey> = {
  createdBy: [],
  members: kmsKeyMembers,
  make: (item: Partial<KmsKey>, { fsx }: FsxAccount, { usedNames }: SeedContext) => {
    const Arn = required(item.Arn, "Arn");
    useOnce(usedNames, `KMS key ${Arn}`);
    return fsx.kmsKeys.put({ KeyState: "Enabled", ...fsx.kmsKeys.get(Arn), ...item, Arn });
  },
};

/** The lists of Amazon FSx, in the order in which they are seeded. */
export const fsxCollections = {
  /** The Active Directories of the Region. Once one is seeded, unknown directories are refused. */
  activeDirectories,
  /** The KMS keys of the Region. Once one is seeded, unknown keys are refused. */
  kmsKeys,
  /** File systems, with the members of CreateFileSystem or DescribeFileSystems. */
  fileSystems: replay<Either<sdk.CreateFileSystemRequest, sdk.FileSystem>, FileSystem>({
    operation: "CreateFileSystem",
    table: "fileSystems",
    description: fsxKinds.fileSystems.description,
    idPath: "FileSystem.FileSystemId",
    settable: generated,
    notStored: ["AdministrativeActions"],
    reword: toRequest,
    adjust: (key, described, account) => {
      renameRoot(key, described, account);
      const { fileSystems, volumes } = account.fsx;
      moveToVpc(fileSystems, key, described, account);
      settleRoots(fileSystems.get(key), volumes.by("fileSystem", key), account);
      for (const alias of [...account.fsx.aliases.by("fileSystem", key)]) {
        account.fsx.aliases.change(alias, { Lifecycle: "AVAILABLE", next: undefined });
      }
    },
  }),
  /** Storage virtual machines, with the members of CreateStorageVirtualMachine or DescribeStorageVirtualMachines. */
  storageVirtualMachines: replay<
    Either<sdk.CreateStorageVirtualMachineRequest, sdk.StorageVirtualMachine>,
    StorageVirtualMachine
  >({
    operation: "CreateStorageVirtualMachine",
    table: "storageVirtualMachines",
    description: fsxKinds.storageVirtualMachines.description,
    idPath: "StorageVirtualMachine.StorageVirtualMachineId",
    settable: generated,
    reword: toRequest,
    adjust: (key, _, account) => {
      const { storageVirtualMachines, volumes } = account.fsx;
      settleRoots(storageVirtualMachines.get(key), volumes.by("virtualMachine", key), account);
    },
  }),
  /** Volumes, with the members of CreateVolume or DescribeVolumes. */
  volumes: replay<Either<sdk.CreateVolumeRequest, sdk.Volume>, Volume>({
    operation: "CreateVolume",
    table: "volumes",
    description: fsxKinds.volumes.description,
    idPath: "Volume.VolumeId",
    settable: generated,
    notStored: ["AdministrativeActions"],
    reword: withOneSize,
    keyIfPresent: describedRoot,
  }),
  /** Snapshots, with the members of CreateSnapshot or DescribeSnapshots. */
  snapshots: replay<Either<sdk.CreateSnapshotRequest, sdk.Snapshot>, Snapshot>({
    operation: "CreateSnapshot",
    table: "snapshots",
    description: fsxKinds.snapshots.description,
    idPath: "Snapshot.SnapshotId",
  }),
  /** Backups, with the members of CreateBackup or DescribeBackups. */
  backups: replay<Either<sdk.CreateBackupRequest, sdk.Backup>, Backup>({
    operation: "CreateBackup",
    table: "backups",
    description: fsxKinds.backups.description,
    idPath: "Backup.BackupId",
    computed: ["ResourceType"],
    settable: ["Type", "FileSystem", "Volume"],
    reword: withSourceId,
    adjust: expireAutomatic,
  }),
  /** File caches, with the members of CreateFileCache or DescribeFileCaches. */
  fileCaches: replay<Either<sdk.CreateFileCacheRequest, sdk.FileCache>, FileCache>({
    operation: "CreateFileCache",
    table: "fileCaches",
    description: fsxKinds.fileCaches.description,
    idPath: "FileCache.FileCacheId",
    settable: generated,
    adjust: (key, described, account) => moveToVpc(account.fsx.fileCaches, key, described, account),
  }),
  /** Data repository associations, with the members of CreateDataRepositoryAssociation or DescribeDataRepositoryAssociations. */
  dataRepositoryAssociations: replay<
    Either<sdk.CreateDataRepositoryAssociationRequest, sdk.DataRepositoryAssociation>,
    Association
  >({
    operation: "CreateDataRepositoryAssociation",
    table: "associations",
    description: fsxKinds.associations.description,
    idPath: "Association.AssociationId",
    insertRecord: insertCacheAssociation,
    adjust: withoutImport,
  }),
  /** Data repository tasks, with the members of CreateDataRepositoryTask or DescribeDataRepositoryTasks. */
  dataRepositoryTasks: replay<Either<sdk.CreateDataRepositoryTaskRequest, sdk.DataRepositoryTask>, Task>({
    operation: "CreateDataRepositoryTask",
    table: "tasks",
    description: fsxKinds.tasks.description,
    idPath: "DataRepositoryTask.TaskId",
  }),
  /** S3 access points, with the members of CreateAndAttachS3AccessPoint or DescribeS3AccessPointAttachments. */
  s3AccessPointAttachments: replay<
    Either<sdk.CreateAndAttachS3AccessPointRequest, sdk.S3AccessPointAttachment>,
    S3AccessPoint
  >({
    operation: "CreateAndAttachS3AccessPoint",
    table: "s3AccessPoints",
    description: fsxKinds.s3AccessPoints.description,
    idPath: "S3AccessPointAttachment.Name",
    settable: ["Alias"],
  }),
  /** The settings for shared VPCs, with the members of UpdateSharedVpcConfiguration; one item. */
  sharedVpcSettings: settings<sdk.UpdateSharedVpcConfigurationRequest, SharedVpcSettings>(
    {
      createdBy: ["UpdateSharedVpcConfiguration"],
      described: fsxKinds.sharedVpcSettings.description,
      ids: [],
    },
    setSharedVpcSettings,
  ),
};
