import { checkOutput, type OperationModel, type ServiceName } from "../../../src/model/index";
import { assertNoAlias, overwriteDeeply } from "./aliasing";

/** Errors that a service returns from operations that do not declare them. */
const undeclaredErrors: Readonly<Record<ServiceName, ReadonlySet<string>>> = {
  // Invalid input, vaults without access, and plans, selections and vaults that AWS manages.
  backup: new Set([
    "AccessDeniedException",
    "InvalidParameterValueException",
    "InvalidRequestException",
    "MissingParameterValueException",
  ]),
  efs: new Set(["ValidationException"]),
  // A client request token that was used with other parameters, and file systems with a backup in progress.
  fsx: new Set(["IncompatibleParameterError", "BackupInProgress"]),
};

/** An error is the client's own exception, and the operation can return it. */
export function checkError({ service, name, errors }: OperationModel, error: Error): void {
  if (typeof Reflect.get(error, "$fault") !== "string") {
    throw new Error(`${service} ${name} failed with an internal error: ${error.stack}`);
  }
  if (!errors.includes(error.name) && !undeclaredErrors[service].has(error.name)) {
    throw new Error(`${name} failed with ${error.name}, which is none of ${errors.join(", ")}`);
  }
}

/** AWS itself returns a lifecycle in backups of volumes that its model does not have. */
const isKnownDeviation = (message: string): boolean =>
  /Volume\.Lifecycle must be one of .* not "ACTIVE"$/.test(message);

/** A response conforms to the model, and shares nothing with the state. */
export function checkResponse({ name, output: shape }: OperationModel, output: object): void {
  const [problem] = checkOutput(shape, output).filter(({ message }) => !isKnownDeviation(message));
  if (problem) throw new Error(`${name} returned an invalid response: ${problem.message}`);
  assertNoAlias(output, name);
  overwriteDeeply(output);
}
