import { table } from "../../../core/store";

/** A request with a ClientRequestToken, and its result. */
export interface TokenRequest {
  /** `operation/token`. */
  readonly name: string;
  readonly input: object;
  /** The id of the resource that it created, changed or deleted. */
  readonly subject: string;
}

export const tokenRequests = table<TokenRequest>(request => request.name);
