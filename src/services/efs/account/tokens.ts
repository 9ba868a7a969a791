import { badRequest } from "./errors";

/** Control characters are ASCII, too. */
const isAscii = (token: string): boolean => [...token].every(character => character.charCodeAt(0) < 128);

/** Refuses an idempotency token with other than ASCII characters. The pattern of the API's model accepts any. */
export function checkToken(member: string, token: string): void {
  if (!ascii.test(token)) throw badRequest(`${member} must consist of ASCII characters.`);
}
