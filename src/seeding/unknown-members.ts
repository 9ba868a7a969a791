import { quoted, suggestion } from "../core/basics";
import type { Shape, StructureShape } from "../model";
import { isObject, memberPath } from "./members";
import type { Message } from "./problems";

/** A problem for each member of an item, at any depth, that none of the shapes has. */
export const unknownMembers = (shapes: readonly StructureShape[], item: object): readonly Message[] =>
  inValue(shapes, item, "");

function inValue(shapes: readonly Shape[], value: unknown, path: string): readonly Message[] {
  if (Array.isArray(value)) {
    const items = shapes.flatMap(shape => (shape.type === "list" ? [shape.item] : []));
    return items.length === 0
      ? []
      : value.flatMap((item, index) => inValue(items, item, `${path}[${index}]`));
  }
  if (!isObject(value)) return [];
  const structures = shapes.filter(shape => shape.type === "structure");
  if (structures.length > 0) return inStructure(structures, value, path);
  const values = shapes.flatMap(shape => (shape.type === "map" ? [shape.value] : []));
  return Object.entries(value).flatMap(([key, item]) => inValue(values, item, memberPath(path, key)));
}

function inStructure(shapes: readonly StructureShape[], value: object, path: string): readonly Message[] {
  const problems: Message[] = [];
  for (const name of Object.keys(value)) {
    const item: unknown = Reflect.get(value, name);
    const isDeep = typeof item === "object" && item !== null;
    // Most members are scalars that a shape has.
    if (!isDeep && (item === undefined || shapes.some(shape => shape.member(name)))) continue;
    const targets = shapes.flatMap(shape => shape.member(name)?.target ?? []);
    const at = memberPath(path, name);
    const known = () => new Set(shapes.flatMap(shape => shape.members.map(member => member.name)));
    if (targets.length > 0) problems.push(...inValue(targets, item, at));
    else problems.push({ member: at, message: () => unknownMember(name, known(), at) });
  }
  return problems;
}

export const unknownMember = (name: string, known: Iterable<string>, path = name): string =>
  `unknown member ${quoted(path)}; ${suggestion(name, [...known].sort())}`;
