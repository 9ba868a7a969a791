import type { Message } from "./problems";
import { unknownMember } from "./unknown-members";

/** The type of a member; `strings` is a list of strings. */
type PlainType = "string" | "number" | "boolean" | "object" | "strings";

/** The members of a resource that no API describes, with their types. */
export type PlainMembers = Readonly<Record<string, PlainType>>;

const isOfType = (type: PlainType, value: unknown): boolean =>
  type === "strings"
    ? Array.isArray(value) && value.every(item => typeof item === "string")
    : typeof value === type;

/** What is wrong with such an item; undefined if nothing is. */
export function plainProblem(members: PlainMembers, item: object): Message | undefined {
  for (const [name, value] of Object.entries(item)) {
    const type = Object.hasOwn(members, name) ? members[name] : undefined;
    if (type === undefined) return () => unknownMember(name, Object.keys(members));
    if (value !== undefined && !isOfType(type, value)) return `${name} must be ${expected[type]}`;
  }
  return undefined;
}

const expected: Readonly<Record<PlainType, string>> = {
  string: "a string",
  number: "a number",
  boolean: "true or false",
  object: "an object",
  strings: "a list of strings",
};
