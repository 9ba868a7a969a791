import { matches } from "../../../core/basics";

/** Whether two values of a request or a record are equal, at any depth. */
export const areEqual = (a: unknown, b: unknown): boolean => matches(a, b) && matches(b, a);

/** Deletes the members that are undefined or repeat a present value, except those to keep. */
export function deleteUnchanged(
  members: object,
  before: object = {},
  isKept: (name: string) => boolean = () => false,
): void {
  for (const [name, value] of Object.entries(members)) {
    const isUnchanged = !isKept(name) && areEqual(value, Reflect.get(before, name));
    if (value === undefined || isUnchanged) Reflect.deleteProperty(members, name);
  }
}
