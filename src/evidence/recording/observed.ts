import { member } from "../../adapters/sdk";
import { isObject } from "../../model";
import type { EvidenceAnswer, EvidenceService } from "../record";
import { refusalOf } from "../refusal";

/** Identifies a call. */
export interface CallFacts {
  readonly service: EvidenceService;
  readonly operation: string;
  /** The index of the client. */
  readonly client: number;
}

/** A call that has not been answered yet. */
export interface Begun extends CallFacts {
  /** A copy of the input at the time of the call. */
  readonly input: object;
  /** The time since the previous answer, in milliseconds. */
  readonly pause: number;
  /** The start of the call, by `performance.now()`. */
  readonly at: number;
}

/** A call and its answer, not yet anonymized. */
export interface Observed extends Begun {
  readonly answer: EvidenceAnswer;
  readonly region: string | undefined;
  /** The start of the call by the service's clock, if the response has a `Date` header. */
  readonly serviceTime: number | undefined;
}

/** A call that succeeded. */
export function answered(
  begun: Begun,
  result: { readonly output: object; readonly response?: unknown },
  region: string | undefined,
): Observed {
  const output = copied(result.output);
  return {
    ...begun,
    answer: { output: isObject(output) ? output : {} },
    region,
    serviceTime: timeIn(result.response, begun),
  };
}

/** Errors of the network, of credentials and of load. They say nothing about the operation. */
const passing =
  /Throttl|TooManyRequests|RequestLimit|SlowDown|Unavailable|InternalFailure|InternalServer|Timeout|Token|Signature|UnrecognizedClient|IncompleteSignature|OptInRequired/;

/** A refused call. Undefined for transient errors, and if no service has answered. */
export function refused(begun: Begun, thrown: unknown, region: string | undefined): Observed | undefined {
  const error = refusalOf(thrown);
  if (error.status === undefined || error.status >= 500 || passing.test(error.name)) return undefined;
  const members = copied(error.members);
  return {
    ...begun,
    answer: { error: { ...error, members: isObject(members) ? members : {} } },
    region,
    serviceTime: timeIn(member(thrown, "$response"), begun),
  };
}

/** The `Date` header of a response, minus the duration of the call. */
function timeIn(response: unknown, { at }: Begun): number | undefined {
  const headers = member(response, "headers");
  const told = member(headers, "date") ?? member(headers, "Date");
  const time = typeof told === "string" ? Date.parse(told) : Number.NaN;
  return Number.isNaN(time) ? undefined : time - (performance.now() - at);
}

/** A deep copy, since callers may change inputs and outputs later. */
export function copied(value: unknown): unknown {
  if (value instanceof Date) return new Date(value);
  if (Array.isArray(value)) return value.map(copied);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, copied(inner)]));
}
