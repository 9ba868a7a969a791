import type { AwsError } from "../core/basics";
import { type ServiceName, serviceModel } from "../model";
import { errorStatus } from "./error-status";
import { discoverClass, type ExceptionClass, knownClass } from "./exception-classes";
import { fallbackClass } from "./fallback-classes";
import type { SdkArgs, SdkClient, SdkContext } from "./sdk";

/** The call that an exception is made for. */
export interface ExceptionSource {
  readonly service: ServiceName;
  readonly requestId: string;
  readonly context: SdkContext;
  readonly command: SdkArgs;
  readonly client: SdkClient | undefined;
  /** Stack traces begin at the caller of this function, if it is still running. */
  readonly entry: ((...args: never[]) => unknown) | undefined;
}

export interface MadeException {
  readonly exception: Error;
  /** Resolves when the exception has its class: some clients show it asynchronously the first time. */
  readonly finished?: Promise<void>;
}

/** The exception that the client makes of this error when it comes over the wire. */
export function exceptionOf(error: AwsError, source: ExceptionSource): MadeException {
  const Class = knownClass(error.name, source);
  if (Class) return { exception: make(Class, error, source) };
  const exception = make(fallbackClass(source.service, error.name), error, source);
  const finished = discoverClass(error.name, source).then(Class => setClass(exception, Class));
  return { exception, finished };
}

function make(Class: ExceptionClass, error: AwsError, source: ExceptionSource): Error {
  const { status, fault } = errorStatus(source.service, error.name);
  const exception = withoutStack(Class, {
    name: error.name,
    $fault: fault,
    $metadata: {
      httpStatusCode: status,
      requestId: source.requestId,
      extendedRequestId: undefined,
      cfId: undefined,
      attempts: 1,
      totalRetryDelay: 0,
    },
    ...error.members,
  });
  // As from the wire: `message` is an ordinary member, and there is no `Message`.
  Reflect.deleteProperty(exception, "Message");
  Object.assign(exception, error.members, { message: error.message || "UnknownError" });
  if (serviceModel(source.service).metadata.protocol === "awsJson1_1") {
    Object.assign(exception, { __type: error.name });
  }
  Object.defineProperty(exception, "$response", {
    value: { statusCode: status, headers: { "x-amzn-requestid": source.requestId } },
    enumerable: false,
  });
  Error.captureStackTrace(exception, source.entry);
  return exception;
}

/** Makes an exception without a stack trace, which is costly and taken later. */
function withoutStack(Class: ExceptionClass, options: object): Error {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return new Class(options);
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** Gives an exception the client's own class, which was found after the exception was made. */
function setClass(exception: Error, Class: ExceptionClass | undefined): void {
  if (!Class) return;
  const own = new Class({});
  Object.setPrototypeOf(exception, Class.prototype);
  for (const member of Object.keys(own)) {
    if (member !== "Message" && !Object.hasOwn(exception, member)) {
      Object.assign(exception, { [member]: undefined });
    }
  }
}
