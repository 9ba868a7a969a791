import { isObject as hasMembers, type Member, type StructureShape } from "../model";

/** Something with members, of which no more is known. */
export type Members = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Members => hasMembers(value) && !(value instanceof Date);

/** A structure of members that stand in several shapes of the model; of the same name, the last one. */
export function structureOf(name: string, members: readonly Member[]): StructureShape {
  const byName = new Map(members.map(member => [member.name, member]));
  return {
    type: "structure",
    name,
    sensitive: false,
    members: [...byName.values()],
    member: wanted => byName.get(wanted),
  };
}

/** Where a member stands in an item. */
export const memberPath = (path: string, name: string): string => (path === "" ? name : `${path}.${name}`);
