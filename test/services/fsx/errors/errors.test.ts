import { type NeverAnswered, testDeclaredErrors } from "../../../support/declared-errors";
import { backups } from "./backups";
import { fileSystems } from "./file-systems";
import { others } from "./others";
import { repositories } from "./repositories";
import { volumes } from "./volumes";
import { open } from "./world";

const provocations = { ...fileSystems, ...volumes, ...backups, ...repositories, ...others };

const never: NeverAnswered = {
  "the error says which limit it was, and the API knows none that these could reach": [
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
  "AWS does not say which tasks, caches and access points these do not work for": [
    "CancelDataRepositoryTask",
    "DescribeS3AccessPointAttachments",
    "DetachAndDeleteS3AccessPoint",
    "UpdateFileCache",
  ].map(operation => `${operation} UnsupportedOperation`),
  "a volume is made in a virtual machine or under another volume, which are gone when their file system is": [
    "CreateVolume FileSystemNotFound",
    "CreateVolumeFromBackup FileSystemNotFound",
  ],
  "a backup has the whole configuration of the file system to be made": [
    "CreateFileSystemFromBackup MissingFileSystemConfiguration",
  ],
  "a new access point names no other one that might not be there": [
    "CreateAndAttachS3AccessPoint InvalidAccessPoint",
  ],
  "whatever of FSx has an ARN can be tagged": ["ListTagsForResource", "TagResource", "UntagResource"].map(
    operation => `${operation} ResourceDoesNotSupportTagging`,
  ),
  "the operation takes no input that could be wrong": ["DescribeSharedVpcConfiguration BadRequest"],
};

testDeclaredErrors("fsx", provocations, never, open);
