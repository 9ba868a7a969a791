import { type ItemReader, readList, readMap } from "./collections";
import { isScalar, type ScalarRule, scalarRule } from "./constraints";
import type { InputReport } from "./input-report";
import type { EnumShape, Member, ScalarShape, Shape, StructureShape } from "./shapes";
import { isPlain, type StateRecord, type StateValue } from "./values";
import { itemLocation, type Location, memberLocation } from "./violations";

/**
 * Checks a value against a shape and copies it. Undefined for a value of a wrong type, which has then been reported.
 * The shapes of inputs do not contain themselves, so the shape bounds how deep a value is followed.
 */
type Reader<T extends StateValue = StateValue> = (
  value: unknown,
  location: Location,
  report: InputReport,
) => T | undefined;

/** The reader of a structure, made on first use. */
export function structureReader(shape: StructureShape): Reader<StateRecord> {
  let reader = structureReaders.get(shape);
  if (!reader) {
    reader = makeStructureReader(shape);
    structureReaders.set(shape, reader);
  }
  return reader;
}

const structureReaders = new WeakMap<StructureShape, Reader<StateRecord>>();

function makeStructureReader(shape: StructureShape): Reader<StateRecord> {
  const members = shape.members.map(memberReader);
  const slots = new Map(members.map(({ name }, slot) => [name, slot]));
  return (value, location, report) => {
    if (!isPlain(value)) return report.rejectType(value, location, "an object");
    // The first loop reads each of the caller's own members once and nothing inherited. The second follows the shape,
    // so that neither the copy nor the violations depend on the caller's order.
    const given = new Array<unknown>(members.length);
    for (const key of Object.keys(value)) {
      const slot = slots.get(key);
      if (slot !== undefined) given[slot] = value[key];
      else if (value[key] !== undefined) report.exact = false;
    }
    const copy: Record<string, StateValue> = {};
    let slot = 0;
    for (const member of members) {
      const read = readMember(member, given[slot++], location, report);
      if (read !== undefined) copy[member.name] = read;
    }
    return Object.freeze(copy);
  };
}

interface MemberReader {
  readonly name: string;
  readonly required: boolean;
  readonly sensitive: boolean;
  /** Of scalars, which most members are: a location is only made for a broken one. */
  readonly rule: ScalarRule | undefined;
  readonly read: Reader;
}

function memberReader({ name, target, required, idempotencyToken }: Member): MemberReader {
  return {
    name,
    // The client fills an absent idempotency token when it serializes, which is after the input is read here.
    required: required && !idempotencyToken,
    sensitive: target.sensitive,
    rule: isScalar(target) ? scalarRule(target) : undefined,
    read: readerOf(target),
  };
}

function readMember(
  member: MemberReader,
  value: unknown,
  parent: Location,
  report: InputReport,
): StateValue | undefined {
  if (value === undefined || value === null) {
    if (value === null) report.exact = false;
    if (member.required) report.addMissing(memberLocation(parent, member.name, member.sensitive));
    return undefined;
  }
  const scalar = member.rule?.read(value);
  if (scalar !== undefined && member.rule?.broken(scalar).length === 0) return scalar;
  return member.read(value, memberLocation(parent, member.name, member.sensitive), report);
}

function readerOf(shape: Shape): Reader {
  switch (shape.type) {
    case "structure":
      return (value, location, report) => structureReader(shape)(value, location, report);
    case "list": {
      const item = itemReader(shape.item);
      return (value, location, report) => readList(shape, item, value, location, report);
    }
    case "map": {
      const key = itemReader(shape.key);
      const entry = itemReader(shape.value);
      return (value, location, report) => readMap(shape, key, entry, value, location, report);
    }
    default:
      return scalarReader(shape);
  }
}

function scalarReader(shape: ScalarShape | EnumShape): Reader {
  const rule = scalarRule(shape);
  return (value, location, report) => {
    const scalar = rule.read(value);
    if (scalar === undefined) return report.rejectType(value, location, rule.expected);
    report.addBroken(rule.broken(scalar), scalar, shape, location);
    return scalar;
  };
}

function itemReader(shape: Shape): ItemReader {
  if (!isScalar(shape)) {
    const read = readerOf(shape);
    return {
      read: (value, collection, step, report) => read(value, itemLocation(collection, step), report),
      broken: () => undefined,
    };
  }
  const rule = scalarRule(shape);
  const constraint = rule.constraints.join(", ");
  return {
    read: (value, collection, step, report) =>
      rule.read(value) ?? report.rejectType(value, itemLocation(collection, step), rule.expected),
    broken: value => {
      const [first] = typeof value === "object" ? [] : rule.broken(value);
      return first && { kind: first.kind, constraint };
    },
  };
}
