import { table } from "../../../core/store";

/** A request that came with a token, and what came of it. */
export interface TokenRequest {
  /** `operation/token`. */
  readonly name: string;
  readonly input: object;
  /** The id of the thing that it made, changed or began to delete. */
  readonly subject: string;
}

export const tokenRequests = table<TokenRequest>(request => request.name);
