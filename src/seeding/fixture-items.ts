import type { Problems } from "./problems";

/** An item of a fixture. */
export interface FixtureItem {
  readonly item: unknown;
  /** Its path in the fixture: `backup.plans[0]`. */
  readonly path: string;
}

/** The items of a list; none if it is left out, or no list. */
export function itemsOf(list: unknown, path: string, problems: Problems): readonly FixtureItem[] {
  if (list === undefined || list === null) return [];
  if (Array.isArray(list)) return list.map((item, index) => ({ item, path: `${path}[${index}]` }));
  problems.add(path, "must be a list");
  return [];
}
