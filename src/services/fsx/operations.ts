import type { FsxOperations } from "./account/account";
import { describeBackups } from "./backups/backups";
import { copyBackup } from "./backups/copying";
import { createBackup, deleteBackup } from "./backups/user-backups";
import {
  createDataRepositoryAssociation,
  deleteDataRepositoryAssociation,
  describeDataRepositoryAssociations,
  updateDataRepositoryAssociation,
} from "./data-repositories/associations";
import {
  cancelDataRepositoryTask,
  createDataRepositoryTask,
  describeDataRepositoryTasks,
} from "./data-repositories/tasks";
import { createFileCache } from "./file-caches/creating";
import { deleteFileCache, describeFileCaches, updateFileCache } from "./file-caches/file-caches";
import {
  associateFileSystemAliases,
  describeFileSystemAliases,
  disassociateFileSystemAliases,
} from "./file-systems/aliases";
import { createFileSystem } from "./file-systems/creating";
import { deleteFileSystem } from "./file-systems/deleting";
import { describeFileSystems } from "./file-systems/file-systems";
import { releaseFileSystemNfsV3Locks, startMisconfiguredStateRecovery } from "./file-systems/maintenance";
import { createFileSystemFromBackup } from "./file-systems/restoring";
import { updateFileSystem } from "./file-systems/updating";
import {
  createAndAttachS3AccessPoint,
  describeS3AccessPointAttachments,
  detachAndDeleteS3AccessPoint,
} from "./s3-access-points/s3-access-points";
import { describeSharedVpcConfiguration, updateSharedVpcConfiguration } from "./shared-vpc/shared-vpc";
import { listTagsForResource, tagResource, untagResource } from "./tags/tagging";
import { copySnapshotAndUpdateVolume } from "./volumes/copying-snapshots";
import { createVolume } from "./volumes/creating";
import { deleteVolume } from "./volumes/deleting";
import { createStorageVirtualMachine } from "./volumes/machine-creating";
import { updateStorageVirtualMachine } from "./volumes/machine-updating";
import { createVolumeFromBackup } from "./volumes/restoring";
import { restoreVolumeFromSnapshot } from "./volumes/restoring-from-snapshot";
import { createSnapshot, deleteSnapshot, describeSnapshots, updateSnapshot } from "./volumes/snapshots";
import {
  deleteStorageVirtualMachine,
  describeStorageVirtualMachines,
} from "./volumes/storage-virtual-machines";
import { updateVolume } from "./volumes/updating";
import { describeVolumes } from "./volumes/volumes";

/** The handler of every operation of the client. */
export const fsxOperations: FsxOperations = {
  AssociateFileSystemAliases: associateFileSystemAliases,
  CancelDataRepositoryTask: cancelDataRepositoryTask,
  CopyBackup: copyBackup,
  CopySnapshotAndUpdateVolume: copySnapshotAndUpdateVolume,
  CreateAndAttachS3AccessPoint: createAndAttachS3AccessPoint,
  CreateBackup: createBackup,
  CreateDataRepositoryAssociation: createDataRepositoryAssociation,
  CreateDataRepositoryTask: createDataRepositoryTask,
  CreateFileCache: createFileCache,
  CreateFileSystem: createFileSystem,
  CreateFileSystemFromBackup: createFileSystemFromBackup,
  CreateSnapshot: createSnapshot,
  CreateStorageVirtualMachine: createStorageVirtualMachine,
  CreateVolume: createVolume,
  CreateVolumeFromBackup: createVolumeFromBackup,
  DeleteBackup: deleteBackup,
  DeleteDataRepositoryAssociation: deleteDataRepositoryAssociation,
  DeleteFileCache: deleteFileCache,
  DeleteFileSystem: deleteFileSystem,
  DeleteSnapshot: deleteSnapshot,
  DeleteStorageVirtualMachine: deleteStorageVirtualMachine,
  DeleteVolume: deleteVolume,
  DescribeBackups: describeBackups,
  DescribeDataRepositoryAssociations: describeDataRepositoryAssociations,
  DescribeDataRepositoryTasks: describeDataRepositoryTasks,
  DescribeFileCaches: describeFileCaches,
  DescribeFileSystemAliases: describeFileSystemAliases,
  DescribeFileSystems: describeFileSystems,
  DescribeS3AccessPointAttachments: describeS3AccessPointAttachments,
  DescribeSharedVpcConfiguration: describeSharedVpcConfiguration,
  DescribeSnapshots: describeSnapshots,
  DescribeStorageVirtualMachines: describeStorageVirtualMachines,
  DescribeVolumes: describeVolumes,
  DetachAndDeleteS3AccessPoint: detachAndDeleteS3AccessPoint,
  DisassociateFileSystemAliases: disassociateFileSystemAliases,
  ListTagsForResource: listTagsForResource,
  ReleaseFileSystemNfsV3Locks: releaseFileSystemNfsV3Locks,
  RestoreVolumeFromSnapshot: restoreVolumeFromSnapshot,
  StartMisconfiguredStateRecovery: startMisconfiguredStateRecovery,
  TagResource: tagResource,
  UntagResource: untagResource,
  UpdateDataRepositoryAssociation: updateDataRepositoryAssociation,
  UpdateFileCache: updateFileCache,
  UpdateFileSystem: updateFileSystem,
  UpdateSharedVpcConfiguration: updateSharedVpcConfiguration,
  UpdateSnapshot: updateSnapshot,
  UpdateStorageVirtualMachine: updateStorageVirtualMachine,
  UpdateVolume: updateVolume,
};
