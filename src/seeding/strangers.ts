import type { Shape, StructureShape } from "../model";
import { isObject, memberPath } from "./members";

/** The members of an item, however deep, that none of the shapes has: each as a sentence about it. */
export const strangers = (shapes: readonly StructureShape[], item: object): readonly string[] =>
  inside(shapes, item, "");

function inside(shapes: readonly Shape[], value: unknown, path: string): readonly string[] {
  if (Array.isArray(value)) {
    const items = shapes.flatMap(shape => (shape.type === "list" ? [shape.item] : []));
    return items.length === 0 ? [] : value.flatMap((item, index) => inside(items, item, `${path}[${index}]`));
  }
  if (!isObject(value)) return [];
  const structures = shapes.filter(shape => shape.type === "structure");
  if (structures.length > 0) return inStructure(structures, value, path);
  const values = shapes.flatMap(shape => (shape.type === "map" ? [shape.value] : []));
  return Object.entries(value).flatMap(([key, item]) => inside(values, item, memberPath(path, key)));
}

function inStructure(shapes: readonly StructureShape[], value: object, path: string): readonly string[] {
  return Object.entries(value).flatMap(([name, item]) => {
    const targets = shapes.flatMap(shape => shape.member(name)?.target ?? []);
    if (targets.length > 0) return inside(targets, item, memberPath(path, name));
    if (item === undefined) return [];
    const known = new Set(shapes.flatMap(shape => shape.members.map(each => each.name)));
    return [`has no member ${memberPath(path, name)}; there are ${[...known].sort().join(", ")}`];
  });
}
