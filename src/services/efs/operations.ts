import type { EfsOperations } from "./account";
import { describeBackupPolicy, putBackupPolicy } from "./file-systems/backup-policy";
import { createFileSystem } from "./file-systems/creating";
import { deleteFileSystem } from "./file-systems/deleting";
import { describeFileSystems } from "./file-systems/file-systems";

/** Every operation of the client, and how it is answered. */
export const efsOperations: EfsOperations = {
  CreateAccessPoint: undefined,
  CreateFileSystem: createFileSystem,
  CreateMountTarget: undefined,
  CreateReplicationConfiguration: undefined,
  CreateTags: undefined,
  DeleteAccessPoint: undefined,
  DeleteFileSystem: deleteFileSystem,
  DeleteFileSystemPolicy: undefined,
  DeleteMountTarget: undefined,
  DeleteReplicationConfiguration: undefined,
  DeleteTags: undefined,
  DescribeAccessPoints: undefined,
  DescribeAccountPreferences: undefined,
  DescribeBackupPolicy: describeBackupPolicy,
  DescribeFileSystemPolicy: undefined,
  DescribeFileSystems: describeFileSystems,
  DescribeLifecycleConfiguration: undefined,
  DescribeMountTargets: undefined,
  DescribeMountTargetSecurityGroups: undefined,
  DescribeReplicationConfigurations: undefined,
  DescribeTags: undefined,
  ListTagsForResource: undefined,
  ModifyMountTargetSecurityGroups: undefined,
  PutAccountPreferences: undefined,
  PutBackupPolicy: putBackupPolicy,
  PutFileSystemPolicy: undefined,
  PutLifecycleConfiguration: undefined,
  TagResource: undefined,
  UntagResource: undefined,
  UpdateFileSystem: undefined,
  UpdateFileSystemProtection: undefined,
};
