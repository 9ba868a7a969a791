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

/** The default durations; the `durations` option overrides them. */
export const fsxDurations = {
  /** From CREATING to AVAILABLE. */
  fsxFileSystem: "15 minutes",
  /** From DELETING to its removal. */
  fsxFileSystemDeletion: "10 minutes",
  /** From CREATING to AVAILABLE. */
  fsxBackup: "10 minutes",
  /** From COPYING to AVAILABLE. */
  fsxBackupCopy: "20 minutes",
  /** From CREATING to CREATED or AVAILABLE. */
  fsxVolume: "1 minute",
  /** From DELETING to its removal. */
  fsxVolumeDeletion: "1 minute",
  /** An administrative action, from PENDING to IN_PROGRESS. */
  fsxActionStart: "30 seconds",
  /** From IN_PROGRESS to COMPLETED or UPDATED_OPTIMIZING. */
  fsxFileSystemUpdate: "10 minutes",
  /** From UPDATED_OPTIMIZING to COMPLETED. */
  fsxOptimization: "1 hour",
  /** An administrative action on a volume, from IN_PROGRESS to COMPLETED, and an update of an ONTAP volume. */
  fsxVolumeUpdate: "1 minute",
  /** From CREATING to AVAILABLE, and from DELETING to its removal. */
  fsxAlias: "2 minutes",
  /** From CREATING to CREATED. */
  fsxStorageVirtualMachine: "5 minutes",
  /** From DELETING to its removal. */
  fsxStorageVirtualMachineDeletion: "2 minutes",
  /** From CREATING to AVAILABLE. */
  fsxSnapshot: "5 seconds",
  /** From DELETING to its removal. */
  fsxSnapshotDeletion: "5 seconds",
  /** From CREATING or UPDATING to AVAILABLE, and from DELETING to its removal. */
  fsxDataRepositoryAssociation: "2 minutes",
  /** From PENDING to EXECUTING. */
  fsxDataRepositoryTaskStart: "10 seconds",
  /** From EXECUTING to SUCCEEDED. */
  fsxDataRepositoryTask: "5 minutes",
  /** From CANCELING to CANCELED. */
  fsxDataRepositoryTaskCancel: "10 seconds",
  /** From CREATING to AVAILABLE. */
  fsxFileCache: "15 minutes",
  /** From DELETING to its removal. */
  fsxFileCacheDeletion: "10 minutes",
  /** From CREATING to AVAILABLE, and from DELETING to its removal. */
  fsxS3AccessPoint: "30 seconds",
} satisfies Readonly<Record<keyof FsxDurations, Duration>>;

/** The record that each duration is for. A function set as a duration receives it. */
export type FsxDurations = {
  readonly fsxFileSystem: FileSystem;
  readonly fsxFileSystemDeletion: FileSystem;
  readonly fsxBackup: Backup;
  readonly fsxBackupCopy: Backup;
  readonly fsxVolume: Volume;
  readonly fsxVolumeDeletion: Volume;
  readonly fsxActionStart: AdministrativeAction;
  readonly fsxFileSystemUpdate: AdministrativeAction;
  readonly fsxOptimization: AdministrativeAction;
  readonly fsxVolumeUpdate: AdministrativeAction | Volume;
  readonly fsxAlias: Alias | AdministrativeAction;
  readonly fsxStorageVirtualMachine: StorageVirtualMachine;
  readonly fsxStorageVirtualMachineDeletion: StorageVirtualMachine;
  readonly fsxSnapshot: Snapshot | AdministrativeAction;
  readonly fsxSnapshotDeletion: Snapshot;
  readonly fsxDataRepositoryAssociation: Association;
  readonly fsxDataRepositoryTaskStart: Task;
  readonly fsxDataRepositoryTask: Task;
  readonly fsxDataRepositoryTaskCancel: Task;
  readonly fsxFileCache: FileCache;
  readonly fsxFileCacheDeletion: FileCache;
  readonly fsxS3AccessPoint: S3AccessPoint;
};
