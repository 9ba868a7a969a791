import { suggestion } from "../../model";
import { quoted } from "./quote";

/** What is wrong with a `detail-type` that no event can have: a misspelt one would never be seen. */
export function eventTypeProblem(type: unknown, known: readonly string[]): string | undefined {
  if (typeof type !== "string" || known.length === 0 || known.includes(type)) return undefined;
  return `no event has the detail-type ${quoted(type)}; ${suggestion(type, known)}`;
}
