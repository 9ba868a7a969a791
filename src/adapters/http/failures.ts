import { messageOf } from "../../core/basics";
import { refusal } from "../wire/encode";
import { UnreadableRequest, type WireResponse } from "../wire/request";

/** The code of a `MockError`, which may come from another copy of this library. */
export function mockCodeOf(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error) || thrown.name !== "MockError" || !("code" in thrown)) return undefined;
  return String(thrown.code);
}

/**
 * The response to what was thrown. What the mock cannot do is 501, which clients do not retry. An error of a stub that is
 * not an AWS error is a failure of the service, 500.
 */
export function failureResponse(thrown: unknown): WireResponse {
  if (thrown instanceof UnreadableRequest) return refusal(thrown.status, thrown.name, thrown.message);
  const code = mockCodeOf(thrown);
  return code === undefined
    ? refusal(500, "InternalFailure", messageOf(thrown))
    : refusal(501, code, messageOf(thrown));
}
