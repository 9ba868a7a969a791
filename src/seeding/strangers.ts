import type { Shape, StructureShape } from "../model";

/** The members of an item, however deep, that there are none of: each as a sentence about it. */
export const strangers = (shape: StructureShape, item: object): readonly string[] => inside(shape, item, "");

function inside(shape: Shape, value: unknown, path: string): readonly string[] {
  if (typeof value !== "object" || value === null || value instanceof Date) return [];
  if (shape.type === "structure") return inStructure(shape, value, path);
  if (shape.type === "list" && Array.isArray(value)) {
    return value.flatMap((item, index) => inside(shape.item, item, `${path}[${index}]`));
  }
  if (shape.type !== "map") return [];
  return Object.entries(value).flatMap(([key, item]) => inside(shape.value, item, memberOf(path, key)));
}

function inStructure(shape: StructureShape, value: object, path: string): readonly string[] {
  return Object.entries(value).flatMap(([name, item]) => {
    const member = shape.member(name);
    if (member) return inside(member.target, item, memberOf(path, name));
    if (item === undefined) return [];
    const known = shape.members.map(each => each.name).sort();
    return [`has no member ${memberOf(path, name)}; there are ${known.join(", ")}`];
  });
}

const memberOf = (path: string, name: string): string => (path === "" ? name : `${path}.${name}`);
