import { isObject, type Members } from "./members";

/** Deeper values are no members of an item; reading refuses them by their shape. */
const deepest = 100;

/**
 * A value without the members that are null or undefined, at any depth: they count as left out. The same value if it has
 * none. What occurs several times in it is looked at once, so that any graph of objects is done in no time.
 */
export function withoutAbsent(value: unknown, depth = 0, known = new Map<object, unknown>()): unknown {
  if (typeof value !== "object" || value === null || depth > deepest) return value;
  if (known.has(value)) return known.get(value);
  known.set(value, value);
  const present = Array.isArray(value)
    ? itemsPresent(value, depth, known)
    : isObject(value)
      ? membersPresent(value, depth, known)
      : value;
  known.set(value, present);
  return present;
}

function itemsPresent(
  list: readonly unknown[],
  depth: number,
  known: Map<object, unknown>,
): readonly unknown[] {
  const items = list.map(item => withoutAbsent(item, depth + 1, known));
  return items.some((item, index) => item !== list[index]) ? items : list;
}

function membersPresent(value: Members, depth: number, known: Map<object, unknown>): Members {
  const present: [string, unknown][] = [];
  let isSame = true;
  for (const [name, member] of Object.entries(value)) {
    const kept = withoutAbsent(member, depth + 1, known);
    const isAbsent = kept === undefined || kept === null;
    isSame &&= kept === member && !isAbsent;
    if (!isAbsent) present.push([name, kept]);
  }
  return isSame ? value : Object.fromEntries(present);
}
