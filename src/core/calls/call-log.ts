import { projectOutput, type StructureShape } from "../../model";
import type { Place } from "../basics";
import type { EpochMs } from "../time";
import { deepCopy } from "./copy";

/** Who answered a call: the model, a stub, or nobody. */
export type AnsweredBy = "model" | "stub" | "nobody";

/** An input or output as it was at the time: a frozen value with its shape, or a copy of what was sent. */
export type Kept =
  | { readonly value: object | undefined; readonly shape: StructureShape }
  | { readonly value: unknown; readonly shape: undefined };

/**
 * A call as the log keeps it. What users see is made when they read it. One flat object: long tests make very many.
 */
export class LoggedCall {
  readonly service: string;
  readonly operation: string;
  readonly place: Place;
  readonly at: EpochMs;
  /** What stands for the client, if the adapter knows it. The log must not keep clients from being collected. */
  readonly caller: object | undefined;
  /** How many bytes count for it. */
  readonly size: number;
  answeredBy: AnsweredBy = "model";
  #failure: Failure | undefined = undefined;
  readonly #input: unknown;
  readonly #inputShape: StructureShape | undefined;
  #output: unknown = undefined;
  #outputShape: StructureShape | undefined | "none" = "none";

  constructor(
    of: {
      readonly service: string;
      readonly operation: string;
      readonly place: Place;
      readonly caller?: object | undefined;
      readonly size?: number | undefined;
    },
    at: EpochMs,
    input: Kept,
  ) {
    this.service = of.service;
    this.operation = of.operation;
    this.place = of.place;
    this.caller = of.caller;
    this.size = of.size ?? 0;
    this.at = at;
    this.#input = input.value;
    this.#inputShape = input.shape;
  }

  get input(): Kept {
    return kept(this.#input, this.#inputShape);
  }

  /** The output; undefined if the call failed. */
  get output(): Kept | undefined {
    return this.#outputShape === "none" ? undefined : kept(this.#output, this.#outputShape);
  }

  /** A copy of what was thrown; nothing when the call was answered. */
  get error(): Error | undefined {
    return this.#failure && copyOfError(this.#failure);
  }

  failed(error: Error): void {
    this.#failure = { error, members: deepCopy({ ...error }), message: error.message };
  }

  answered({ value, shape }: Kept): void {
    this.#output = value;
    this.#outputShape = shape;
  }
}

/** What was thrown, which its catcher may change, with its members as they were. Its class may become known later. */
interface Failure {
  readonly error: Error;
  readonly members: Readonly<Record<string, unknown>>;
  readonly message: string;
}

/** An error of the same class and stack, with the members and the message that it had when it was thrown. */
function copyOfError({ error, members, message }: Failure): Error {
  const copy = withoutStack(message);
  Object.setPrototypeOf(copy, Object.getPrototypeOf(error));
  for (const [name, property] of Object.entries(Object.getOwnPropertyDescriptors(error))) {
    const value: unknown = name === "message" ? message : Reflect.get(error, name);
    if (!property.enumerable) {
      Object.defineProperty(copy, name, { value, writable: true, configurable: true });
    }
  }
  // Assigning would leave it hidden; exceptions of clients show it.
  if (Object.hasOwn(members, "message")) Reflect.deleteProperty(copy, "message");
  return Object.assign(copy, deepCopy(members));
}

/** The stack is copied from another error; taking it here would cost as much as the rest. */
function withoutStack(message: string): Error {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return new Error(message);
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

const kept = (value: unknown, shape: StructureShape | undefined): Kept =>
  // A value with a shape is an object of that shape, or undefined.
  shape ? { value: value as object | undefined, shape } : { value, shape };

/** A copy in the SDK's form. */
export const shown = (kept: Kept): unknown =>
  kept.shape ? projectOutput(kept.shape, kept.value) : deepCopy(kept.value);

/** A command as it was sent. */
export interface SentCommand<Input> {
  /** The input as it was when the call was made. */
  readonly input: Input;
}

/** A recorded call. Input and output are independent copies. */
export interface Call<Input = unknown, Output = unknown> {
  /** `backup`, `efs` or `fsx`; the client's name for other services. */
  readonly service: string;
  /** Without the trailing `Command`. */
  readonly operation: string;
  /** The input as it was when the call was made. */
  readonly input: Input;
  /** The arguments of `client.send`, as aws-sdk-client-mock shows them: `call.args[0].input` is the input. */
  readonly args: readonly [SentCommand<Input>];
  /** The output; left out if the call failed. */
  readonly output?: Output;
  /** What the client threw; left out if the call succeeded. */
  readonly error?: Error;
  /** The Region that was called, such as `eu-west-1`. */
  readonly region: string;
  /** The account that was called, twelve digits. */
  readonly accountId: string;
  /** The time on the mock's clock. */
  readonly time: Date;
  /** `model`, `stub`, or `nobody` for a call that was refused as unhandled. */
  readonly answeredBy: AnsweredBy;
}

export function callOf(logged: LoggedCall): Call {
  const { error } = logged;
  const input = shown(logged.input);
  const call = {
    service: logged.service,
    operation: logged.operation,
    input,
    ...(logged.output && { output: shown(logged.output) }),
    ...(error && { error }),
    region: logged.place.region,
    accountId: logged.place.accountId,
    time: new Date(logged.at),
    answeredBy: logged.answeredBy,
  };
  // Hidden, so that calls print and compare without it.
  const args: Call["args"] = [{ input }];
  return Object.defineProperty(Object.assign(call, { args }), "args", { enumerable: false });
}

/** Which calls are recorded: all, none, or this many of the newest. */
export type RecordCalls = boolean | number;

/** How many bytes of requests over HTTP are kept; their values take several times as much memory. */
const mostBytes = 32 * 1024 ** 2;

/**
 * The recorded calls, oldest first. Not part of the state: a rollback does not undo a call. The oldest go when there are
 * too many, or when requests over HTTP take too much memory.
 */
export class CallLog {
  readonly #limit: number;
  /** Undefined before the oldest. */
  #calls: (LoggedCall | undefined)[] = [];
  #oldest = 0;
  #bytes = 0;

  constructor(record: RecordCalls) {
    this.#limit = record === true ? Number.POSITIVE_INFINITY : record === false ? 0 : record;
  }

  get recording(): boolean {
    return this.#limit > 0;
  }

  add(call: LoggedCall): void {
    if (this.#limit === 0) return;
    this.#calls.push(call);
    this.#bytes += call.size;
    while (this.#size > this.#limit || (this.#bytes > mostBytes && this.#size > 1)) this.#dropOldest();
  }

  all(): readonly LoggedCall[] {
    return this.#calls.filter(call => call !== undefined);
  }

  clear(): void {
    this.#calls = [];
    this.#oldest = 0;
    this.#bytes = 0;
  }

  get #size(): number {
    return this.#calls.length - this.#oldest;
  }

  #dropOldest(): void {
    this.#bytes -= this.#calls[this.#oldest]?.size ?? 0;
    this.#calls[this.#oldest] = undefined;
    this.#oldest++;
    // Moving the whole list at every call would take long.
    if (this.#oldest <= this.#size) return;
    this.#calls = this.#calls.slice(this.#oldest);
    this.#oldest = 0;
  }
}
