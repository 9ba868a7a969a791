import type { Shape } from "../model";
import { dateProblem, instant } from "./dates";
import { isObject, memberPath } from "./members";
import type { Message } from "./problems";

interface Context {
  readonly now: number;
  readonly problems: Message[];
}

/**
 * The part of an item that its description shows, in the form of the state. Only types are checked: AWS's own answers
 * violate constraints of its model, and the values are compared with the actual description later. A value that is
 * also part of `input`, the shape of the creating operation, is checked there and reports no problem here.
 */
export function toDescription(
  shape: Shape,
  input: Shape | undefined,
  value: unknown,
  context: Context,
  path = "",
): unknown {
  if (value === undefined || value === null) return undefined;
  if (shape.type === "structure" && isObject(value)) {
    const inner = input?.type === "structure" ? input : undefined;
    const described: Record<string, unknown> = {};
    // Fixtures can have hundreds of thousands of items, most of whose members are absent.
    for (const { name, target } of shape.members) {
      const given = value[name];
      if (given === undefined || given === null) continue;
      const own = inner ? inner.member(name)?.target : input;
      const member = toDescription(target, own, given, context, memberPath(path, name));
      if (member !== undefined) described[name] = member;
    }
    return Object.freeze(described);
  }
  if (shape.type === "list" && Array.isArray(value)) {
    const inner = input?.type === "list" ? input.item : input;
    const items = value.flatMap(
      (item, index) => toDescription(shape.item, inner, item, context, `${path}[${index}]`) ?? [],
    );
    return Object.freeze(items);
  }
  if (shape.type === "map" && isObject(value)) {
    const entries = Object.entries(value).map(
      ([key, item]) =>
        [key, toDescription(shape.value, input, item, context, memberPath(path, key))] as const,
    );
    return Object.freeze(Object.fromEntries(entries));
  }
  const read = readScalar(shape, value, context.now);
  if (read === undefined && input === undefined) {
    context.problems.push(
      shape.type === "timestamp" ? dateProblem(path) : `${path} must be ${expected[shape.type]}`,
    );
  }
  return read;
}

const expected: Readonly<Record<Shape["type"], string>> = {
  structure: "an object",
  list: "a list",
  map: "an object",
  timestamp: "a date",
  string: "a string",
  enum: "a string",
  boolean: "true or false",
  integer: "a number",
  long: "a number",
  double: "a number",
};

function readScalar(shape: Shape, value: unknown, now: number): string | number | boolean | undefined {
  switch (shape.type) {
    case "timestamp":
      return instant(value, now);
    case "string":
    case "enum":
      return typeof value === "string" ? value : undefined;
    case "boolean":
      return typeof value === "boolean" ? value : undefined;
    case "integer":
    case "long":
    case "double":
      return typeof value === "number" ? value : undefined;
    default:
      return undefined;
  }
}
