import { quoted } from "../core/basics";
import type { Collection, SeedContext } from "./collection";
import { type FixtureItem, itemsOf } from "./fixture-items";
import { isObject, type Members } from "./members";
import type { Problems } from "./problems";

type Parents = Pick<Collection<never>, "children">;

/** An item without its children, and the lists of children that stood in it, by their member. */
interface Family {
  readonly item: unknown;
  readonly lists: Members;
}

/** Takes the lists of children out of an item. */
export function withoutChildren({ children }: Parents, item: unknown): Family {
  if (!children || !isObject(item)) return { item, lists: {} };
  const isList = ([name]: readonly [string, unknown]): boolean => Object.hasOwn(children, name);
  const members = Object.entries(item);
  return {
    item: Object.fromEntries(members.filter(member => !isList(member))),
    lists: Object.fromEntries(members.filter(isList)),
  };
}

/**
 * Adds children to the lists that they belong to, each with the name of its parent: the record, or undefined if it could
 * not be made. Then the children are checked as far as they can be.
 */
export function addChildren(
  { children: added, failedIds }: SeedContext,
  { children = {} }: Parents,
  { lists, record, path }: { readonly lists: Members; readonly record?: object; readonly path: string },
  problems: Problems,
): void {
  if (!record) failedIds.add(path);
  for (const [name, { list, parent }] of Object.entries(children)) {
    const key: unknown = record ? Reflect.get(record, parent) : path;
    const items = itemsOf(lists[name], `${path}.${name}`, problems).flatMap(child =>
      childOf(child, parent, key, problems),
    );
    added.set(list, [...(added.get(list) ?? []), ...items]);
  }
}

function childOf(
  { item, path }: FixtureItem,
  parent: string,
  key: unknown,
  problems: Problems,
): readonly FixtureItem[] {
  if (!isObject(item)) return [{ item, path }];
  const given = item[parent];
  if (given === undefined || given === key) return [{ item: { ...item, [parent]: key }, path }];
  problems.add(path, `${parent} is ${quoted(given)}, but it stands in another one; leave ${parent} out`);
  return [];
}
