/** A value of the state: deeply frozen, with AWS's member names, instants as epoch milliseconds. */
export type StateValue = string | number | boolean | readonly StateValue[] | StateRecord;

export interface StateRecord {
  readonly [name: string]: StateValue;
}

const getTime = Date.prototype.getTime;

/** Whether a value is an object of any kind, a list included, so that its properties can be read. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** Whether a value is an object but not a list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return isRecord(value) && !Array.isArray(value);
}

/** Whether a value can be a structure or map of the API: an object, but not a list or a built-in (Date, Map, Promise). */
export function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (!isRecord(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) return true;
  return Object.prototype.toString.call(value) === "[object Object]";
}

/** Whether a value is an object literal of any realm: not a list, a built-in or an instance of a class. */
export function isLiteral(value: unknown): value is Record<string, unknown> {
  if (!isRecord(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

const lastInstant = 8.64e15;

/** The `Date` of an instant. A deadline beyond the last date there is shows as the last one. */
export const dateAt = (instant: number): Date => new Date(Math.min(instant, lastInstant));

/** The epoch milliseconds of a `Date` of any realm (NaN if it is invalid); undefined for anything else. */
export function epochOf(value: unknown): number | undefined {
  if (!isRecord(value)) return undefined;
  try {
    return getTime.call(value);
  } catch {
    return undefined;
  }
}

/** The kind of a value, for a message: `a list`, `a Date`, `null`. */
export function kindOf(value: unknown): string {
  if (value === undefined || value === null) return String(value);
  if (Array.isArray(value)) return "a list";
  const instant = epochOf(value);
  if (instant !== undefined) return Number.isNaN(instant) ? "an invalid Date" : "a Date";
  if (typeof value === "object") return "an object";
  return `a ${typeof value}`;
}

/** Sets a property, even one named `__proto__`. */
export function setEntry<T>(target: Record<string, T>, key: string, value: T): void {
  if (key === "__proto__") {
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  } else target[key] = value;
}
