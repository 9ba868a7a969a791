/** A value as the state keeps it: frozen all through, in AWS's member names, instants as epoch milliseconds. */
export type StateValue = string | number | boolean | readonly StateValue[] | StateRecord;

export interface StateRecord {
  readonly [name: string]: StateValue;
}

const getTime = Date.prototype.getTime;

/** Whether its members can be looked up by name; says nothing of its kind. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** Whether it has members by name, as a JSON object has: anything but a list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return isRecord(value) && !Array.isArray(value);
}

/** Whether it is an object that stands for a structure or map: not a list, and nothing built in (Date, Map, Promise …). */
export function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (!isRecord(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) return true;
  return Object.prototype.toString.call(value) === "[object Object]";
}

/** Whether it is an object as one writes it, `{ … }`, of whatever realm: no list, nothing built in, nothing of a class. */
export function isLiteral(value: unknown): value is Record<string, unknown> {
  if (!isRecord(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** The epoch milliseconds of a `Date` of any realm (NaN for an invalid one); undefined for anything else. */
export function epochOf(value: unknown): number | undefined {
  if (!isRecord(value)) return undefined;
  try {
    return getTime.call(value);
  } catch {
    return undefined;
  }
}

/** What a value is, for a person: `a list`, `a Date`, `null`. */
export function kindOf(value: unknown): string {
  if (value === undefined || value === null) return String(value);
  if (Array.isArray(value)) return "a list";
  const instant = epochOf(value);
  if (instant !== undefined) return Number.isNaN(instant) ? "an invalid Date" : "a Date";
  if (typeof value === "object") return "an object";
  return `a ${typeof value}`;
}

/** Sets a caller's own key as data, whatever it is called. */
export function setEntry<T>(target: Record<string, T>, key: string, value: T): void {
  if (key === "__proto__") {
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  } else target[key] = value;
}
