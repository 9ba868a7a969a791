import { isObject } from "../../seeding/members";
import type { Evaluate, Surroundings, Where } from "./function-types";

/** Members of this beginning are loops; a name of their own follows. */
export const forEachName = "Fn::ForEach::";

/** The loops of a template may have this many rounds in all, those of nested loops included. */
export const mostRounds = 20_000;

/** A member with its name. */
export type NamedMember = readonly [name: string, value: unknown];

/** The members that a loop makes, which may be loops themselves: inner loops of the same name, one for each round. */
export function unrolled(
  name: string,
  loop: unknown,
  at: Where,
  evaluate: Evaluate,
  surroundings: Surroundings,
): readonly NamedMember[] {
  const refuse = (problem: string): readonly NamedMember[] => {
    surroundings.problem({ owner: at.owner, path: `${at.path}.${name}` }, problem);
    return [];
  };
  const [identifier, collection, body]: readonly unknown[] = Array.isArray(loop) ? loop : [];
  if (typeof identifier !== "string" || !isObject(body)) {
    return refuse(
      "a loop is a list of an identifier, a collection and an object of what it makes; correct it",
    );
  }
  const values = evaluate(collection, at);
  if (!Array.isArray(values)) return refuse("the collection of a loop is a list of texts; give one");
  if (!surroundings.addRounds(values.length)) {
    return refuse(`the loops of a template have at most ${mostRounds} rounds; shorten them`);
  }
  return values.flatMap(value =>
    Object.entries(body).map(([key, made]): NamedMember => {
      const replace = replacer(identifier, String(value));
      return [replace(key), withValue(made, identifier, String(value), replace)];
    }),
  );
}

/** Replaces `${Identifier}` by the value, and `&{Identifier}` by its letters and digits. */
const replacer = (identifier: string, value: string) => (text: string) =>
  text
    .replaceAll(`\${${identifier}}`, value)
    .replaceAll(`&{${identifier}}`, value.replace(/[^A-Za-z0-9]/g, ""));

function withValue(
  made: unknown,
  identifier: string,
  value: string,
  replace: (text: string) => string,
): unknown {
  if (typeof made === "string") return replace(made);
  if (Array.isArray(made)) return made.map((item: unknown) => withValue(item, identifier, value, replace));
  if (!isObject(made)) return made;
  const entries = Object.entries(made);
  if (entries.length === 1 && made["Ref"] === identifier) return value;
  return Object.fromEntries(
    entries.map(([name, item]) => [replace(name), withValue(item, identifier, value, replace)] as const),
  );
}
