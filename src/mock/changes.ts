import { type Place, placeKey } from "../core/basics";
import type { Table } from "../core/store";
import type { PlaceState, World, WorldState } from "../core/world";

/** A record that changed: only the members that differ. */
export interface Change {
  /** The id, ARN or name of the record. */
  readonly key: string;
  /** The members that differ, as they were. */
  readonly before: Readonly<Record<string, unknown>>;
  /** The members that differ, as they are. */
  readonly after: Readonly<Record<string, unknown>>;
}

/** The changes of one table. Empty lists are left out. */
export interface TableChanges {
  /** The new records. */
  readonly added?: readonly object[];
  /** The records that changed. */
  readonly changed?: readonly Change[];
  /** The records that are gone, as they were. */
  readonly removed?: readonly object[];
}

/** By service and table: `changes.backup.vaults.added`. Tables without changes are left out. */
export type Changes = Readonly<Record<string, Readonly<Record<string, TableChanges>>>>;

/** The difference between two states of a place. */
export function changesBetween(world: World, place: Place, before: WorldState, after: WorldState): Changes {
  const key = placeKey(place);
  const old = before.places[key] ?? world.pristine(key);
  const present = after.places[key] ?? world.pristine(key);
  const changes: Record<string, Record<string, TableChanges>> = {};
  for (const { name, tables } of world.services) {
    const ofService: Record<string, TableChanges> = {};
    for (const [table, spec] of Object.entries(tables)) {
      const [was, is] = [tableOf(old, name, table), tableOf(present, name, table)];
      if (was === is || !was || !is) continue;
      const ofTable = changesOfTable(was, is, record => spec.key(record));
      if (Object.keys(ofTable).length > 0) ofService[table] = ofTable;
    }
    if (Object.keys(ofService).length > 0) changes[name] = ofService;
  }
  return changes;
}

const tableOf = (state: PlaceState, service: string, table: string): Table<object> | undefined =>
  state[service]?.[table];

function changesOfTable(
  was: Table<object>,
  is: Table<object>,
  keyOf: (record: object) => string,
): TableChanges {
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

/** Leaves out `next`: the agenda shows it, and it would make inline snapshots hard to read. */
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
