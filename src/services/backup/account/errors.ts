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

export const accessDenied = error("AccessDeniedException");

/** The answer of AWS Backup when it does not disclose whether a resource exists. */
export const insufficientPrivileges = (): AwsError =>
  accessDenied("Insufficient privileges to perform this action.");

export const noPoint = "Cannot find recovery point";

export const pointNotFound = (): AwsError => notFound(noPoint, { Code: "ERROR_2603" });

export const badToken = (): AwsError => invalidParameter("The specified NextToken is invalid.");

/** The beginning of what AWS answers to invalid rules of a plan. */
export const inSomeRules = (reason: string): string => `Error in some rules due to : ${reason}`;

const targetVault = /^backupPlan\.rules\.\d+\.member\.targetBackupVaultName$/;

/** AWS's own check of rules answers about their vaults, not the check of the API's model. */
function ruleRefusal(violation: Violation): AwsError | undefined {
  if (!targetVault.test(violation.path)) return undefined;
  return violation.kind === "required"
    ? invalidParameter("Error in some rules due to: Backup vault name is null")
    : invalidParameter(inSomeRules(`Backup vault name ${violation.value} is not valid`));
}

/** The error for input that violates the API's model. Missing members have an exception of their own. */
export function refuseInput(_operation: string, violations: readonly Violation[]): AwsError {
  const [first] = violations;
  const ofRules = violations.length === 1 && first ? ruleRefusal(first) : undefined;
  if (ofRules) return ofRules;
  return violations.every(violation => violation.kind === "required")
    ? missingParameter(violationMessage(violations))
    : invalidParameter(violationMessage(violations));
}
