import type {
  OperationModel,
  ScalarShape,
  Shape,
  StructureShape,
  ViolationKind,
} from "../../src/model/index";
import { compilePattern } from "../../src/model/patterns";
import { minimalKey, minimalValue } from "./minimal-input";

/** An input that breaks one constraint of an operation, and no other if possible. */
export interface BrokenInput {
  readonly what: string;
  readonly kind: ViolationKind;
  /** The path in AWS's notation. */
  readonly path: string;
  readonly memberName: string;
  readonly input: unknown;
}

/** Every way to break each constrained member of an operation's input, at any depth. */
export function brokenInputs(operation: OperationModel): BrokenInput[] {
  const inputs: BrokenInput[] = [];
  visit(operation.input, { path: "", memberName: "", around: value => value, sensitive: false }, inputs);
  return inputs.map(broken => ({ ...broken, what: `${operation.name}: ${broken.what}` }));
}

/** The position of a shape in an input. */
interface Position {
  readonly path: string;
  readonly memberName: string;
  /** The minimal valid input with this value at this position. */
  readonly around: (value: unknown) => unknown;
  readonly sensitive: boolean;
}

function visit(shape: Shape, position: Position, to: BrokenInput[]): void {
  const add = (what: string, kind: ViolationKind, value: unknown, at = position.path) => {
    to.push({
      what: `${at} ${what}`,
      kind,
      path: at,
      memberName: position.memberName,
      input: position.around(value),
    });
  };
  if (position.path !== "") add("of the wrong type", "type", shape.type === "boolean" ? "true" : true);
  if (position.path !== "" && shape.type === "boolean") add("of another wrong type", "type", 1);
  switch (shape.type) {
    case "structure":
      visitMembers(shape, position, to);
      break;
    case "list": {
      const { item, min = 0, max } = shape;
      const sensitive = position.sensitive || item.sensitive;
      if (min > 0) add("with too few items", "length", items(item, min - 1));
      if (max !== undefined) add("with too many items", "length", items(item, max + 1));
      const rest = items(item, Math.max(min, 1) - 1);
      add("with a null item", "required", [null, ...rest], `${position.path}.1.member`);
      const inner: Position = {
        ...position,
        path: `${position.path}.1.member`,
        around: value => position.around([value, ...rest]),
        sensitive,
      };
      if (isAggregate(item)) visit(item, inner, to);
      else visitItems(item, inner, position.path, to);
      break;
    }
    case "map": {
      const { key, value: entry } = shape;
      const sensitive = position.sensitive || key.sensitive || entry.sensitive;
      const name = minimalKey(key, 0);
      const path = sensitive ? position.path : `${position.path}.${name}.member`;
      const inner: Position = {
        ...position,
        path,
        around: value => position.around({ [name]: value }),
        sensitive,
      };
      if (isAggregate(entry)) visit(entry, inner, to);
      else visitItems(entry, inner, position.path, to);
      const asKey = (value: unknown) => position.around({ [String(value)]: minimalValue(entry) });
      for (const { what, kind, value } of breaches(key)) {
        to.push({
          what: `${position.path} key ${what}`,
          kind,
          path: position.path,
          memberName: position.memberName,
          input: asKey(value),
        });
      }
      break;
    }
    default:
      for (const { what, kind, value } of breaches(shape)) add(what, kind, value);
  }
}

function visitMembers(shape: StructureShape, position: Position, to: BrokenInput[]): void {
  const minimal = minimalValue(shape);
  for (const { name, target, required, idempotencyToken } of shape.members) {
    const camel = name.charAt(0).toLowerCase() + name.slice(1);
    const inner: Position = {
      path: position.path === "" ? camel : `${position.path}.${camel}`,
      memberName: name,
      around: value => position.around({ ...Object(minimal), [name]: value }),
      sensitive: position.sensitive || target.sensitive,
    };
    if (required && !idempotencyToken) {
      const common = { kind: "required", path: inner.path, memberName: name } as const;
      to.push({ ...common, what: `${inner.path} missing`, input: inner.around(undefined) });
      to.push({ ...common, what: `${inner.path} null`, input: inner.around(null) });
    }
    visit(target, inner, to);
  }
}

/** Scalar items: a wrong type is reported at the item, a broken constraint at the collection. */
function visitItems(shape: Shape, item: Position, collection: string, to: BrokenInput[]): void {
  const { path, memberName, around } = item;
  const wrongType = shape.type === "boolean" ? 1 : true;
  to.push({ what: `${path} of the wrong type`, kind: "type", path, memberName, input: around(wrongType) });
  for (const { what, kind, value } of breaches(shape)) {
    to.push({ what: `${path} ${what}`, kind, path: collection, memberName, input: around(value) });
  }
}

interface Breach {
  readonly what: string;
  readonly kind: ViolationKind;
  readonly value: unknown;
}

function breaches(shape: Shape): Breach[] {
  if (shape.type === "enum") return [{ what: "not in the enum", kind: "enum", value: "NO_SUCH_VALUE" }];
  if (shape.type === "string") return textBreaches(shape);
  if (shape.type !== "integer" && shape.type !== "long" && shape.type !== "double") return [];
  const found: Breach[] = [];
  const { min, max } = shape;
  if (min !== undefined) found.push({ what: "below its minimum", kind: "range", value: min - 1 });
  if (max !== undefined)
    found.push({ what: "above its maximum", kind: "range", value: max + 1 > max ? max + 1 : max * 2 });
  return found;
}

function textBreaches(shape: ScalarShape): Breach[] {
  const found: Breach[] = [];
  const { min = 0, max, pattern } = shape;
  const sample = String(minimalValue(shape));
  if (min > 0) found.push({ what: "too short", kind: "length", value: sample.slice(0, min - 1) });
  if (max !== undefined)
    found.push({ what: "too long", kind: "length", value: sample.padEnd(max + 1, sample || "x") });
  const value = pattern === undefined ? undefined : mismatch(pattern, min, max);
  if (value !== undefined) found.push({ what: "against its pattern", kind: "pattern", value });
  return found;
}

/** A string of valid length that does not match a pattern; undefined for the few patterns that match everything. */
function mismatch(pattern: string, min: number, max = 2048): string | undefined {
  const matcher = compilePattern(pattern);
  const length = Math.min(Math.max(min, 1), max);
  const candidates = ["!", " ", "\n", "é"].map(character => character.repeat(length));
  return [...candidates, ""].find(text => text.length >= min && !matcher.test(text));
}

function items(shape: Shape, count: number): unknown[] {
  return Array.from({ length: count }, () => minimalValue(shape));
}

function isAggregate(shape: Shape): boolean {
  return shape.type === "structure" || shape.type === "list" || shape.type === "map";
}
