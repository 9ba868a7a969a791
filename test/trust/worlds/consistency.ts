import type { MockAws } from "../../../src";
import type { AnyTables, Table } from "../../../src/core/store";
import { type Next, nextOf } from "../../../src/core/time";
import { type AnyService, Snapshot, type WorldState } from "../../../src/core/world";
import { joinedServices } from "../../../src/integrations";
import type { ServiceName } from "../../../src/model";
import { stateRules } from "./edges";

export const services: readonly AnyService[] = joinedServices();

/** The world itself, which `aws.state` is a view of. */
export const worldOf = (aws: MockAws): WorldState => Snapshot.stateOf(aws.snapshot());

/** How far things can have moved in a step; going back to a snapshot is no movement of theirs. */
export type Movement = "one edge" | "many edges" | "back";

interface FoundTable {
  readonly place: string;
  readonly service: ServiceName;
  readonly name: string;
  readonly table: Table<object>;
  readonly before: Table<object> | undefined;
}

function* tablesOf(world: WorldState, before?: WorldState): Generator<FoundTable, undefined> {
  for (const [place, state] of Object.entries(world.places)) {
    const earlier = Object.entries(before?.places ?? {}).find(([key]) => key === place)?.[1];
    for (const { name: service } of services) {
      const tables: AnyTables = state[service] ?? {};
      const earlierTables = earlier?.[service];
      for (const name of Object.keys(tables)) {
        const table = tables[name];
        if (table) yield { place, service, name, table, before: earlierTables?.[name] };
      }
    }
  }
}

const specOf = (service: ServiceName, table: string) =>
  services.find(({ name }) => name === service)?.tables[table];

/** What is known to be frozen all through; records live on from state to state. */
const frozen = new WeakSet<object>();

function checkFrozen(value: unknown, path: string): void {
  if (typeof value !== "object" || value === null || frozen.has(value)) return;
  if (!Object.isFrozen(value)) throw new Error(`${path} is not frozen`);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== Array.prototype) {
    throw new Error(`${path} is no plain data`);
  }
  for (const [name, member] of Object.entries(value)) checkFrozen(member, `${path}.${name}`);
  frozen.add(value);
}

/** What tables were found to hold when they were new. */
const contents = new WeakMap<Table<object>, readonly object[]>();

/** What a step did to the things of one table: each keeps to the edges that are documented, and is frozen. */
function checkRecords({ service, name, table, before }: FoundTable, movement: Movement): void {
  const spec = specOf(service, name);
  if (!spec) throw new Error(`There is no table ${service}.${name}`);
  const same = new Set<object>(before && contents.get(before));
  for (const record of table) {
    if (same.has(record)) continue;
    const key = spec.key(record);
    const earlier = before?.get(key);
    checkFrozen(record, `${service}.${name} ${key}`);
    if (table.get(key) !== record) throw new Error(`${service}.${name} finds another thing under ${key}`);
    const rules = stateRules(service, name, record);
    if (!rules) continue;
    const to = String(Reflect.get(record, rules.member));
    if (!rules.direct.has(to)) {
      throw new Error(`${service}.${name} ${key} is ${to}, a state that is not documented for it`);
    }
    const from = earlier && String(Reflect.get(earlier, rules.member));
    if (movement === "back" || from === undefined || from === to) continue;
    const edges = movement === "one edge" ? rules.direct : rules.reachable;
    if (!edges.get(from)?.has(to)) {
      throw new Error(`${service}.${name} ${key} went from ${from} to ${to}, which is not documented`);
    }
  }
}

/** A table holds what it always held: what comes of it is another table. */
function checkContents({ service, name, table }: Pick<FoundTable, "service" | "name" | "table">): void {
  const records = [...table];
  const held = contents.get(table);
  if (!held) contents.set(table, records);
  else if (held.length !== records.length || held.some((record, index) => record !== records[index])) {
    throw new Error(`${service}.${name} was changed in a world that something else has come of`);
  }
}

