import type { ActiveDirectoryErrorType, ServiceLimit } from "@aws-sdk/client-fsx";
import { AwsError } from "../../../core/basics";
import { type Violation, violationMessage } from "../../../model";

const error =
  (name: string) =>
  (message: string): AwsError =>
    new AwsError(name, message);

export const badRequest = error("BadRequest");
export const backupInProgress = error("BackupInProgress");
export const missingFileSystemConfiguration = error("MissingFileSystemConfiguration");
export const unsupported = error("UnsupportedOperation");
export const invalidThroughput = error("InvalidPerUnitStorageThroughput");
export const invalidImportPath = error("InvalidImportPath");
export const invalidExportPath = error("InvalidExportPath");

export const missingVolumeConfiguration = error("MissingVolumeConfiguration");
export const missingFileCacheConfiguration = error("MissingFileCacheConfiguration");
export const invalidRepositoryType = error("InvalidDataRepositoryType");
export const taskExecuting = error("DataRepositoryTaskExecuting");
export const taskEnded = error("DataRepositoryTaskEnded");
export const invalidRegion = error("InvalidRegion");
export const incompatibleRegion = error("IncompatibleRegionForMultiAZ");
export const invalidSourceKey = error("InvalidSourceKmsKey");
export const invalidDestinationKey = error("InvalidDestinationKmsKey");

export const backupNotFound = (id: string): AwsError =>
  new AwsError("BackupNotFound", `Backup '${id}' does not exist.`);
export const fileSystemNotFound = (id: string): AwsError =>
  new AwsError("FileSystemNotFound", `File system '${id}' does not exist.`);

// For a volume that does not exist, the message is its id. The later kinds of resources follow it.
export const volumeNotFound = error("VolumeNotFound");

export const machineNotFound = error("StorageVirtualMachineNotFound");
export const snapshotNotFound = error("SnapshotNotFound");
export const associationNotFound = error("DataRepositoryAssociationNotFound");
export const taskNotFound = error("DataRepositoryTaskNotFound");
export const fileCacheNotFound = error("FileCacheNotFound");
export const attachmentNotFound = error("S3AccessPointAttachmentNotFound");

export const resourceNotFound = (arn: string): AwsError =>
  new AwsError("ResourceNotFound", `The resource ${arn} does not exist.`, { ResourceARN: arn });

export const notServiceResource = (arn: string): AwsError =>
  new AwsError("NotServiceResourceError", `The resource ${arn} is not of a type that Amazon FSx owns.`, {
    ResourceARN: arn,
  });

export const invalidSubnet = (subnetId: string, message: string): AwsError =>
  new AwsError("InvalidNetworkSettings", message, { InvalidSubnetId: subnetId });

export const invalidRouteTable = (routeTableId: string, message: string): AwsError =>
  new AwsError("InvalidNetworkSettings", message, { InvalidRouteTableId: routeTableId });

export const invalidSecurityGroup = (groupId: string, message: string): AwsError =>
  new AwsError("InvalidNetworkSettings", message, { InvalidSecurityGroupId: groupId });

const directoryFaults: Readonly<Record<ActiveDirectoryErrorType, string>> = {
  DOMAIN_NOT_FOUND: "does not exist",
  INCOMPATIBLE_DOMAIN_MODE: "is not an AWS Managed Microsoft AD",
  WRONG_VPC: "is in another VPC",
  INVALID_NETWORK_TYPE: "does not support the network type of the file system",
  INVALID_DOMAIN_STAGE: "is not active",
};

export const activeDirectoryError = (id: string, Type: ActiveDirectoryErrorType): AwsError =>
  new AwsError("ActiveDirectoryError", `The Active Directory ${id} ${directoryFaults[Type]}.`, {
    ActiveDirectoryId: id,
    Type,
  });

export const incompatibleParameter = (parameter: string): AwsError =>
  new AwsError(
    "IncompatibleParameterError",
    `The parameter ${parameter} differs from an earlier request with the same client request token.`,
    { Parameter: parameter },
  );

export const sourceUnavailable = (backupId: string, lifecycle: string): AwsError =>
  new AwsError("SourceBackupUnavailable", `Backup ${backupId} is in ${lifecycle}.`, { BackupId: backupId });

export const backupBeingCopied = (backupId: string): AwsError =>
  new AwsError("BackupBeingCopied", `Backup ${backupId} is being copied.`, { BackupId: backupId });

export const backupRestoring = (backupId: string, fileSystemId: string): AwsError =>
  new AwsError("BackupRestoring", `Backup ${backupId} is being restored to ${fileSystemId}.`, {
    FileSystemId: fileSystemId,
  });

export const limitExceeded = (limit: ServiceLimit, message: string): AwsError =>
  new AwsError("ServiceLimitExceeded", message, { Limit: limit });

/** Only the errors of S3 access points repeat their name as an error code. */
const accessPointError = (name: string, message: string): AwsError =>
  new AwsError(name, message, { ErrorCode: name });

export const accessPointOwned = (name: string): AwsError =>
  accessPointError("AccessPointAlreadyOwnedByYou", `You already have an access point named ${name}.`);

export const invalidAccessPointRequest = (message: string): AwsError =>
  accessPointError("InvalidRequest", message);

export const tooManyAccessPoints = (limit: number): AwsError =>
  accessPointError("TooManyAccessPoints", `The maximum number of S3 access points is ${limit}.`);

/** The error for a member that is missing, in the form of the model's own violations. */
export const missingMember = (path: string): AwsError =>
  badRequest(
    `1 validation error detected: Value null at '${path}' failed to satisfy constraint: Member must not be null`,
  );

/** The error for input that violates the API's model. */
export const refuseInput = (_operation: string, violations: readonly Violation[]): AwsError =>
  badRequest(violationMessage(violations));
