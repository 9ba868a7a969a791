import { isLiteral } from "../model";

/** Whether an object is compared by its members. Objects of another realm are, asymmetric matchers are not. */
export function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return isLiteral(value) && !("asymmetricMatch" in value);
}
