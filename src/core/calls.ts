import { projectOutput, type StructureShape } from "../model";
import { deepCopy } from "./copy";
import type { Place } from "./place";
import type { EpochMs } from "./time";

/** Who answered a call: the model of the service, a stub of the test, or nobody. */
export type AnsweredBy = "model" | "stub" | "nobody";

/** Something said or answered, kept as it was: in the state's form with its shape, or as a copy of what was sent. */
export type Kept =
  | { readonly value: object | undefined; readonly shape: StructureShape }
  | { readonly value: unknown; readonly shape: undefined };

/** A call as the log keeps it; what users see of it is made when they look. */
export interface LoggedCall {
  readonly service: string;
  readonly operation: string;
  readonly place: Place;
  readonly at: EpochMs;
  /** The client object, where the adapter knows it. */
  readonly client: object | undefined;
  readonly input: Kept;
  answeredBy: AnsweredBy;
  output: Kept | undefined;
  error: Error | undefined;
}

/** A copy in the form users know. */
export const shown = (kept: Kept): unknown =>
  kept.shape ? projectOutput(kept.shape, kept.value) : deepCopy(kept.value);

/** One call of an operation, as a test sees it. Input and output are the test's own copies. */
export interface Call<Input = unknown, Output = unknown> {
  /** `backup`, `efs` or `fsx`; for a client the mock does not know, its name. */
  readonly service: string;
  /** Without the trailing `Command`. */
  readonly operation: string;
  readonly input: Input;
  readonly output?: Output;
  readonly error?: Error;
  readonly region: string;
  readonly accountId: string;
  /** The instant on the mock's clock. */
  readonly time: Date;
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

/** Whether and how much is recorded: all, nothing, or so many of the newest calls. */
export type RecordCalls = boolean | number;

/** The calls that were made, oldest first. Not part of the world: a rollback does not undo having been called. */
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
    // Dropping them one by one would move the whole list at every call.
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
