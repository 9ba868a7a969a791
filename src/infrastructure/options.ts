import { MockError, quoted, sentence, suggestion } from "../core/basics";

/** An error about an option. `failed` is what cannot be done: `read the template`. */
export const wrongOption = (failed: string, reason: string): MockError =>
  new MockError("InvalidOption", sentence(`Cannot ${failed}: ${reason}`));

/** Refuses an option that a reader does not have, with the nearest name. */
export function refuseUnknownOptions(failed: string, options: object, known: object): void {
  const unknown = Object.keys(options).find(name => !Object.hasOwn(known, name));
  if (unknown === undefined) return;
  throw wrongOption(failed, `unknown option ${quoted(unknown)}; ${suggestion(unknown, Object.keys(known))}`);
}
