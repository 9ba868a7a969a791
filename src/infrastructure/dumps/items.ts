import { isObject, type Members } from "../../seeding/members";

/** The items in an answer: those of its list, its only one, or itself. */
export function itemsOf(output: Members, member: string | undefined): readonly Members[] {
  if (member === undefined) return [output];
  const value: unknown = output[member];
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items.filter(isObject);
}