/** The groups of a table hold its records, all of them, each once and in order of creation. */
function checkGroups({ service, name, table }: FoundTable): void {
  for (const grouping of specOf(service, name)?.groupings ?? []) {
    const expected = new Map<string, object[]>();
    for (const record of table) {
      const group = grouping.groupOf(record);
      if (group === undefined) continue;
      const records = expected.get(group) ?? [];
      records.push(record);
      expected.set(group, records);
    }
    const counted = new Map(table.groups(grouping.name));
    for (const [group, records] of expected) {
      const kept = [...table.by(grouping.name, group)];
      if (kept.length !== records.length || kept.some((record, index) => record !== records[index])) {
        throw new Error(
          `${service}.${name} by ${grouping.name} "${group}" holds other things than it should`,
        );
      }
      if (counted.get(group) !== records.length) {
        throw new Error(`${service}.${name} by ${grouping.name} "${group}" counts ${counted.get(group)}`);
      }
    }
    if (counted.size !== expected.size) {
      throw new Error(`${service}.${name} has ${counted.size} groups by ${grouping.name}`);
    }
  }
}

const comings = new WeakMap<Table<object>, readonly Next[]>();

/** What the things of a table say comes next; a table is worked through once, as it never changes. */
function comingOf(table: Table<object>): readonly Next[] {
  const known = comings.get(table);
  if (known) return known;
  const coming: Next[] = [];
  for (const record of table) {
    const next = nextOf(record);
    if (next && !next.held) coming.push(next);
  }
  comings.set(table, coming);
  return coming;
}

/** The agenda is what the things themselves say comes next; nothing of it is past due. */
function checkAgenda(world: WorldState): void {
  const orders = new Set<number>();
  const times: number[] = [];
  let inFlight = 0;
  for (const { service, name, table } of tablesOf(world)) {
    for (const next of comingOf(table)) {
      if (orders.has(next.order)) throw new Error(`Two things of the agenda have the order ${next.order}`);
      if (next.order > world.order) throw new Error(`${service}.${name} has an order yet to be given`);
      orders.add(next.order);
      times.push(next.at);
      if (next.inFlight) inFlight++;
    }
  }
  if (world.agenda.size !== times.length) {
    throw new Error(`The agenda has ${world.agenda.size} entries, the things themselves say ${times.length}`);
  }
  times.sort((a, b) => a - b);
  let index = 0;
  for (const [time] of world.agenda.entries()) {
    if (time !== times[index++]) throw new Error("The agenda has other times than the things themselves");
  }
  if (world.inFlight !== inFlight) {
    throw new Error(`${world.inFlight} things count as in flight, ${inFlight} say so`);
  }
  const first = world.agenda.first;
  if (first !== undefined && first <= world.now) {
    throw new Error(`Something was due ${world.now - first} ms ago`);
  }
}

/**
 * Checks a world after a step, and that the world before it is still what it was. Tables that are the same objects are
 * the same all through. Groups catch up when somebody looks at them, so they are looked at only when they are to be.
 */
export function checkWorld(
  world: WorldState,
  before: WorldState,
  movement: Movement,
  withGroups: boolean,
): void {
  if (world === before) return;
  if (!Object.isFrozen(world)) throw new Error("The world is not frozen");
  for (const found of tablesOf(world, before)) {
    if (found.table === found.before) continue;
    checkRecords(found, movement);
    checkContents(found);
    if (withGroups) checkGroups(found);
    if (!found.before) continue;
    checkContents({ ...found, table: found.before });
    if (withGroups) checkGroups({ ...found, table: found.before });
  }
  checkAgenda(world);
  if (world.agenda !== before.agenda) checkAgenda(before);
}

/** Looks into everything there is, whatever changed. */
export function checkEverything(world: WorldState): void {
  for (const found of tablesOf(world)) {
    checkContents(found);
    checkGroups(found);
  }
  checkAgenda(world);
}
