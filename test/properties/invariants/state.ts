import type { AnyTables, Table } from "../../../src/core/store";
import { type Next, nextOf } from "../../../src/core/time";
import type { WorldState } from "../../../src/core/world";
import { Snapshot } from "../../../src/core/world";
import type { MockAws } from "../../../src/index";
import type { ServiceName } from "../../../src/model/index";
import { services } from "../model/operations";
import { transitionRules } from "../model/transitions";

/** The complete internal state, of which `aws.state` is a view. */
export const stateOf = (aws: MockAws): WorldState => Snapshot.stateOf(aws.snapshot());

/** How far a record may have changed in one step of a scenario. */
export type Progress = "one transition" | "many transitions" | "rollback" | "edit";

interface TableInState {
  readonly place: string;
  readonly service: ServiceName;
  readonly name: string;
  readonly table: Table<object>;
  /** The same table in the state before the step. */
  readonly before: Table<object> | undefined;
}

function* tablesOf(state: WorldState, before?: WorldState): Generator<TableInState, undefined> {
  for (const [place, servicesHere] of Object.entries(state.places)) {
    const earlier = Object.entries(before?.places ?? {}).find(([key]) => key === place)?.[1];
    for (const { name: service } of services) {
      const tables: AnyTables = servicesHere[service] ?? {};
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

/** Values that are known to be deeply frozen; successive states share most records. */
const frozen = new WeakSet<object>();

function checkFrozen(value: unknown, path: string): void {
  if (typeof value !== "object" || value === null || frozen.has(value)) return;
  if (!Object.isFrozen(value)) throw new Error(`${path} is not frozen`);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== Array.prototype) {
    throw new Error(`${path} is not plain data`);
  }
  for (const [name, member] of Object.entries(value)) checkFrozen(member, `${path}.${name}`);
  frozen.add(value);
}

/** The records of each table when it was first seen. */
const contents = new WeakMap<Table<object>, readonly object[]>();

/** Records that a step changed are frozen, and changed by documented transitions only. */
function checkRecords({ service, name, table, before }: TableInState, progress: Progress): void {
  const spec = specOf(service, name);
  if (!spec) throw new Error(`Unknown table ${service}.${name}`);
  const unchanged = new Set<object>(before && contents.get(before));
  for (const record of table) {
    if (unchanged.has(record)) continue;
    const key = spec.key(record);
    const earlier = before?.get(key);
    checkFrozen(record, `${service}.${name} ${key}`);
    if (table.get(key) !== record) throw new Error(`${service}.${name} has another record at key ${key}`);
    // An edit can set any state of the model, and what follows starts from there.
    const rules = progress === "edit" ? undefined : transitionRules(service, name, record);
    if (!rules) continue;
    const to = String(Reflect.get(record, rules.member));
    if (!rules.direct.has(to)) {
      throw new Error(`${service}.${name} ${key} has the undocumented state ${to}`);
    }
    const from = earlier && String(Reflect.get(earlier, rules.member));
    if (progress === "rollback" || from === undefined || from === to) continue;
    const allowed = progress === "one transition" ? rules.direct : rules.reachable;
    if (!allowed.get(from)?.has(to)) {
      throw new Error(`${service}.${name} ${key} changed from ${from} to ${to}, which is not documented`);
    }
  }
}

/** Tables are immutable: one that was seen before has the same records as then. */
function checkContents({ service, name, table }: Pick<TableInState, "service" | "name" | "table">): void {
  const records = [...table];
  const known = contents.get(table);
  if (!known) contents.set(table, records);
  else if (known.length !== records.length || known.some((record, index) => record !== records[index])) {
    throw new Error(`${service}.${name} was modified in a state that has a successor`);
  }
}

/** Every record is in its groups exactly once, in order of creation. */
function checkGroups({ service, name, table }: TableInState): void {
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
      const actual = [...table.by(grouping.name, group)];
      if (actual.length !== records.length || actual.some((record, index) => record !== records[index])) {
        throw new Error(`${service}.${name} by ${grouping.name} "${group}" has wrong records`);
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

const pendingSteps = new WeakMap<Table<object>, readonly Next[]>();

/** The next steps of a table's records, cached because tables are immutable. */
function pendingStepsOf(table: Table<object>): readonly Next[] {
  const known = pendingSteps.get(table);
  if (known) return known;
  const steps: Next[] = [];
  for (const record of table) {
    const next = nextOf(record);
    if (next && !next.held) steps.push(next);
  }
  pendingSteps.set(table, steps);
  return steps;
}

/** The agenda agrees with the next steps of the records, and nothing in it is overdue. */
function checkAgenda(state: WorldState): void {
  const orders = new Set<number>();
  const times: number[] = [];
  let inFlight = 0;
  for (const { service, name, table } of tablesOf(state)) {
    for (const next of pendingStepsOf(table)) {
      if (orders.has(next.order)) throw new Error(`Two steps of the agenda have the order ${next.order}`);
      if (next.order > state.order) throw new Error(`${service}.${name} has an order from the future`);
      orders.add(next.order);
      times.push(next.at);
      if (next.inFlight) inFlight++;
    }
  }
  if (state.agenda.size !== times.length) {
    throw new Error(
      `The agenda has ${state.agenda.size} entries, the records have ${times.length} next steps`,
    );
  }
  times.sort((a, b) => a - b);
  let index = 0;
  for (const [time] of state.agenda.entries()) {
    if (time !== times[index++]) throw new Error("The agenda has other times than the records");
  }
  if (state.inFlight !== inFlight) {
    throw new Error(`The state counts ${state.inFlight} steps in flight, the records have ${inFlight}`);
  }
  const first = state.agenda.first;
  if (first !== undefined && first <= state.now) {
    throw new Error(`A step is ${state.now - first} ms overdue`);
  }
}

/**
 * Checks a state after a step, and that the state before it is unchanged. Tables that are the same object in both are
 * skipped. Groups are built lazily when they are read, so some callers leave them alone to test that as well.
 */
export function checkState(
  state: WorldState,
  before: WorldState,
  progress: Progress,
  withGroups: boolean,
): void {
  if (state === before) return;
  if (!Object.isFrozen(state)) throw new Error("The state is not frozen");
  for (const found of tablesOf(state, before)) {
    if (found.table === found.before) continue;
    checkRecords(found, progress);
    checkContents(found);
    if (withGroups) checkGroups(found);
    if (!found.before) continue;
    checkContents({ ...found, table: found.before });
    if (withGroups) checkGroups({ ...found, table: found.before });
  }
  checkAgenda(state);
  if (state.agenda !== before.agenda) checkAgenda(before);
}

/** Checks all tables of a state, whether they changed or not. */
export function checkWholeState(state: WorldState): void {
  for (const found of tablesOf(state)) {
    checkContents(found);
    checkGroups(found);
  }
  checkAgenda(state);
}
