import { isObject, type Members } from "../seeding/members";

export { isObject, type Members };

/** The objects in a list; none if the value is no list. */
export const objectsIn = (value: unknown): readonly Members[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

export const textOf = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

/** A member of a value that may be no object, or an item of a list. */
export function memberOf(value: unknown, name: string | number): unknown {
  if (Array.isArray(value)) return value[Number(name)];
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** The value at a path of members and indexes. */
export const valueAt = (value: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce(memberOf, value);
