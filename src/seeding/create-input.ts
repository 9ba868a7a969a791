import type { Shape } from "../model";
import { isObject, type Members, setMember } from "./members";

/**
 * A described value as input of the operation that creates such a resource: without members that only descriptions
 * have, and without empty lists where the input requires at least one entry.
 */
export function toCreateInput(input: Shape, description: Shape | undefined, value: unknown): unknown {
  if (description?.type === "list" && input.type === "list" && Array.isArray(value)) {
    if (value.length === 0 && (input.min ?? 0) > 0) return undefined;
    return value.map((item: unknown) => toCreateInput(input.item, description.item, item));
  }
  if (description?.type !== "structure" || !isObject(value)) return value;
  // Some structures, such as DNS aliases, are created by name alone.
  if (input.type === "string") return value["Name"];
  if (input.type !== "structure") return value;
  const members: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) {
    const accepted = input.member(name);
    const described = description.member(name);
    if (accepted) setMember(members, name, toCreateInput(accepted.target, described?.target, member));
    else if (!described) setMember(members, name, member);
  }
  return members;
}

/** An item with the structures that the input requires around members that a description has at the top level. */
export function withWrappers(input: Shape, item: Members): Members {
  if (input.type !== "structure") return item;
  const wrappers = input.members.flatMap(({ name, target, required }) => {
    if (!required || target.type !== "structure" || item[name] !== undefined) return [];
    const inside = Object.entries(item).filter(([member]) => target.member(member));
    return inside.length > 0 ? [[name, Object.fromEntries(inside)] as const] : [];
  });
  return { ...item, ...Object.fromEntries(wrappers) };
}
