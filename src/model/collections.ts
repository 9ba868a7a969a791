import type { Fault } from "./constraints";
import { type Report, refuse, report } from "./reports";
import type { ListShape, MapShape } from "./shapes";
import { isPlain, type StateValue, setEntry } from "./values";
import { itemOf, missing, type Where } from "./violations";

/** How the items of a list, or the keys or values of a map, are taken over. */
export interface ItemReader {
  /** Undefined, having reported it, for an item of another type. */
  read(value: unknown, where: Where, to: Report): StateValue | undefined;
  /** What an item breaks, where the collection around it reports that. */
  fault(value: StateValue): Fault | undefined;
}

export function readList(
  shape: ListShape,
  item: ItemReader,
  value: unknown,
  where: Where,
  to: Report,
): StateValue | undefined {
  if (!Array.isArray(value)) return refuse(value, where, "a list", to);
  const copy: StateValue[] = [];
  let fault: Fault | undefined;
  for (let index = 0; index < value.length; index++) {
    const given: unknown = value[index];
    const place = itemOf(where, index + 1);
    if (given === undefined || given === null) {
      to.exact = false;
      to.violations.push(missing(place));
      continue;
    }
    const read = item.read(given, place, to);
    if (read === undefined) continue;
    copy.push(read);
    fault ??= item.fault(read);
  }
  Object.freeze(copy);
  report([sizeFault(shape, value.length), inAll("Member", fault)], copy, shape, where, to);
  return copy;
}

export function readMap(
  shape: MapShape,
  key: ItemReader,
  item: ItemReader,
  value: unknown,
  where: Where,
  to: Report,
): StateValue | undefined {
  if (!isPlain(value)) return refuse(value, where, "an object", to);
  const copy: Record<string, StateValue> = {};
  let count = 0;
  let keyFault: Fault | undefined;
  let fault: Fault | undefined;
  for (const name of Object.keys(value)) {
    const given = value[name];
    if (given === undefined) continue;
    if (given === null) {
      to.exact = false;
      continue;
    }
    count++;
    keyFault ??= key.fault(name);
    // The keys of a sensitive map are part of what is not to be echoed.
    const read = item.read(given, where.sensitive ? where : itemOf(where, name), to);
    if (read === undefined) continue;
    setEntry(copy, name, read);
    fault ??= item.fault(read);
  }
  Object.freeze(copy);
  const faults = [sizeFault(shape, count), inAll("Map keys", keyFault), inAll("Map value", fault)];
  report(faults, copy, shape, where, to);
  return copy;
}

/** AWS reports the items' constraints once for all items, and all of them, whichever is broken. */
function inAll(subject: "Member" | "Map keys" | "Map value", fault: Fault | undefined): Fault | undefined {
  return (
    fault && { kind: fault.kind, constraint: `${subject} must satisfy constraint: [${fault.constraint}]` }
  );
}

function sizeFault({ min, max }: ListShape | MapShape, size: number): Fault | undefined {
  if (max !== undefined && size > max) {
    return { kind: "length", constraint: `Member must have length less than or equal to ${max}` };
  }
  if (min !== undefined && size < min) {
    return { kind: "length", constraint: `Member must have length greater than or equal to ${min}` };
  }
  return undefined;
}
