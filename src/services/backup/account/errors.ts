import { AwsError } from "../../../core/basics";
import { type Violation, violationMessage } from "../../../model";

/**
 * The extra members of an AWS Backup error. `Code` is a number of the service's own (`ERROR_9101`), not the
 * exception's name, and `Context` the arguments of the message as text; both are set where they were seen.
 */
export interface ErrorFacts {
  readonly Code?: string;
  readonly Context?: string;
  readonly Arn?: string;
  readonly CreatorRequestId?: string | undefined;
}

const error =
  (name: string) =>
  (message: string, facts: ErrorFacts = {}): AwsError =>
    new AwsError(name, message, { ...facts });

export const alreadyExists = error("AlreadyExistsException");
export const invalidParameter = error("InvalidParameterValueException");
export const missingParameter = error("MissingParameterValueException");
export const invalidRequest = error("InvalidRequestException");
export const invalidState = error("InvalidResourceStateException");
export const notFound = error("ResourceNotFoundException");
export const limitExceeded = error("LimitExceededException");
export const conflict = error("ConflictException");

/** What AWS Backup answers where it does not want to say whether a thing exists. */
export const insufficientPrivileges = (): AwsError =>
  new AwsError("AccessDeniedException", "Insufficient privileges to perform this action.");

export const badToken = (): AwsError => invalidParameter("The specified NextToken is invalid.");

/** Input that breaks the API's model: absent members have an exception of their own. */
export const refuseInput = (_operation: string, violations: readonly Violation[]): AwsError =>
  violations.every(violation => violation.kind === "required")
    ? missingParameter(violationMessage(violations))
    : invalidParameter(violationMessage(violations));
