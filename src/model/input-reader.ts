import { type ItemReader, readList, readMap } from "./collections";
import { isScalar, type ScalarRule, scalarRule } from "./constraints";
import { type Report, refuse, report } from "./reports";
import type { EnumShape, Member, ScalarShape, Shape, StructureShape } from "./shapes";
import { isPlain, type StateRecord, type StateValue } from "./values";
import { memberOf, missing, type Where } from "./violations";

/**
 * Checks a value against a shape and copies it. Undefined, having reported it, for a value of another type.
 * The shapes of inputs do not contain themselves, so neither the depth nor the cycles of a value matter.
 */
type Reader<T extends StateValue = StateValue> = (value: unknown, where: Where, to: Report) => T | undefined;

/** The reader of a structure, made when it is first needed. */
export function structureReader(shape: StructureShape): Reader<StateRecord> {
  let reader = structures.get(shape);
  if (!reader) {
    reader = makeStructureReader(shape);
    structures.set(shape, reader);
  }
  return reader;
}

const structures = new WeakMap<StructureShape, Reader<StateRecord>>();

function makeStructureReader(shape: StructureShape): Reader<StateRecord> {
  const plans = shape.members.map(planOf);
  const slots = new Map(plans.map(({ name }, slot) => [name, slot]));
  return (value, where, to) => {
    if (!isPlain(value)) return refuse(value, where, "an object", to);
    // By the caller's own keys first, then in the shape's order: only what is the caller's own is read, each once,
    // and neither copies nor messages depend on how the caller ordered the members.
    const given = new Array<unknown>(plans.length);
    for (const key of Object.keys(value)) {
      const slot = slots.get(key);
      if (slot !== undefined) given[slot] = value[key];
      else if (value[key] !== undefined) to.exact = false;
    }
    const copy: Record<string, StateValue> = {};
    let slot = 0;
    for (const plan of plans) {
      const read = readMember(plan, given[slot++], where, to);
      if (read !== undefined) copy[plan.name] = read;
    }
    return Object.freeze(copy);
  };
}

interface MemberPlan {
  readonly name: string;
  readonly required: boolean;
  readonly sensitive: boolean;
  /** For single values, which most members are: their place is not noted unless something is wrong with them. */
  readonly rule: ScalarRule | undefined;
  readonly read: Reader;
}

function planOf({ name, target, required, idempotencyToken }: Member): MemberPlan {
  return {
    name,
    // The client fills an absent idempotency token while it serialises, which is after we see the input.
    required: required && !idempotencyToken,
    sensitive: target.sensitive,
    rule: isScalar(target) ? scalarRule(target) : undefined,
    read: readerOf(target),
  };
}

function readMember(plan: MemberPlan, value: unknown, outer: Where, to: Report): StateValue | undefined {
  if (value === undefined || value === null) {
    if (value === null) to.exact = false;
    if (plan.required) to.violations.push(missing(memberOf(outer, plan.name, plan.sensitive)));
    return undefined;
  }
  const quick = plan.rule?.read(value);
  if (quick !== undefined && plan.rule?.faults(quick).length === 0) return quick;
  return plan.read(value, memberOf(outer, plan.name, plan.sensitive), to);
}

function readerOf(shape: Shape): Reader {
  switch (shape.type) {
    case "structure":
      return (value, where, to) => structureReader(shape)(value, where, to);
    case "list": {
      const item = itemReader(shape.item);
      return (value, where, to) => readList(shape, item, value, where, to);
    }
    case "map": {
      const key = itemReader(shape.key);
      const item = itemReader(shape.value);
      return (value, where, to) => readMap(shape, key, item, value, where, to);
    }
    default:
      return scalarReader(shape);
  }
}

function scalarReader(shape: ScalarShape | EnumShape): Reader {
  const rule = scalarRule(shape);
  return (value, where, to) => {
    const read = rule.read(value);
    if (read === undefined) return refuse(value, where, rule.expected, to);
    report(rule.faults(read), read, shape, where, to);
    return read;
  };
}

function itemReader(shape: Shape): ItemReader {
  if (!isScalar(shape)) return { read: readerOf(shape), fault: () => undefined };
  const rule = scalarRule(shape);
  const constraint = rule.constraints.join(", ");
  return {
    read: (value, where, to) => rule.read(value) ?? refuse(value, where, rule.expected, to),
    fault: value => {
      const [first] = typeof value === "object" ? [] : rule.faults(value);
      return first && { kind: first.kind, constraint };
    },
  };
}
