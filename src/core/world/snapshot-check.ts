import { quoted } from "../basics";
import type { TableSpec } from "../store";
import type { AnyService } from "./service";

type Members = Readonly<Record<string, unknown>>;
type AnyTableSpec = TableSpec<object, string>;

/** Why a document is not a snapshot. */
class Unsound extends Error {}

/** What is wrong with a document that claims to be a snapshot, or undefined if it is valid. */
export function faultOfSnapshot(document: object, services: readonly AnyService[]): string | undefined {
  try {
    checkDocument({ ...document }, new Map(services.map(service => [String(service.name), service])));
    return undefined;
  } catch (thrown) {
    if (thrown instanceof Unsound) return thrown.message;
    throw thrown;
  }
}

const isMembers = (value: unknown): value is Members =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function unsound(path: string, value: unknown, wanted: string): Unsound {
  return new Unsound(`${path} is ${value === undefined ? "missing" : quoted(value)}, not ${wanted}`);
}

function membersAt(path: string, value: unknown): Members {
  if (isMembers(value)) return value;
  throw unsound(path, value, "an object");
}

function listAt(path: string, value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw unsound(path, value, "a list");
}

function countAt(path: string, value: unknown): number {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
  throw unsound(path, value, "a whole number from 0 up");
}

function checkDocument(document: Members, services: ReadonlyMap<string, AnyService>): void {
  const { now, ids, order, events, outcomes = [], places } = document;
  if (!Number.isSafeInteger(now)) throw unsound("now", now, "an instant in epoch milliseconds");
  countAt("ids", ids);
  countAt("order", order);
  const { count, kept } = membersAt("events", events);
  const keptEvents = listAt("events.kept", kept);
  for (const [index, event] of keptEvents.entries()) membersAt(`events.kept[${index}]`, event);
  if (countAt("events.count", count) < keptEvents.length) {
    throw unsound("events.count", count, `at least the ${keptEvents.length} that are kept`);
  }
  for (const [index, outcome] of listAt("outcomes", outcomes).entries()) {
    checkOutcome(`outcomes[${index}]`, membersAt(`outcomes[${index}]`, outcome));
  }
  for (const [key, place] of Object.entries(membersAt("places", places))) {
    // Any Region name is valid: clients can use what they like.
    if (!/^[^/]+\/[^/]+$/.test(key)) {
      throw new Unsound(`places.${key} is not the name of a place, such as 123456789012/us-east-1`);
    }
    checkPlace(`places.${key}`, membersAt(`places.${key}`, place), services);
  }
}

function checkOutcome(path: string, { targets, request }: Members): void {
  if (typeof request !== "string") throw unsound(`${path}.request`, request, "a text");
  for (const [index, target] of listAt(`${path}.targets`, targets).entries()) {
    const at = `${path}.targets[${index}]`;
    const { kind, match } = membersAt(at, target);
    if (typeof kind !== "string") throw unsound(`${at}.kind`, kind, "a text");
    membersAt(`${at}.match`, match);
  }
}

function checkPlace(path: string, place: Members, services: ReadonlyMap<string, AnyService>): void {
  for (const [name, tables] of Object.entries(place)) {
    const service = services.get(name);
    if (!service) throw new Unsound(`${path}.${name} is of no service that this version has`);
    for (const [table, rows] of Object.entries(membersAt(`${path}.${name}`, tables))) {
      const spec = Object.hasOwn(service.tables, table) ? service.tables[table] : undefined;
      if (!spec) throw new Unsound(`${path}.${name}.${table} is no table that this version has`);
      checkTable(`${path}.${name}.${table}`, membersAt(`${path}.${name}.${table}`, rows), spec);
    }
  }
}

/** Rows must be in ascending order of their numbers, all below the next number of the table. */
function checkTable(path: string, { next, rows }: Members, spec: AnyTableSpec): void {
  const end = countAt(`${path}.next`, next);
  let last = -1;
  const keys = new Set<string>();
  for (const [index, row] of listAt(`${path}.rows`, rows).entries()) {
    const at = `${path}.rows[${index}]`;
    const [sequence, record] = listAt(at, row);
    const number = countAt(`${at}[0]`, sequence);
    if (number <= last || number >= end) {
      throw unsound(`${at}[0]`, number, `a number after ${last} and before ${end}`);
    }
    last = number;
    const key = keyOf(spec, membersAt(`${at}[1]`, record));
    if (key === undefined || keys.has(key)) {
      throw unsound(
        `${at}[1]`,
        record,
        key === undefined ? "a record of that table" : "the only one of its name",
      );
    }
    keys.add(key);
  }
}

function keyOf(spec: AnyTableSpec, record: object): string | undefined {
  try {
    const key: unknown = spec.key(record);
    return typeof key === "string" ? key : undefined;
  } catch {
    return undefined;
  }
}
