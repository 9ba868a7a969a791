import { AwsError, MockError, nearest, quoted } from "../core/basics";
import type { CalledOperation } from "../core/calls";
import {
  checkOutput,
  commonErrorNames,
  type ErrorName,
  isServiceName,
  serviceModel,
  serviceNames,
} from "../model";

/**
 * An error to answer with: the name of an AWS error, its members, the message of a plain error (which has a space), or an
 * error to throw unchanged.
 */
export type StubError =
  | ErrorName
  | `${string} ${string}`
  | Error
  | {
      /** The name of the error, such as `ThrottlingException`. */
      readonly name: ErrorName | (string & {});
      /** Default: AWS's text for common errors, else the name. */
      readonly message?: string;
      /** Further members of the error, such as `FileSystemId`. */
      readonly [member: string]: unknown;
    };

/** Throws for an output that the service could not return, at the line of the test that gives it. */
export function checkAnswer({ service, operation: name }: CalledOperation, output: unknown): void {
  const operation = isServiceName(service) ? serviceModel(service).operation(name) : undefined;
  const [problem] = operation ? checkOutput(operation.output, withoutMetadata(output)) : [];
  if (!problem) return;
  throw new MockError(
    "InvalidStub",
    `Cannot answer ${name}Command with this output: ${problem.message}; give members of the operation's output only.`,
  );
}

/** Names of errors have no spaces; what has some is a message. */
const isMessage = (text: string): boolean => text.includes(" ");

/** Throws for the name of an error that no service has, at the line of the test that gives it. */
export function checkError(error: StubError): void {
  if (error instanceof Error || (typeof error === "string" && isMessage(error))) return;
  const name = typeof error === "string" ? error : error.name;
  if (isErrorName(name)) return;
  throw new MockError(
    "InvalidStub",
    `Cannot reject with ${quoted(name)}: neither AWS Backup, EFS nor FSx has an error of this name; ${suggestionFor(name)}`,
  );
}

const isErrorName = (name: string): boolean =>
  commonErrorNames.some(common => common === name) ||
  serviceNames.some(service => serviceModel(service).error(name) !== undefined);

const suggestionFor = (name: string): string => {
  const meant = nearest(name, errorNames());
  return meant ? `did you mean ${quoted(meant)}?` : "to throw any other error, give an Error.";
};

/** The names of all errors: of the operations, and the common ones. */
function errorNames(): ReadonlySet<string> {
  const names = new Set<string>(commonErrorNames);
  for (const service of serviceNames) {
    const model = serviceModel(service);
    for (const operation of model.operationNames()) {
      for (const name of model.operation(operation)?.errors ?? []) names.add(name);
    }
  }
  return names;
}

export function errorOf(error: StubError, { service }: CalledOperation): Error {
  if (error instanceof Error) return error;
  if (typeof error === "string" && isMessage(error)) return new Error(error);
  const {
    name,
    message = defaultMessages[name] ?? name,
    ...members
  } = typeof error === "string" ? { name: error } : error;
  return new AwsError(name, message, { ...errorCode(service, name), ...members });
}

/** Errors of Amazon EFS repeat their name as `ErrorCode`. */
function errorCode(service: string, name: string): { readonly ErrorCode?: string } {
  const shape = isServiceName(service) ? serviceModel(service).error(name)?.shape : undefined;
  return shape?.members.some(member => member.name === "ErrorCode") ? { ErrorCode: name } : {};
}

function withoutMetadata(output: unknown): unknown {
  if (typeof output !== "object" || output === null || !("$metadata" in output)) return output;
  const { $metadata: _, ...members } = output;
  return members;
}

/** AWS's texts for the errors that any operation can answer. */
const defaultMessages: Readonly<Record<string, string>> = {
  ThrottlingException: "Rate exceeded",
  AccessDeniedException: "Insufficient privileges to perform this action.",
  ServiceUnavailableException: "The request has failed due to a temporary failure of the server.",
  InternalServerError: "The server has encountered an internal error. Please retry your request.",
};
