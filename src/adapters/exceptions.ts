import type { AwsError } from "../core/basics";
import { type ServiceName, serviceModel } from "../model";
import { errorStatus } from "./error-status";
import { type ExceptionClass, knownClass, learnClass } from "./exception-classes";
import type { SdkArgs, SdkClient, SdkContext } from "./sdk";
import { standIn } from "./stand-ins";

/** Where the exception is thrown: all that leads to the client's own classes. */
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
  /** Resolves when the exception has got its class: some clients tell it asynchronously the first time. */
  readonly finished?: Promise<void>;
}

/** The exception that the client would have made of this error from the wire. */
export function exceptionOf(error: AwsError, source: ExceptionSource): MadeException {
  const Class = knownClass(error.name, source);
  if (Class) return { exception: make(Class, error, source) };
  const exception = make(standIn(source.service, error.name), error, source);
  const finished = learnClass(error.name, source).then(Found => adopt(exception, Found));
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
  // As from the wire: `message` is like any other member, and what the model calls `Message` is gone.
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

/** The stack trace is taken once the exception is complete; taking it here as well would cost half as much again. */
function withoutStack(Class: ExceptionClass, options: object): Error {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return new Class(options);
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** Makes an exception one of the client's own, whose class came to be known after it was made. */
function adopt(exception: Error, Class: ExceptionClass | undefined): void {
  if (!Class) return;
  const own = new Class({});
  Object.setPrototypeOf(exception, Class.prototype);
  for (const member of Object.keys(own)) {
    if (member !== "Message" && !Object.hasOwn(exception, member)) {
      Object.assign(exception, { [member]: undefined });
    }
  }
}
