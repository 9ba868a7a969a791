import type {
  OperationModel,
  ScalarShape,
  Shape,
  StructureShape,
  ViolationKind,
} from "../../src/model/index";
import { compilePattern } from "../../src/model/patterns";
import { minimalKey, minimalValue } from "./minimal-input";

/** An input that breaks one constraint of an operation, and nothing else that can be helped. */
export interface BrokenInput {
  readonly what: string;
  readonly kind: ViolationKind;
  /** As AWS writes it. */
  readonly path: string;
  readonly memberName: string;
  readonly input: unknown;
}

/** For every constrained member of an operation's input, at any depth, each way to break it. */
export function brokenInputs(operation: OperationModel): BrokenInput[] {
  const found: BrokenInput[] = [];
  visit(operation.input, { path: "", memberName: "", around: value => value, sensitive: false }, found);
  return found.map(broken => ({ ...broken, what: `${operation.name}: ${broken.what}` }));
}

/** Where a shape stands in an input. */
interface Spot {
  readonly path: string;
  readonly memberName: string;
  /** The least valid input with this value in this place. */
  readonly around: (value: unknown) => unknown;
  readonly sensitive: boolean;
}

function visit(shape: Shape, spot: Spot, to: BrokenInput[]): void {
  const add = (what: string, kind: ViolationKind, value: unknown, at = spot.path) => {
    to.push({
      what: `${at} ${what}`,
      kind,
      path: at,
      memberName: spot.memberName,
      input: spot.around(value),
    });
  };
  if (spot.path !== "") add("of the wrong type", "type", shape.type === "boolean" ? "true" : true);
  if (spot.path !== "" && shape.type === "boolean") add("of another wrong type", "type", 1);
  switch (shape.type) {
    case "structure":
      visitMembers(shape, spot, to);
      break;
    case "list": {
      const { item, min = 0, max } = shape;
      const sensitive = spot.sensitive || item.sensitive;
      if (min > 0) add("with too few items", "length", items(item, min - 1));
      if (max !== undefined) add("with too many items", "length", items(item, max + 1));
      const rest = items(item, Math.max(min, 1) - 1);
      add("with a null item", "required", [null, ...rest], `${spot.path}.1.member`);
      const inner: Spot = {
        ...spot,
        path: `${spot.path}.1.member`,
        around: value => spot.around([value, ...rest]),
        sensitive,
      };
      if (isAggregate(item)) visit(item, inner, to);
      else visitItems(item, inner, spot.path, to);
      break;
    }
    case "map": {
      const { key, value: entry } = shape;
      const sensitive = spot.sensitive || key.sensitive || entry.sensitive;
      const name = minimalKey(key, 0);
      const path = sensitive ? spot.path : `${spot.path}.${name}.member`;
      const inner: Spot = { ...spot, path, around: value => spot.around({ [name]: value }), sensitive };
      if (isAggregate(entry)) visit(entry, inner, to);
      else visitItems(entry, inner, spot.path, to);
      const asKey = (value: unknown) => spot.around({ [String(value)]: minimalValue(entry) });
      for (const { what, kind, value } of breaches(key)) {
        to.push({
          what: `${spot.path} key ${what}`,
          kind,
          path: spot.path,
          memberName: spot.memberName,
          input: asKey(value),
        });
      }
      break;
    }
    default:
      for (const { what, kind, value } of breaches(shape)) add(what, kind, value);
  }
}

function visitMembers(shape: StructureShape, spot: Spot, to: BrokenInput[]): void {
  const least = minimalValue(shape);
  for (const { name, target, required, idempotencyToken } of shape.members) {
    const camel = name.charAt(0).toLowerCase() + name.slice(1);
    const inner: Spot = {
      path: spot.path === "" ? camel : `${spot.path}.${camel}`,
      memberName: name,
      around: value => spot.around({ ...Object(least), [name]: value }),
      sensitive: spot.sensitive || target.sensitive,
    };
    if (required && !idempotencyToken) {
      const common = { kind: "required", path: inner.path, memberName: name } as const;
      to.push({ ...common, what: `${inner.path} missing`, input: inner.around(undefined) });
      to.push({ ...common, what: `${inner.path} null`, input: inner.around(null) });
    }
    visit(target, inner, to);
  }
}

/** Single items: a wrong type is reported at the item, a broken constraint at the collection. */
function visitItems(shape: Shape, item: Spot, collection: string, to: BrokenInput[]): void {
  const { path, memberName, around } = item;
  const wrong = shape.type === "boolean" ? 1 : true;
  to.push({ what: `${path} of the wrong type`, kind: "type", path, memberName, input: around(wrong) });
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

/** A text of a fitting length that does not match; there is none for a few patterns that take anything. */
function mismatch(pattern: string, min: number, max = 2048): string | undefined {
  const matcher = compilePattern(pattern);
  const length = Math.min(Math.max(min, 1), max);
  const tries = ["!", " ", "\n", "é"].map(character => character.repeat(length));
  return [...tries, ""].find(text => text.length >= min && !matcher.test(text));
}

function items(shape: Shape, count: number): unknown[] {
  return Array.from({ length: count }, () => minimalValue(shape));
}

function isAggregate(shape: Shape): boolean {
  return shape.type === "structure" || shape.type === "list" || shape.type === "map";
}
