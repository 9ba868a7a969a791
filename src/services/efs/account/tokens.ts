import { badRequest } from "./errors";

const isAscii = (text: string): boolean => [...text].every(letter => letter <= "\u007f");

/** Refuses an idempotency token with other than ASCII characters. The pattern of the API's model accepts any. */
export function checkToken(member: string, token: string): void {
  if (!isAscii(token)) throw badRequest(`${member} must consist of ASCII characters.`);
}
