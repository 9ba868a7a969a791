import type { EnumShape, ScalarShape, Shape } from "./shapes";
import { epochOf } from "./values";
import type { ViolationKind } from "./violations";

/** A constraint that a value breaks, in AWS's words. */
export interface Fault {
  readonly kind: ViolationKind;
  readonly constraint: string;
}

/** Everything about one shape of single values. */
export interface ScalarRule {
  /** The state's form of a caller's value (an instant for a `Date`); undefined when it is of another type. */
  read(value: unknown): string | number | boolean | undefined;
  /** What a value of the right type breaks. */
  faults(value: string | number | boolean): readonly Fault[];
  /** What `read` takes, for a message: `a string`. */
  readonly expected: string;
  /** Every constraint there is, in the order in which AWS lists them for the items of a collection. */
  readonly constraints: readonly string[];
}

export function isScalar(shape: Shape): shape is ScalarShape | EnumShape {
  return shape.type !== "structure" && shape.type !== "list" && shape.type !== "map";
}

/** The rule of a shape; made once for each shape. */
export function scalarRule(shape: ScalarShape | EnumShape): ScalarRule {
  let rule = rules.get(shape);
  if (!rule) {
    rule = makeRule(shape);
    rules.set(shape, rule);
  }
  return rule;
}

const rules = new WeakMap<Shape, ScalarRule>();
const none: readonly Fault[] = [];

function makeRule(shape: ScalarShape | EnumShape): ScalarRule {
  const checks = shape.type === "enum" ? [enumCheck(shape)] : checksOf(shape);
  const constraints = checks.map(({ fault }) => fault.constraint);
  const [first, ...others] = checks;
  const faults: ScalarRule["faults"] =
    first === undefined
      ? () => none
      : others.length === 0
        ? value => (first.holds(value) ? none : [first.fault])
        : value => brokenOf(checks, value);
  return { ...readers[shape.type], faults, constraints };
}

function brokenOf(checks: readonly Check[], value: string | number | boolean): readonly Fault[] {
  let found: Fault[] | undefined;
  for (const { holds, fault } of checks) {
    if (holds(value)) continue;
    found ??= [];
    found.push(fault);
  }
  return found ?? none;
}

interface Check {
  holds(value: string | number | boolean): boolean;
  readonly fault: Fault;
}

function enumCheck({ values }: EnumShape): Check {
  const known: ReadonlySet<unknown> = new Set(values);
  return {
    holds: value => known.has(value),
    fault: { kind: "enum", constraint: `Member must satisfy enum value set: [${values.join(", ")}]` },
  };
}

/** What an `integer` of the model can hold, where the model sets no narrower bounds. */
const int32 = { min: -(2 ** 31), max: 2 ** 31 - 1 };

function checksOf(shape: ScalarShape): Check[] {
  const { type, pattern, accepts } = shape;
  const { min, max } =
    type === "integer" ? { min: shape.min ?? int32.min, max: shape.max ?? int32.max } : shape;
  const checks: Check[] = [];
  const noun = type === "string" ? "length" : "value";
  const kind = type === "string" ? "length" : "range";
  if (max !== undefined) {
    const constraint = `Member must have ${noun} less than or equal to ${max}`;
    checks.push({ holds: value => measure(value, max) <= max, fault: { kind, constraint } });
  }
  if (min !== undefined) {
    const constraint = `Member must have ${noun} greater than or equal to ${min}`;
    checks.push({ holds: value => measure(value, min) >= min, fault: { kind, constraint } });
  }
  if (pattern !== undefined) {
    const constraint = `Member must satisfy regular expression pattern: ${pattern}`;
    let matcher: RegExp | undefined;
    const holds: Check["holds"] = value => {
      const text = String(value);
      // Some patterns take exponential time on long texts. Their shapes have a maximum, and breaking it is fault enough.
      if (max !== undefined && measure(text, max) > max) return true;
      matcher ??= compilePattern(pattern);
      return matcher.test(text) || accepts.includes(text);
    };
    checks.push({ holds, fault: { kind: "pattern", constraint } });
  }
  return checks;
}

/** A number's value or a text's length, which is counted in code points: exactly only where that can matter for the bound. */
function measure(value: string | number | boolean, bound: number): number {
  if (typeof value !== "string") return Number(value);
  const units = value.length;
  if (units < bound || units > 2 * bound) return units;
  return /[\ud800-\udbff]/.test(value) ? [...value].length : units;
}

/** Smithy's patterns are not quite JavaScript's: some need the `u` flag, some break with it, one has an inline `(?i)`. */
export function compilePattern(pattern: string): RegExp {
  const source = pattern.replace("(?i)", "");
  const flags = source === pattern ? "" : "i";
  try {
    return new RegExp(source, `${flags}u`);
  } catch {
    return new RegExp(source, flags);
  }
}

type Reader = Pick<ScalarRule, "read" | "expected">;

const text: Reader = {
  expected: "a string",
  read: value => (typeof value === "string" ? value : undefined),
};

const whole: Reader = {
  expected: "an integer",
  read: value => (typeof value === "number" && Number.isInteger(value) ? value : undefined),
};

const readers: Readonly<Record<ScalarShape["type"] | "enum", Reader>> = {
  string: text,
  enum: text,
  boolean: { expected: "a boolean", read: value => (typeof value === "boolean" ? value : undefined) },
  integer: whole,
  long: whole,
  double: {
    expected: "a number",
    read: value => (typeof value === "number" && Number.isFinite(value) ? value : undefined),
  },
  timestamp: {
    expected: "a Date",
    read: value => {
      const instant = epochOf(value);
      return instant === undefined || Number.isNaN(instant) ? undefined : instant;
    },
  },
};
