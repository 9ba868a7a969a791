import { AwsError } from "../../../core/basics";
import { type Violation, violationMessage } from "../../../model";

/**
 * Additional members of an AWS Backup error. `Code` is the service's own number (`ERROR_9101`), and `Context` holds
 * the arguments of the message as text. Both are set only where they were recorded.
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

/** The answer of AWS Backup when it does not disclose whether a resource exists. */
export const insufficientPrivileges = (): AwsError =>
  new AwsError("AccessDeniedException", "Insufficient privileges to perform this action.");

export const badToken = (): AwsError => invalidParameter("The specified NextToken is invalid.");

/** The error for input that violates the API's model. Missing members have an exception of their own. */
export const refuseInput = (_operation: string, violations: readonly Violation[]): AwsError =>
  violations.every(violation => violation.kind === "required")
    ? missingParameter(violationMessage(violations))
    : invalidParameter(violationMessage(violations));
