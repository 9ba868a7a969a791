/** The names of the errors that operations of the three services declare. A test compares them with the models. */
export type DeclaredErrorName =
  | "AccessPointAlreadyExists"
  | "AccessPointAlreadyOwnedByYou"
  | "AccessPointLimitExceeded"
  | "AccessPointNotFound"
  | "ActiveDirectoryError"
  | "AlreadyExistsException"
  | "AvailabilityZonesMismatch"
  | "BackupBeingCopied"
  | "BackupInProgress"
  | "BackupNotFound"
  | "BackupRestoring"
  | "BadRequest"
  | "ConflictException"
  | "DataRepositoryAssociationNotFound"
  | "DataRepositoryTaskEnded"
  | "DataRepositoryTaskExecuting"
  | "DataRepositoryTaskNotFound"
  | "DependencyFailureException"
  | "DependencyTimeout"
  | "FileCacheNotFound"
  | "FileSystemAlreadyExists"
  | "FileSystemInUse"
  | "FileSystemLimitExceeded"
  | "FileSystemNotFound"
  | "IncompatibleParameterError"
  | "IncompatibleRegionForMultiAZ"
  | "IncorrectFileSystemLifeCycleState"
  | "IncorrectMountTargetState"
  | "InsufficientThroughputCapacity"
  | "InternalServerError"
  | "InvalidAccessPoint"
  | "InvalidDataRepositoryType"
  | "InvalidDestinationKmsKey"
  | "InvalidExportPath"
  | "InvalidImportPath"
  | "InvalidNetworkSettings"
  | "InvalidParameterValueException"
  | "InvalidPerUnitStorageThroughput"
  | "InvalidPolicyException"
  | "InvalidRegion"
  | "InvalidRequest"
  | "InvalidRequestException"
  | "InvalidResourceStateException"
  | "InvalidSourceKmsKey"
  | "IpAddressInUse"
  | "LimitExceededException"
  | "MissingFileCacheConfiguration"
  | "MissingFileSystemConfiguration"
  | "MissingParameterValueException"
  | "MissingVolumeConfiguration"
  | "MountTargetConflict"
  | "MountTargetNotFound"
  | "NetworkInterfaceLimitExceeded"
  | "NoFreeAddressesInSubnet"
  | "NotServiceResourceError"
  | "PolicyNotFound"
  | "ReplicationAlreadyExists"
  | "ReplicationNotFound"
  | "ResourceDoesNotSupportTagging"
  | "ResourceNotFound"
  | "ResourceNotFoundException"
  | "S3AccessPointAttachmentNotFound"
  | "SecurityGroupLimitExceeded"
  | "SecurityGroupNotFound"
  | "ServiceLimitExceeded"
  | "ServiceUnavailableException"
  | "SnapshotNotFound"
  | "SourceBackupUnavailable"
  | "StorageVirtualMachineNotFound"
  | "SubnetNotFound"
  | "ThrottlingException"
  | "ThroughputLimitExceeded"
  | "TooManyAccessPoints"
  | "TooManyRequests"
  | "UnsupportedAvailabilityZone"
  | "UnsupportedOperation"
  | "ValidationException"
  | "VolumeNotFound";

/**
 * The names of errors that any operation can answer, from the services' pages "Common Errors" and from the lists by which
 * the SDK's retry strategy recognizes throttling and transient errors.
 */
export const commonErrorNames = [
  "AccessDeniedException",
  "BandwidthLimitExceeded",
  "EC2ThrottledException",
  "ExpiredTokenException",
  "IncompleteSignature",
  "InternalFailure",
  "InternalServerError",
  "InternalServerException",
  "InvalidClientTokenId",
  "InvalidSignatureException",
  "MalformedHttpRequestException",
  "MissingAuthenticationToken",
  "NotAuthorized",
  "OptInRequired",
  "PriorRequestNotComplete",
  "ProvisionedThroughputExceededException",
  "RequestAbortedException",
  "RequestEntityTooLargeException",
  "RequestExpired",
  "RequestLimitExceeded",
  "RequestThrottled",
  "RequestThrottledException",
  "RequestTimeout",
  "RequestTimeoutException",
  "ServiceUnavailable",
  "ServiceUnavailableException",
  "SignatureDoesNotMatch",
  "SlowDown",
  "ThrottledException",
  "Throttling",
  "ThrottlingException",
  "TimeoutError",
  "TooManyRequestsException",
  "TransactionInProgressException",
  "UnknownOperationException",
  "UnrecognizedClientException",
  "ValidationError",
  "ValidationException",
] as const;

/** The name of an error that an operation of AWS Backup, EFS or FSx can answer. */
export type ErrorName = DeclaredErrorName | (typeof commonErrorNames)[number];
