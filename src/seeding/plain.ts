/** What kind of value a member is; `texts` are a list of strings. */
type PlainKind = "string" | "number" | "boolean" | "object" | "texts";

/** The members of a thing that no API describes, and what kind of value each is. */
export type PlainMembers = Readonly<Record<string, PlainKind>>;

const isOfKind = (kind: PlainKind, value: unknown): boolean =>
  kind === "texts"
    ? Array.isArray(value) && value.every(item => typeof item === "string")
    : typeof value === kind;

/** What is wrong with such a thing, if anything is. */
export function plainFault(members: PlainMembers, item: object): string | undefined {
  for (const [name, value] of Object.entries(item)) {
    const kind = Object.hasOwn(members, name) ? members[name] : undefined;
    if (kind === undefined)
      return `has no member ${name}; there are ${Object.keys(members).sort().join(", ")}`;
    if (value !== undefined && !isOfKind(kind, value)) {
      return `${name} must be ${kind === "texts" ? "a list of texts" : `a ${kind}`}`;
    }
  }
  return undefined;
}
