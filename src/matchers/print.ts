import { isPlain } from "./plain";

/** A value on one line, for hosts that do not print values themselves; in the notation of those that do. */
export function print(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "an invalid date" : value.toISOString();
  if (Array.isArray(value)) return `[${value.map(print).join(", ")}]`;
  if (isPlain(value)) {
    const members = Object.keys(value).map(name => `${JSON.stringify(name)}: ${print(value[name])}`);
    return `{${members.join(", ")}}`;
  }
  return String(value);
}
