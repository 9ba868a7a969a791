import { member } from "../../adapters/sdk";
import { isObject } from "../../model";
import type { EvidenceAnswer, EvidenceService } from "../record";
import { refusalOf } from "../refusal";

/** Which call it is. */
export interface CallFacts {
  readonly service: EvidenceService;
  readonly operation: string;
  /** Which of the recorded clients made it. */
  readonly client: number;
}

/** A call that has not been answered yet. */
export interface Begun extends CallFacts {
  /** A copy, as it was at the time. */
  readonly input: object;
  /** How long nothing had been called before, in milliseconds. */
  readonly pause: number;
  /** On the clock of `performance.now()`. */
  readonly at: number;
}

/** A call and what the service answered: as it was, to be disguised before it is written. */
export interface Observed extends Begun {
  readonly answer: EvidenceAnswer;
  readonly region: string | undefined;
  /** When the call was made by the service's own clock, if the service says so with its answer. */
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

/** What says more about the network, the credentials or the load than about the service. */
const passing =
  /Throttl|TooManyRequests|RequestLimit|SlowDown|Unavailable|InternalFailure|InternalServer|Timeout|Token|Signature|UnrecognizedClient|IncompleteSignature|OptInRequired/;

/** A call that the service refused; nothing if it was another failure, or one that passes. */
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

/** A response's `Date`, less the time that the call has taken. */
function timeIn(response: unknown, { at }: Begun): number | undefined {
  const headers = member(response, "headers");
  const told = member(headers, "date") ?? member(headers, "Date");
  const time = typeof told === "string" ? Date.parse(told) : Number.NaN;
  return Number.isNaN(time) ? undefined : time - (performance.now() - at);
}

/** A copy of what a caller may change later. */
export function copied(value: unknown): unknown {
  if (value instanceof Date) return new Date(value);
  if (Array.isArray(value)) return value.map(copied);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, copied(inner)]));
}
