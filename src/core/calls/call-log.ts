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
  /** The client object, if the adapter knows it. */
  readonly client: object | undefined;
  answeredBy: AnsweredBy = "model";
  error: Error | undefined = undefined;
  readonly #input: unknown;
  readonly #inputShape: StructureShape | undefined;
  #output: unknown = undefined;
  #outputShape: StructureShape | undefined | "none" = "none";

  constructor(
    of: {
      readonly service: string;
      readonly operation: string;
      readonly place: Place;
      readonly client?: object | undefined;
    },
    at: EpochMs,
    input: Kept,
  ) {
    this.service = of.service;
    this.operation = of.operation;
    this.place = of.place;
    this.client = of.client;
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

  answered({ value, shape }: Kept): void {
    this.#output = value;
    this.#outputShape = shape;
  }
}

const kept = (value: unknown, shape: StructureShape | undefined): Kept =>
  // A value with a shape is an object of that shape, or undefined.
  shape ? { value: value as object | undefined, shape } : { value, shape };

/** A copy in the SDK's form. */
export const shown = (kept: Kept): unknown =>
  kept.shape ? projectOutput(kept.shape, kept.value) : deepCopy(kept.value);

/** A recorded call. Input and output are independent copies. */
export interface Call<Input = unknown, Output = unknown> {
  /** `backup`, `efs` or `fsx`; the client's name for other services. */
  readonly service: string;
  /** Without the trailing `Command`. */
  readonly operation: string;
  /** The input as it was when the call was made. */
  readonly input: Input;
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
  return {
    service: logged.service,
    operation: logged.operation,
    input: shown(logged.input),
    ...(logged.output && { output: shown(logged.output) }),
    ...(logged.error && { error: logged.error }),
    region: logged.place.region,
    accountId: logged.place.accountId,
    time: new Date(logged.at),
    answeredBy: logged.answeredBy,
  };
}

/** Which calls are recorded: all, none, or this many of the newest. */
export type RecordCalls = boolean | number;

/** The recorded calls, oldest first. Not part of the state: a rollback does not undo a call. */
export class CallLog {
  readonly #limit: number;
  #calls: LoggedCall[] = [];
  #oldest = 0;

  constructor(record: RecordCalls) {
    this.#limit = record === true ? Number.POSITIVE_INFINITY : record === false ? 0 : record;
  }

  get recording(): boolean {
    return this.#limit > 0;
  }

  add(call: LoggedCall): void {
    if (this.#limit === 0) return;
    this.#calls.push(call);
    if (this.#calls.length - this.#oldest <= this.#limit) return;
    this.#oldest++;
    // Dropped in batches: dropping one at a time would move the whole list at every call.
    if (this.#oldest > this.#limit) {
      this.#calls = this.#calls.slice(this.#oldest);
      this.#oldest = 0;
    }
  }

  all(): readonly LoggedCall[] {
    return this.#calls.slice(this.#oldest);
  }

  clear(): void {
    this.#calls = [];
    this.#oldest = 0;
  }
}
