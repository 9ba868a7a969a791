import { isLiteral } from "../../model";

/**
 * A copy that shares no list, date or plain object with the original. Values that structuredClone refuses, such as
 * functions, are kept, so that any input can be recorded.
 */
export function deepCopy<T>(value: T, copies = new Map<unknown, unknown>()): T {
  return copyOf(value, copies) as T;
}

function copyOf(value: unknown, copies: Map<unknown, unknown>): unknown {
  if (typeof value !== "object" || value === null) return value;
  const known = copies.get(value);
  if (known !== undefined) return known;
  if (value instanceof Date) return new Date(value);
  if (Array.isArray(value)) {
    const list: unknown[] = [];
    copies.set(value, list);
    for (const item of value) list.push(copyOf(item, copies));
    return list;
  }
  if (!isLiteral(value)) return value;
  const copy: object = {};
  copies.set(value, copy);
  for (const name of Object.keys(value)) {
    Object.defineProperty(copy, name, {
      value: copyOf(Reflect.get(value, name), copies),
      configurable: true,
      enumerable: true,
      writable: true,
    });
  }
  return copy;
}
