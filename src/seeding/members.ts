import { isObject as hasMembers, type Member, type StructureShape } from "../model";

/** An object of unknown content. */
export type Members = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Members => hasMembers(value) && !(value instanceof Date);

/** A structure of members from several shapes. Of members with the same name, the last one counts. */
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

/** Sets a member of an object that is being made. `__proto__`, which JSON can have, is a name like any other. */
export function setMember(members: Record<string, unknown>, name: string, value: unknown): void {
  if (name === "__proto__") Object.defineProperty(members, name, { value, enumerable: true });
  else members[name] = value;
}

/** The path of a member in an item. */
export const memberPath = (path: string, name: string): string => (path === "" ? name : `${path}.${name}`);
