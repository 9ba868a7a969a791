import type { Shape } from "../model";
import { isObject } from "./members";

/** Which members of a description overwrite those of the created record. */
interface OverlayRules {
  /** Whether a fixture may set a member otherwise than the creating operation does. */
  isSettable(name: string): boolean;
  /** Whether members of the creating operation's input count as well: for a resource that another item has created. */
  readonly all: boolean;
}

/** A record overlaid with its description; the record itself if nothing changes. */
export function overlaid(
  shape: Shape,
  input: Shape | undefined,
  stored: unknown,
  described: unknown,
  rules: OverlayRules,
): unknown {
  if (described === undefined) return stored;
  if (shape.type === "structure" && input?.type === "structure" && isObject(stored) && isObject(described)) {
    const changes = shape.members.flatMap(({ name, target }) => {
      const before = stored[name];
      const own = input.member(name)?.target;
      const isFree = before === undefined || rules.isSettable(name);
      const after = own
        ? overlaid(target, own, before, described[name], rules)
        : isFree
          ? (described[name] ?? before)
          : before;
      return after === before ? [] : [[name, after] as const];
    });
    return changes.length > 0 ? { ...stored, ...Object.fromEntries(changes) } : stored;
  }
  if (shape.type === "list" && input?.type === "list" && Array.isArray(stored) && Array.isArray(described)) {
    if (!rules.all && stored.length === described.length) {
      const items = stored.map((item: unknown, index) =>
        overlaid(shape.item, input.item, item, described[index], rules),
      );
      return items.some((item, index) => item !== stored[index]) ? items : stored;
    }
  }
  return rules.all ? described : stored;
}
