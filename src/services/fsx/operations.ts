import type { FsxOperations } from "./account";
import { describeBackups } from "./backups/backups";
import { createBackup, deleteBackup } from "./backups/user-backups";
import { createFileSystem } from "./file-systems/creating";
import { deleteFileSystem } from "./file-systems/deleting";
import { describeFileSystems } from "./file-systems/file-systems";
import { listTagsForResource, tagResource, untagResource } from "./tagging";

/** Every operation of the client, and how it is answered. */
export const fsxOperations: FsxOperations = {
  AssociateFileSystemAliases: undefined,
  CancelDataRepositoryTask: undefined,
  CopyBackup: undefined,
  CopySnapshotAndUpdateVolume: undefined,
  CreateAndAttachS3AccessPoint: undefined,
  CreateBackup: createBackup,
  CreateDataRepositoryAssociation: undefined,
  CreateDataRepositoryTask: undefined,
  CreateFileCache: undefined,
  CreateFileSystem: createFileSystem,
  CreateFileSystemFromBackup: undefined,
  CreateSnapshot: undefined,
  CreateStorageVirtualMachine: undefined,
  CreateVolume: undefined,
  CreateVolumeFromBackup: undefined,
  DeleteBackup: deleteBackup,
  DeleteDataRepositoryAssociation: undefined,
  DeleteFileCache: undefined,
  DeleteFileSystem: deleteFileSystem,
  DeleteSnapshot: undefined,
  DeleteStorageVirtualMachine: undefined,
  DeleteVolume: undefined,
  DescribeBackups: describeBackups,
  DescribeDataRepositoryAssociations: undefined,
  DescribeDataRepositoryTasks: undefined,
  DescribeFileCaches: undefined,
  DescribeFileSystemAliases: undefined,
  DescribeFileSystems: describeFileSystems,
  DescribeS3AccessPointAttachments: undefined,
  DescribeSharedVpcConfiguration: undefined,
  DescribeSnapshots: undefined,
  DescribeStorageVirtualMachines: undefined,
  DescribeVolumes: undefined,
  DetachAndDeleteS3AccessPoint: undefined,
  DisassociateFileSystemAliases: undefined,
  ListTagsForResource: listTagsForResource,
  ReleaseFileSystemNfsV3Locks: undefined,
  RestoreVolumeFromSnapshot: undefined,
  StartMisconfiguredStateRecovery: undefined,
  TagResource: tagResource,
  UntagResource: untagResource,
  UpdateDataRepositoryAssociation: undefined,
  UpdateFileCache: undefined,
  UpdateFileSystem: undefined,
  UpdateSharedVpcConfiguration: undefined,
  UpdateSnapshot: undefined,
  UpdateStorageVirtualMachine: undefined,
  UpdateVolume: undefined,
};
