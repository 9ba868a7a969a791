import { type NeverAnswered, testDeclaredErrors } from "../../../support/declared-errors";
import { backups } from "./backups";
import { fileSystems } from "./file-systems";
import { others } from "./others";
import { repositories } from "./repositories";
import { volumes } from "./volumes";
import { open } from "./world";

const provocations = { ...fileSystems, ...volumes, ...backups, ...repositories, ...others };

const never: NeverAnswered = {
  "the error names the exceeded limit, and the API has no limit for these operations": [
    "CopySnapshotAndUpdateVolume",
    "CreateDataRepositoryAssociation",
    "CreateDataRepositoryTask",
    "CreateSnapshot",
    "DeleteDataRepositoryAssociation",
    "DeleteFileCache",
    "ReleaseFileSystemNfsV3Locks",
    "UpdateDataRepositoryAssociation",
    "UpdateFileCache",
  ].map(operation => `${operation} ServiceLimitExceeded`),
  "AWS does not document which tasks, caches and access points are unsupported": [
    "CancelDataRepositoryTask",
    "DescribeS3AccessPointAttachments",
    "DetachAndDeleteS3AccessPoint",
    "UpdateFileCache",
  ].map(operation => `${operation} UnsupportedOperation`),
  "a volume is created in a virtual machine or under another volume, which are removed with their file system":
    ["CreateVolume FileSystemNotFound", "CreateVolumeFromBackup FileSystemNotFound"],
  "a backup contains the whole configuration of the restored file system": [
    "CreateFileSystemFromBackup MissingFileSystemConfiguration",
  ],
  "a new access point does not refer to another one": ["CreateAndAttachS3AccessPoint InvalidAccessPoint"],
  "every FSx resource with an ARN can be tagged": ["ListTagsForResource", "TagResource", "UntagResource"].map(
    operation => `${operation} ResourceDoesNotSupportTagging`,
  ),
  "the operation has no input that could be invalid": ["DescribeSharedVpcConfiguration BadRequest"],
};

testDeclaredErrors("fsx", provocations, never, open);
