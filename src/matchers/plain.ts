import { isLiteral } from "../model";

/** An object that is compared by its members, whichever realm it comes from. */
export function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return isLiteral(value) && !("asymmetricMatch" in value);
}
