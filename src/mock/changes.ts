import { type Place, placeKey } from "../core/basics";
import type { Table } from "../core/store";
import type { PlaceState, World, WorldState } from "../core/world";

/** One thing that is no longer what it was: only the members that differ. */
export interface Change {
  readonly key: string;
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

/** What became of one kind of thing; a list that is empty is left out. */
export interface ChangesOfKind {
  readonly added?: readonly object[];
  readonly changed?: readonly Change[];
  readonly removed?: readonly object[];
}

/** By service and kind of thing, such as `changes.backup.vaults.added`; what has not changed is left out. */
export type Changes = Readonly<Record<string, Readonly<Record<string, ChangesOfKind>>>>;

/** What differs between two states of a place. */
export function changesBetween(world: World, place: Place, before: WorldState, after: WorldState): Changes {
  const key = placeKey(place);
  const old = before.places[key] ?? world.pristine(key);
  const present = after.places[key] ?? world.pristine(key);
  const changes: Record<string, Record<string, ChangesOfKind>> = {};
  for (const { name, tables } of world.services) {
    const kinds: Record<string, ChangesOfKind> = {};
    for (const [table, spec] of Object.entries(tables)) {
      const [was, is] = [tableOf(old, name, table), tableOf(present, name, table)];
      if (was === is || !was || !is) continue;
      const ofKind = changesOfTable(was, is, record => spec.key(record));
      if (Object.keys(ofKind).length > 0) kinds[table] = ofKind;
    }
    if (Object.keys(kinds).length > 0) changes[name] = kinds;
  }
  return changes;
}

const tableOf = (state: PlaceState, service: string, table: string): Table<object> | undefined =>
  state[service]?.[table];

function changesOfTable(
  was: Table<object>,
  is: Table<object>,
  keyOf: (record: object) => string,
): ChangesOfKind {
  const added: object[] = [];
  const changed: Change[] = [];
  const removed: object[] = [];
  for (const record of is) {
    const before = was.get(keyOf(record));
    if (!before) added.push(shown(record));
    else if (before !== record) changed.push(...difference(keyOf(record), before, record));
  }
  for (const record of was) if (!is.has(keyOf(record))) removed.push(shown(record));
  return {
    ...(added.length > 0 && { added }),
    ...(changed.length > 0 && { changed }),
    ...(removed.length > 0 && { removed }),
  };
}

/** What is to happen next is the agenda's business, and would only make a snapshot hard to read. */
function shown(record: object): object {
  return Object.fromEntries(
    Object.entries(record).filter(([name, value]) => name !== "next" && value !== undefined),
  );
}

function difference(key: string, old: object, present: object): readonly Change[] {
  const names = [...new Set([...Object.keys(old), ...Object.keys(present)])].filter(
    name =>
      name !== "next" &&
      JSON.stringify(Reflect.get(old, name)) !== JSON.stringify(Reflect.get(present, name)),
  );
  if (names.length === 0) return [];
  const pick = (record: object) =>
    Object.fromEntries(
      names.flatMap(name => {
        const value: unknown = Reflect.get(record, name);
        return value === undefined ? [] : [[name, value]];
      }),
    );
  return [{ key, before: pick(old), after: pick(present) }];
}
