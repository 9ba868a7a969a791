import { badRequest } from "./errors";

const isAscii = (token: string): boolean => [...token].every(character => character.charCodeAt(0) < 128);

/** Refuses an idempotency token with other than ASCII characters. The pattern of the API's model accepts any. */
export function checkToken(member: string, token: string): void {
  if (!isAscii(token)) throw badRequest(`${member} must consist of ASCII characters.`);
}
