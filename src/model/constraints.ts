import type { Exceptions } from "./pattern-exceptions";
import { compilePattern, type TextMatcher } from "./patterns";
import type { EnumShape, ScalarShape, Shape } from "./shapes";
import { epochOf } from "./values";
import type { ViolationKind } from "./violations";

/** A constraint that a value breaks, in AWS's wording. */
export interface BrokenConstraint {
  readonly kind: ViolationKind;
  readonly constraint: string;
}

/** How values of a scalar shape are read and checked. */
export interface ScalarRule {
  /** The state's form of a caller's value (epoch milliseconds for a `Date`); undefined for a value of another type. */
  read(value: unknown): string | number | boolean | undefined;
  /** The constraints that a value of the right type breaks. */
  broken(value: string | number | boolean): readonly BrokenConstraint[];
  /** What `read` takes, for a message: `a string`. */
  readonly expected: string;
  /** All constraints of the shape, in the order in which AWS lists them for the items of a collection. */
  readonly constraints: readonly string[];
}

export function isScalar(shape: Shape): shape is ScalarShape | EnumShape {
  return shape.type !== "structure" && shape.type !== "list" && shape.type !== "map";
}

/** The rule of a shape, made once per shape. */
export function scalarRule(shape: ScalarShape | EnumShape): ScalarRule {
  let rule = rules.get(shape);
  if (!rule) {
    rule = makeRule(shape);
    rules.set(shape, rule);
  }
  return rule;
}

const rules = new WeakMap<Shape, ScalarRule>();
const none: readonly BrokenConstraint[] = [];

function makeRule(shape: ScalarShape | EnumShape): ScalarRule {
  const checks = shape.type === "enum" ? [enumCheck(shape)] : checksOf(shape);
  const constraints = checks.map(({ constraint }) => constraint);
  const [first, ...others] = checks;
  const broken: ScalarRule["broken"] =
    first === undefined
      ? () => none
      : others.length === 0
        ? value => (first.holds(value) ? none : [first])
        : value => brokenOf(checks, value);
  return { ...readers[shape.type], broken, constraints };
}

function brokenOf(checks: readonly Check[], value: string | number | boolean): readonly BrokenConstraint[] {
  let broken: BrokenConstraint[] | undefined;
  for (const check of checks) {
    if (check.holds(value)) continue;
    broken ??= [];
    broken.push(check);
  }
  return broken ?? none;
}

interface Check extends BrokenConstraint {
  holds(value: string | number | boolean): boolean;
}

function enumCheck({ values }: EnumShape): Check {
  const known: ReadonlySet<unknown> = new Set(values);
  return {
    kind: "enum",
    constraint: `Member must satisfy enum value set: [${values.join(", ")}]`,
    holds: value => known.has(value),
  };
}

/** The range of the model's `integer`, where the model sets no narrower one. */
const int32 = { min: -(2 ** 31), max: 2 ** 31 - 1 };

function checksOf(shape: ScalarShape): Check[] {
  const { type, pattern } = shape;
  const { min, max } =
    type === "integer" ? { min: shape.min ?? int32.min, max: shape.max ?? int32.max } : shape;
  const checks: Check[] = [];
  const noun = type === "string" ? "length" : "value";
  const kind = type === "string" ? "length" : "range";
  if (max !== undefined) {
    const constraint = `Member must have ${noun} less than or equal to ${max}`;
    checks.push({ kind, constraint, holds: value => measure(value, max) <= max });
  }
  if (min !== undefined) {
    const constraint = `Member must have ${noun} greater than or equal to ${min}`;
    checks.push({ kind, constraint, holds: value => measure(value, min) >= min });
  }
  if (pattern !== undefined) checks.push(patternCheck(pattern, max, shape.exceptions));
  return checks;
}

/** A string that is too long is reported for its length alone, so that a pattern never runs on a huge string. */
function patternCheck(pattern: string, max: number | undefined, exceptions: Exceptions): Check {
  let matcher: TextMatcher | undefined;
  return {
    kind: "pattern",
    constraint: `Member must satisfy regular expression pattern: ${pattern}`,
    holds: value => {
      const text = String(value);
      if (max !== undefined && measure(text, max) > max) return true;
      matcher ??= compilePattern(pattern);
      return matcher.test(text) || isException(text, exceptions);
    },
  };
}

const isException = (text: string, exceptions: Exceptions): boolean =>
  exceptions instanceof RegExp ? exceptions.test(text) : exceptions.includes(text);

/** A number's value, or a string's length in code points; these are counted only where the bound depends on it. */
function measure(value: string | number | boolean, bound: number): number {
  if (typeof value !== "string") return Number(value);
  const units = value.length;
  if (units < bound || units > 2 * bound) return units;
  return /[\ud800-\udbff]/.test(value) ? [...value].length : units;
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
