import { badRequest } from "./errors";

const ascii = /^[\x00-\x7f]*$/;

/** Refuses an idempotency token with other than ASCII characters. The pattern of the API's model accepts any. */
export function checkToken(member: string, token: string): void {
  if (!ascii.test(token)) throw badRequest(`${member} must consist of ASCII characters.`);
}
