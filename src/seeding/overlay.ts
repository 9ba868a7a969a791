import type { Shape } from "../model";
import { isObject } from "./members";

/** What of a description counts against what creating has made. */
interface Rules {
  /** What happens to a thing in time, and what the service chooses at random. */
  isSettable(name: string): boolean;
  /** Whether what creating takes counts as well: for a thing that came with another one, and was created by nobody. */
  readonly all: boolean;
}

/** A thing with what its description shows laid over it; the very same one where there is nothing to change. */
export function overlaid(
  shape: Shape,
  taken: Shape | undefined,
  kept: unknown,
  given: unknown,
  rules: Rules,
): unknown {
  if (given === undefined) return kept;
  if (shape.type === "structure" && taken?.type === "structure" && isObject(kept) && isObject(given)) {
    const changes = shape.members.flatMap(({ name, target }) => {
      const before = kept[name];
      const own = taken.member(name)?.target;
      const isFree = before === undefined || rules.isSettable(name);
      const after = own
        ? overlaid(target, own, before, given[name], rules)
        : isFree
          ? (given[name] ?? before)
          : before;
      return after === before ? [] : [[name, after] as const];
    });
    return changes.length > 0 ? { ...kept, ...Object.fromEntries(changes) } : kept;
  }
  if (shape.type === "list" && taken?.type === "list" && Array.isArray(kept) && Array.isArray(given)) {
    if (!rules.all && kept.length === given.length) {
      const items = kept.map((item: unknown, index) =>
        overlaid(shape.item, taken.item, item, given[index], rules),
      );
      return items.some((item, index) => item !== kept[index]) ? items : kept;
    }
  }
  return rules.all ? given : kept;
}
