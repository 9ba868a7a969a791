import { isPlain } from "./plain";

const maxDepth = 10;
const maxLength = 1_000;

/** A value on one line, whatever the host. The printers of jest and vitest differ, and use many lines. */
export function print(value: unknown, longest = maxLength): string {
  const text = printAt(value, 0);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

function printAt(value: unknown, depth: number): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "an invalid date" : value.toISOString();
  if (depth > maxDepth) return "…";
  if (Array.isArray(value)) return `[${value.map(item => printAt(item, depth + 1)).join(", ")}]`;
  if (isPlain(value)) {
    const names = Object.keys(value);
    return `{${names.map(name => `${JSON.stringify(name)}: ${printAt(value[name], depth + 1)}`).join(", ")}}`;
  }
  return isHostMatcher(value) ? value.toAsymmetricMatcher() : String(value);
}

/** An asymmetric matcher of jest or vitest, which can describe itself. */
const isHostMatcher = (value: unknown): value is { toAsymmetricMatcher(): string } =>
  typeof value === "object" &&
  value !== null &&
  "toAsymmetricMatcher" in value &&
  typeof value.toAsymmetricMatcher === "function";
