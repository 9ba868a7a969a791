import { type ServiceName, type Shape, serviceModel } from "../model";
import { backupCollections } from "../seeding/backup";
import { efsCollections } from "../seeding/efs";
import { fsxCollections } from "../seeding/fsx";
import { itemShapes } from "../seeding/item-reader";
import { isObject, type Members } from "../seeding/members";
import { type ListName, splitName } from "./world-builder";

interface ItemSource {
  readonly createdBy: readonly string[];
  readonly described?: { readonly by: string };
}

const collections: Readonly<Record<ServiceName, Readonly<Record<string, ItemSource>>>> = {
  backup: backupCollections,
  efs: efsCollections,
  fsx: fsxCollections,
};

/**
 * How to replace a value that the source does not know, by the name of the member that holds it and the type that the
 * member wants. Undefined leaves the value out.
 */
export type Completion = (value: unknown, member: string, type: Shape["type"]) => unknown;

/**
 * An entry with the types that the members of its list want: texts become numbers and truth values, and the other way
 * round, as CloudFormation does. What cannot be converted stays, and is refused with the entry.
 */
export function fitMembers(list: ListName, item: Members, complete: Completion = value => value): Members {
  const [service, name] = splitName(list);
  const { createdBy, described } = collections[service][name] ?? { createdBy: [] };
  const { input, description } = itemShapes(serviceModel(service), createdBy, described?.by);
  const members = Object.entries(item).map(([member, value]) => {
    const shape = (input.member(member) ?? description.member(member))?.target;
    return [member, shape ? fitted(shape, value, member, complete) : value] as const;
  });
  return Object.fromEntries(members.filter(([, value]) => value !== undefined));
}

function fitted(shape: Shape, given: unknown, member: string, complete: Completion): unknown {
  const value = complete(given, member, shape.type);
  switch (shape.type) {
    case "structure":
      return isObject(value) ? fittedMembers(value, name => shape.member(name)?.target, complete) : value;
    case "map":
      return isObject(value) ? fittedMembers(value, () => shape.value, complete) : value;
    case "list":
      return Array.isArray(value) ? fittedItems(value, shape.item, member, complete) : value;
    case "string":
    case "enum":
      return typeof value === "number" || typeof value === "boolean" ? String(value) : value;
    case "integer":
    case "long":
    case "double":
      return typeof value === "string" && value.trim() !== "" && !Number.isNaN(Number(value))
        ? Number(value)
        : value;
    case "boolean":
      return typeof value === "string" ? (truthValues[value.toLowerCase()] ?? value) : value;
    case "timestamp":
      return value;
  }
}

function fittedItems(
  items: readonly unknown[],
  shape: Shape,
  member: string,
  complete: Completion,
): readonly unknown[] {
  return items.map(item => fitted(shape, item, member, complete)).filter(item => item !== undefined);
}

const truthValues: Readonly<Record<string, boolean>> = { true: true, false: false, yes: true, no: false };

function fittedMembers(
  value: Members,
  shapeOf: (name: string) => Shape | undefined,
  complete: Completion,
): Members {
  const members = Object.entries(value).map(([name, item]) => {
    const shape = shapeOf(name);
    return [name, shape ? fitted(shape, item, name, complete) : item] as const;
  });
  return Object.fromEntries(members.filter(([, item]) => item !== undefined));
}
