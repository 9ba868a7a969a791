/** The type of a member; `strings` is a list of strings. */
export type PlainType = "string" | "number" | "boolean" | "object" | "strings";

/** The members of a resource that no API describes, with their types. */
export type PlainMembers = Readonly<Record<string, PlainType>>;

const isOfType = (type: PlainType, value: unknown): boolean =>
  type === "strings"
    ? Array.isArray(value) && value.every(item => typeof item === "string")
    : typeof value === type;

const expected: Readonly<Record<PlainType, string>> = {
  string: "a string",
  number: "a number",
  boolean: "true or false",
  object: "an object",
  strings: "a list of strings",
};

/** What a value should be, if it is not: `a string`. */
export const wrongType = (type: PlainType, value: unknown): string | undefined =>
  isOfType(type, value) ? undefined : expected[type];
