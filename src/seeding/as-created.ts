import type { Shape } from "../model";
import { isObject, type Members } from "./members";

/**
 * What of a description goes to the operation that creates such a thing, in the form in which that takes it: without
 * what only describing shows, and without the empty lists that it answers where nothing was given.
 */
export function asCreated(taken: Shape, shown: Shape | undefined, value: unknown): unknown {
  if (shown?.type === "list" && taken.type === "list" && Array.isArray(value)) {
    if (value.length === 0 && (taken.min ?? 0) > 0) return undefined;
    return value.map((item: unknown) => asCreated(taken.item, shown.item, item));
  }
  if (shown?.type !== "structure" || !isObject(value)) return value;
  // What is created by its name alone, such as an alias, is shown with more than that.
  if (taken.type === "string") return value["Name"];
  if (taken.type !== "structure") return value;
  const members = Object.entries(value).flatMap(([name, member]) => {
    const known = taken.member(name);
    const described = shown.member(name);
    if (known) return [[name, asCreated(known.target, described?.target, member)] as const];
    return described ? [] : [[name, member] as const];
  });
  return Object.fromEntries(members);
}

/** An item with the structure that creating it wraps up what describing it shows side by side: `RestoreTestingPlan`. */
export function wrapped(taken: Shape, item: Members): Members {
  if (taken.type !== "structure") return item;
  const wrappers = taken.members.flatMap(({ name, target, required }) => {
    if (!required || target.type !== "structure" || item[name] !== undefined) return [];
    const inside = Object.entries(item).filter(([member]) => target.member(member));
    return inside.length > 0 ? [[name, Object.fromEntries(inside)] as const] : [];
  });
  return { ...item, ...Object.fromEntries(wrappers) };
}
