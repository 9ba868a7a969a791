import { type PlainMembers, wrongType } from "../core/basics";
import type { Text } from "./problems";
import { unknownMember } from "./unknown-members";

/** What is wrong with an item that no API describes; undefined if nothing is. */
export function plainProblem(members: PlainMembers, item: object): Text | undefined {
  for (const [name, value] of Object.entries(item)) {
    const type = Object.hasOwn(members, name) ? members[name] : undefined;
    if (type === undefined) return () => unknownMember(name, Object.keys(members));
    const expected = value === undefined ? undefined : wrongType(type, value);
    if (expected !== undefined) return `${name} must be ${expected}`;
  }
  return undefined;
}
