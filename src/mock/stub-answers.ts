import { AwsError, MockError } from "../core/basics";
import type { CalledOperation } from "../core/calls";
import { checkOutput, isServiceName, serviceModel } from "../model";

/** An error to answer with: the name of an AWS error, its members, or an error to throw unchanged. */
export type StubError =
  | string
  | Error
  | {
      /** The name of the error, such as `ThrottlingException`. */
      readonly name: string;
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
