import type { ServiceLimit } from "@aws-sdk/client-fsx";
import { AwsError } from "../../core/errors";
import { type Violation, violationMessage } from "../../model";

const error =
  (name: string) =>
  (message: string): AwsError =>
    new AwsError(name, message);

export const badRequest = error("BadRequest");
export const backupInProgress = error("BackupInProgress");
export const missingFileSystemConfiguration = error("MissingFileSystemConfiguration");
export const unsupported = error("UnsupportedOperation");
export const notServiceResource = error("NotServiceResourceError");
export const invalidThroughput = error("InvalidPerUnitStorageThroughput");
export const invalidImportPath = error("InvalidImportPath");
export const invalidExportPath = error("InvalidExportPath");

// Where a thing is not there, the message is its bare id.
export const backupNotFound = error("BackupNotFound");
export const fileSystemNotFound = error("FileSystemNotFound");
export const volumeNotFound = error("VolumeNotFound");

export const resourceNotFound = (arn: string): AwsError =>
  new AwsError("ResourceNotFound", `The resource ${arn} does not exist.`, { ResourceARN: arn });

export const taggingUnsupported = (arn: string): AwsError =>
  new AwsError("ResourceDoesNotSupportTagging", `The resource ${arn} does not support tagging.`, {
    ResourceARN: arn,
  });

export const invalidSubnet = (subnetId: string, message: string): AwsError =>
  new AwsError("InvalidNetworkSettings", message, { InvalidSubnetId: subnetId });

export const incompatibleParameter = (parameter: string): AwsError =>
  new AwsError(
    "IncompatibleParameterError",
    `The parameter ${parameter} differs from an earlier request with the same client request token.`,
    { Parameter: parameter },
  );

export const limitExceeded = (limit: ServiceLimit, message: string): AwsError =>
  new AwsError("ServiceLimitExceeded", message, { Limit: limit });

/** Input that breaks the API's model. */
export const refuseInput = (_operation: string, violations: readonly Violation[]): AwsError =>
  badRequest(violationMessage(violations));
