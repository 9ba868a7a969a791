import type { BrokenConstraint } from "./constraints";
import { type InputReport, maxItems } from "./input-report";
import type { ListShape, MapShape } from "./shapes";
import { isPlain, type StateValue, setEntry } from "./values";
import { itemLocation, type Location } from "./violations";

/** Reads the items of a list, or the keys or values of a map. */
export interface ItemReader {
  /** Undefined for an item of a wrong type, which has then been reported. */
  read(
    value: unknown,
    collection: Location,
    step: string | number,
    report: InputReport,
  ): StateValue | undefined;
  /** A constraint that the item breaks and that is reported at the collection. */
  broken(value: StateValue): BrokenConstraint | undefined;
}

export function readList(
  shape: ListShape,
  itemReader: ItemReader,
  value: unknown,
  location: Location,
  report: InputReport,
): StateValue | undefined {
  if (!Array.isArray(value)) return report.rejectType(value, location, "a list");
  const size = value.length;
  const readable = report.takeItems(size);
  const before = report.violations.length;
  const copy: StateValue[] = [];
  let broken: BrokenConstraint | undefined;
  for (let index = 0; index < readable; index++) {
    const given: unknown = value[index];
    if (given === undefined || given === null) {
      report.exact = false;
      report.addMissing(itemLocation(location, index + 1));
      continue;
    }
    const item = itemReader.read(given, location, index + 1, report);
    if (item === undefined) continue;
    copy.push(item);
    broken ??= itemReader.broken(item);
  }
  Object.freeze(copy);
  const all = [brokenSize(shape, size, size - readable), ofAll("Member", broken)];
  report.addBroken(all, copy, shape, location, before);
  return copy;
}

export function readMap(
  shape: MapShape,
  keyReader: ItemReader,
  valueReader: ItemReader,
  value: unknown,
  location: Location,
  report: InputReport,
): StateValue | undefined {
  if (!isPlain(value)) return report.rejectType(value, location, "an object");
  const keys = Object.keys(value);
  const unread = keys.length - report.takeItems(keys.length);
  if (unread > 0) keys.length -= unread;
  const before = report.violations.length;
  const copy: Record<string, StateValue> = {};
  let size = unread;
  let brokenKey: BrokenConstraint | undefined;
  let broken: BrokenConstraint | undefined;
  for (const key of keys) {
    const given = value[key];
    if (given === undefined) continue;
    if (given === null) {
      report.exact = false;
      continue;
    }
    size++;
    brokenKey ??= keyReader.broken(key);
    const entry = valueReader.read(given, location, key, report);
    if (entry === undefined) continue;
    setEntry(copy, key, entry);
    broken ??= valueReader.broken(entry);
  }
  Object.freeze(copy);
  const all = [brokenSize(shape, size, unread), ofAll("Map keys", brokenKey), ofAll("Map value", broken)];
  report.addBroken(all, copy, shape, location, before);
  return copy;
}

/** AWS reports the constraints of items once for all items, and lists all of them, whichever is broken. */
function ofAll(
  subject: "Member" | "Map keys" | "Map value",
  broken: BrokenConstraint | undefined,
): BrokenConstraint | undefined {
  return (
    broken && { kind: broken.kind, constraint: `${subject} must satisfy constraint: [${broken.constraint}]` }
  );
}

function brokenSize(
  { min, max }: ListShape | MapShape,
  size: number,
  unread: number,
): BrokenConstraint | undefined {
  if (max !== undefined && size > max) {
    return { kind: "length", constraint: `Member must have length less than or equal to ${max}` };
  }
  if (unread > 0) {
    return {
      kind: "length",
      constraint: `Lists and maps of a request must have at most ${maxItems} items in all`,
    };
  }
  if (min !== undefined && size < min) {
    return { kind: "length", constraint: `Member must have length greater than or equal to ${min}` };
  }
  return undefined;
}
