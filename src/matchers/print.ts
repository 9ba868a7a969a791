import { isPlain } from "./plain";

const deepest = 10;
const longest = 1_000;

/** A value on one line, in the notation of jest and vitest, which print over many lines, each in its own way. */
export function print(value: unknown): string {
  const text = printAt(value, 0);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

function printAt(value: unknown, depth: number): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "an invalid date" : value.toISOString();
  if (depth > deepest) return "…";
  if (Array.isArray(value)) return `[${value.map(item => printAt(item, depth + 1)).join(", ")}]`;
  if (isPlain(value)) {
    const names = Object.keys(value);
    return `{${names.map(name => `${JSON.stringify(name)}: ${printAt(value[name], depth + 1)}`).join(", ")}}`;
  }
  return isDescribed(value) ? value.toAsymmetricMatcher() : String(value);
}

/** The hosts' asymmetric matchers say what they are. */
const isDescribed = (value: unknown): value is { toAsymmetricMatcher(): string } =>
  typeof value === "object" &&
  value !== null &&
  "toAsymmetricMatcher" in value &&
  typeof value.toAsymmetricMatcher === "function";
