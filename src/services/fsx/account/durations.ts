import type { Duration } from "../../../core/time";
import type { AdministrativeAction } from "../records/administrative-actions";
import type { Alias } from "../records/aliases";
import type { Backup } from "../records/backups";
import type { Association } from "../records/data-repository-associations";
import type { Task } from "../records/data-repository-tasks";
import type { FileCache } from "../records/file-caches";
import type { FileSystem } from "../records/file-systems";
import type { S3AccessPoint } from "../records/s3-access-points";
import type { Snapshot } from "../records/snapshots";
import type { StorageVirtualMachine } from "../records/storage-virtual-machines";
import type { Volume } from "../records/volumes";

/** The default durations. */
export const fsxDurations = {
  fsxFileSystem: "15 minutes",
  fsxFileSystemDeletion: "10 minutes",
  fsxBackup: "10 minutes",
  fsxBackupCopy: "20 minutes",
  fsxVolume: "1 minute",
  fsxVolumeDeletion: "1 minute",
  fsxActionStart: "30 seconds",
  fsxFileSystemUpdate: "10 minutes",
  fsxOptimization: "1 hour",
  fsxVolumeUpdate: "1 minute",
  fsxAlias: "2 minutes",
  fsxStorageVirtualMachine: "5 minutes",
  fsxStorageVirtualMachineDeletion: "2 minutes",
  fsxSnapshot: "5 seconds",
  fsxSnapshotDeletion: "5 seconds",
  fsxDataRepositoryAssociation: "2 minutes",
  fsxDataRepositoryTaskStart: "10 seconds",
  fsxDataRepositoryTask: "5 minutes",
  fsxDataRepositoryTaskCancel: "10 seconds",
  fsxFileCache: "15 minutes",
  fsxFileCacheDeletion: "10 minutes",
  fsxS3AccessPoint: "30 seconds",
} satisfies Readonly<Record<keyof FsxDurations, Duration>>;

/** The kinds of durations, each with the record that a function of the `durations` option receives. */
export type FsxDurations = {
  /** A file system, from `CREATING` to `AVAILABLE`. Default: 15 minutes. */
  readonly fsxFileSystem: FileSystem;
  /** A file system, from `DELETING` to deleted. Default: 10 minutes. */
  readonly fsxFileSystemDeletion: FileSystem;
  /** A backup, from `CREATING` to `AVAILABLE`. Default: 10 minutes. */
  readonly fsxBackup: Backup;
  /** A copy of a backup, from `COPYING` to `AVAILABLE`. Default: 20 minutes. */
  readonly fsxBackupCopy: Backup;
  /** A volume, from `CREATING` to `CREATED` or `AVAILABLE`. Default: 1 minute. */
  readonly fsxVolume: Volume;
  /** A volume, from `DELETING` to deleted. Default: 1 minute. */
  readonly fsxVolumeDeletion: Volume;
  /** An administrative action, from `PENDING` to `IN_PROGRESS`. Default: 30 seconds. */
  readonly fsxActionStart: AdministrativeAction;
  /** An administrative action on a file system, from `IN_PROGRESS` to `COMPLETED` or `UPDATED_OPTIMIZING`. Default: 10 minutes. */
  readonly fsxFileSystemUpdate: AdministrativeAction;
  /** An administrative action, from `UPDATED_OPTIMIZING` to `COMPLETED`. Default: 1 hour. */
  readonly fsxOptimization: AdministrativeAction;
  /** An administrative action on a volume, from `IN_PROGRESS` to `COMPLETED`, and an update of an ONTAP volume. Default: 1 minute. */
  readonly fsxVolumeUpdate: AdministrativeAction | Volume;
  /** A DNS alias, from `CREATING` to `AVAILABLE`, and from `DELETING` to deleted. Default: 2 minutes. */
  readonly fsxAlias: Alias | AdministrativeAction;
  /** A storage virtual machine, from `CREATING` to `CREATED`. Default: 5 minutes. */
  readonly fsxStorageVirtualMachine: StorageVirtualMachine;
  /** A storage virtual machine, from `DELETING` to deleted. Default: 2 minutes. */
  readonly fsxStorageVirtualMachineDeletion: StorageVirtualMachine;
  /** A snapshot, from `CREATING` to `AVAILABLE`. Default: 5 seconds. */
  readonly fsxSnapshot: Snapshot | AdministrativeAction;
  /** A snapshot, from `DELETING` to deleted. Default: 5 seconds. */
  readonly fsxSnapshotDeletion: Snapshot;
  /** A data repository association, from `CREATING` or `UPDATING` to `AVAILABLE`, and from `DELETING` to deleted. Default: 2 minutes. */
  readonly fsxDataRepositoryAssociation: Association;
  /** A data repository task, from `PENDING` to `EXECUTING`. Default: 10 seconds. */
  readonly fsxDataRepositoryTaskStart: Task;
  /** A data repository task, from `EXECUTING` to `SUCCEEDED`. Default: 5 minutes. */
  readonly fsxDataRepositoryTask: Task;
  /** A data repository task, from `CANCELING` to `CANCELED`. Default: 10 seconds. */
  readonly fsxDataRepositoryTaskCancel: Task;
  /** A file cache, from `CREATING` to `AVAILABLE`. Default: 15 minutes. */
  readonly fsxFileCache: FileCache;
  /** A file cache, from `DELETING` to deleted. Default: 10 minutes. */
  readonly fsxFileCacheDeletion: FileCache;
  /** An S3 access point, from `CREATING` to `AVAILABLE`, and from `DELETING` to deleted. Default: 30 seconds. */
  readonly fsxS3AccessPoint: S3AccessPoint;
};
