import { createAccessPoint, deleteAccessPoint, describeAccessPoints } from "./access-points/access-points";
import type { EfsOperations } from "./account/account";
import { describeAccountPreferences, putAccountPreferences } from "./account-preferences/account-preferences";
import { describeBackupPolicy, putBackupPolicy } from "./file-systems/backup-policy";
import { createFileSystem } from "./file-systems/creating";
import { deleteFileSystem } from "./file-systems/deleting";
import { describeFileSystems } from "./file-systems/describing";
import { describeLifecycleConfiguration, putLifecycleConfiguration } from "./file-systems/lifecycle";
import { deleteFileSystemPolicy, describeFileSystemPolicy, putFileSystemPolicy } from "./file-systems/policy";
import { updateFileSystemProtection } from "./file-systems/protection";
import { updateFileSystem } from "./file-systems/throughput";
import { createMountTarget } from "./mount-targets/creating";
import { deleteMountTarget, describeMountTargets } from "./mount-targets/mount-targets";
import {
  describeMountTargetSecurityGroups,
  modifyMountTargetSecurityGroups,
} from "./mount-targets/security-groups";
import { createReplicationConfiguration } from "./replications/creating";
import { deleteReplicationConfiguration } from "./replications/deleting";
import { describeReplicationConfigurations } from "./replications/describing";
import {
  createTags,
  deleteTags,
  describeTags,
  listTagsForResource,
  tagResource,
  untagResource,
} from "./tags/tagging";

/** The handler of every operation. */
export const efsOperations: EfsOperations = {
  CreateAccessPoint: createAccessPoint,
  CreateFileSystem: createFileSystem,
  CreateMountTarget: createMountTarget,
  CreateReplicationConfiguration: createReplicationConfiguration,
  CreateTags: createTags,
  DeleteAccessPoint: deleteAccessPoint,
  DeleteFileSystem: deleteFileSystem,
  DeleteFileSystemPolicy: deleteFileSystemPolicy,
  DeleteMountTarget: deleteMountTarget,
  DeleteReplicationConfiguration: deleteReplicationConfiguration,
  DeleteTags: deleteTags,
  DescribeAccessPoints: describeAccessPoints,
  DescribeAccountPreferences: describeAccountPreferences,
  DescribeBackupPolicy: describeBackupPolicy,
  DescribeFileSystemPolicy: describeFileSystemPolicy,
  DescribeFileSystems: describeFileSystems,
  DescribeLifecycleConfiguration: describeLifecycleConfiguration,
  DescribeMountTargets: describeMountTargets,
  DescribeMountTargetSecurityGroups: describeMountTargetSecurityGroups,
  DescribeReplicationConfigurations: describeReplicationConfigurations,
  DescribeTags: describeTags,
  ListTagsForResource: listTagsForResource,
  ModifyMountTargetSecurityGroups: modifyMountTargetSecurityGroups,
  PutAccountPreferences: putAccountPreferences,
  PutBackupPolicy: putBackupPolicy,
  PutFileSystemPolicy: putFileSystemPolicy,
  PutLifecycleConfiguration: putLifecycleConfiguration,
  TagResource: tagResource,
  UntagResource: untagResource,
  UpdateFileSystem: updateFileSystem,
  UpdateFileSystemProtection: updateFileSystemProtection,
};
