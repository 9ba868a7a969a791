import { isObject, member } from "./sdk";

/** On a lent value: the descriptor of what it stands in for, or null if its owner had none of its own. */
const beforeKey = Symbol.for("aws-backup-mock.before");

/** What a member was before anything was lent to its owner. */
export function originalMember(owner: object, name: string): unknown {
  const value = member(owner, name);
  const before: unknown = member(value, beforeKey);
  if (isObject(before))
    return "get" in before ? Reflect.apply(Object(before).get, owner, []) : member(before, "value");
  return before === null ? Reflect.get(Object.getPrototypeOf(owner), name) : value;
}

/**
 * Lends an object a member. Returns a function that takes it back, unless other code has replaced it since. A mock that
 * lends over what another has lent lends for the original.
 */
export function lendMember(owner: object, name: string, value: object): () => void {
  const descriptor = Object.getOwnPropertyDescriptor(owner, name);
  const known: unknown = member(descriptor?.value, beforeKey);
  const before = known === undefined ? descriptor : (known ?? undefined);
  Object.defineProperty(value, beforeKey, { value: before ?? null });
  Object.defineProperty(owner, name, { value, configurable: true, enumerable: true, writable: true });
  return () => {
    if (Object.getOwnPropertyDescriptor(owner, name)?.value !== value) return;
    if (isObject(before)) Object.defineProperty(owner, name, before);
    else Reflect.deleteProperty(owner, name);
  };
}

export type Method = (...args: unknown[]) => unknown;

const isMethod = (value: unknown): value is Method => typeof value === "function";

/** Lends an object a method in place of one that it has. Does nothing for an object that has none, or cannot be changed. */
export function lendMethod(owner: unknown, name: string, make: (original: Method) => Method): () => void {
  if (!isObject(owner) || !Object.isExtensible(owner)) return () => {};
  const original = originalMember(owner, name);
  if (!isMethod(original)) return () => {};
  return lendMember(
    owner,
    name,
    make((...args) => Reflect.apply(original, owner, args)),
  );
}
