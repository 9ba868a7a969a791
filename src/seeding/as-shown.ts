import type { Shape } from "../model";
import { dateFault, instant } from "./dates";
import { isObject, memberPath } from "./members";

/** How descriptions are read: by which clock, and who is told of what is of a wrong type. */
interface Reading {
  readonly now: number;
  readonly faults: string[];
}

/**
 * What a fixture says in the words of describing, in the form of the state. It is held against what is shown later, so
 * only its types count here: AWS itself answers more than the constraints of its model let through. What creating
 * takes is read by its rules, so of a wrong type nothing is said here where `taken` is its shape.
 */
export function asShown(
  shape: Shape,
  taken: Shape | undefined,
  value: unknown,
  reading: Reading,
  path = "",
): unknown {
  if (value === undefined || value === null) return undefined;
  if (shape.type === "structure" && isObject(value)) {
    const inside = taken?.type === "structure" ? taken : undefined;
    const members = shape.members.flatMap(({ name, target }) => {
      const given = value[name];
      const at = memberPath(path, name);
      const read = asShown(target, inside ? inside.member(name)?.target : taken, given, reading, at);
      return read === undefined ? [] : [[name, read] as const];
    });
    return Object.freeze(Object.fromEntries(members));
  }
  if (shape.type === "list" && Array.isArray(value)) {
    const inside = taken?.type === "list" ? taken.item : taken;
    return Object.freeze(
      value.flatMap((item, index) => asShown(shape.item, inside, item, reading, `${path}[${index}]`) ?? []),
    );
  }
  if (shape.type === "map" && isObject(value)) {
    const entries = Object.entries(value).map(
      ([key, item]) => [key, asShown(shape.value, taken, item, reading, memberPath(path, key))] as const,
    );
    return Object.freeze(Object.fromEntries(entries));
  }
  const read = single(shape, value, reading.now);
  if (read === undefined && taken === undefined) {
    reading.faults.push(
      shape.type === "timestamp" ? dateFault(path) : `${path} must be ${words[shape.type]}`,
    );
  }
  return read;
}

const words: Readonly<Record<Shape["type"], string>> = {
  structure: "an object",
  list: "a list",
  map: "an object",
  timestamp: "a date",
  string: "a text",
  enum: "a text",
  boolean: "true or false",
  integer: "a number",
  long: "a number",
  double: "a number",
};

function single(shape: Shape, value: unknown, now: number): string | number | boolean | undefined {
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
