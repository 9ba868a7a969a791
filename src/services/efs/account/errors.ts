import { AwsError } from "../../../core/basics";
import { type Violation, violationMessage } from "../../../model";

/** EFS repeats the name of every error as `ErrorCode`. Some errors also carry the id of the conflicting resource. */
const error =
  (name: string) =>
  (message?: string, members: Readonly<Record<string, string>> = {}): AwsError =>
    new AwsError(name, message, { ErrorCode: name, ...members });

export const badRequest = error("BadRequest");
export const conflict = error("ConflictException");
export const accessPointAlreadyExists = error("AccessPointAlreadyExists");
export const accessPointLimitExceeded = error("AccessPointLimitExceeded");
export const accessPointNotFound = error("AccessPointNotFound");
export const availabilityZonesMismatch = error("AvailabilityZonesMismatch");
export const fileSystemAlreadyExists = error("FileSystemAlreadyExists");
export const fileSystemInUse = error("FileSystemInUse");
export const fileSystemLimitExceeded = error("FileSystemLimitExceeded");
export const fileSystemNotFound = error("FileSystemNotFound");
export const incorrectFileSystemState = error("IncorrectFileSystemLifeCycleState");
export const incorrectMountTargetState = error("IncorrectMountTargetState");
export const invalidPolicy = error("InvalidPolicyException");
export const ipAddressInUse = error("IpAddressInUse");
export const mountTargetConflict = error("MountTargetConflict");
export const mountTargetNotFound = error("MountTargetNotFound");
export const networkInterfaceLimitExceeded = error("NetworkInterfaceLimitExceeded");
export const noFreeAddresses = error("NoFreeAddressesInSubnet");
export const policyNotFound = error("PolicyNotFound");
export const replicationAlreadyExists = error("ReplicationAlreadyExists");
export const replicationNotFound = error("ReplicationNotFound");
export const securityGroupLimitExceeded = error("SecurityGroupLimitExceeded");
export const securityGroupNotFound = error("SecurityGroupNotFound");
export const subnetNotFound = error("SubnetNotFound");
export const throughputLimitExceeded = error("ThroughputLimitExceeded");
export const tooManyRequests = error("TooManyRequests");
export const unsupportedAvailabilityZone = error("UnsupportedAvailabilityZone");
const validation = error("ValidationException");

export const badMarker = (): AwsError => badRequest("Invalid pagination token.");

/** The refusals of CreateReplicationConfiguration have no error code. */
export const badReplicationRequest = (message: string): AwsError => new AwsError("BadRequest", message);

/**
 * The error for input that violates the API's model. EFS sends it even if the operation does not declare it, as
 * recorded for DeleteFileSystem and CreateAccessPoint.
 */
export const refuseInput = (_operation: string, violations: readonly Violation[]): AwsError =>
  validation(violationMessage(violations));
