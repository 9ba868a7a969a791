import { isObject, type Members } from "./members";

/** Deeper values are no members of an item; reading refuses them by their shape. */
const deepest = 100;

/**
 * A value without the members that are null or undefined, at any depth: they count as left out. The same value if it has
 * none.
 */
export function withoutAbsent(value: unknown, depth = 0): unknown {
  if (depth > deepest) return value;
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => withoutAbsent(item, depth + 1));
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  return isObject(value) ? membersPresent(value, depth) : value;
}

function membersPresent(value: Members, depth: number): Members {
  const present: [string, unknown][] = [];
  let isSame = true;
  for (const [name, member] of Object.entries(value)) {
    const kept = withoutAbsent(member, depth + 1);
    isSame &&= kept === member && kept !== undefined && kept !== null;
    if (kept !== undefined && kept !== null) present.push([name, kept]);
  }
  return isSame ? value : Object.fromEntries(present);
}
