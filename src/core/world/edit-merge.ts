import { isLiteral } from "../../model";

/** A value with the changes made to another one: what differs between `before` and `after` is taken over. */
export function withChanges(before: unknown, after: unknown, value: unknown): unknown {
  if (Object.is(before, after)) return value;
  if (!isLiteral(before) || !isLiteral(after) || !isLiteral(value)) return after;
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changed = [...names].filter(name => !Object.is(before[name], after[name]));
  const members = changed.map(name => [name, withChanges(before[name], after[name], value[name])] as const);
  return { ...value, ...Object.fromEntries(members) };
}
