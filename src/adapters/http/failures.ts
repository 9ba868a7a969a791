import { messageOf } from "../../core/basics";
import { refusal } from "../wire/encode";
import { UnreadableRequest, type WireResponse } from "../wire/request";

/** An error of the mock itself, of whatever copy of this library. */
export function mockCodeOf(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error) || thrown.name !== "MockError" || !("code" in thrown)) return undefined;
  return String(thrown.code);
}

/**
 * What is answered in place of an answer. What the mock cannot do is 501, which no client tries again; an error that a
 * stub throws, and that is none of AWS's, is the service's own failure.
 */
export function failureResponse(thrown: unknown): WireResponse {
  if (thrown instanceof UnreadableRequest) return refusal(thrown.status, thrown.name, thrown.message);
  const code = mockCodeOf(thrown);
  return code === undefined
    ? refusal(500, "InternalFailure", messageOf(thrown))
    : refusal(501, code, messageOf(thrown));
}
