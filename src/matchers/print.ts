import { isBunMatcher } from "../core/basics";
import { isPlain } from "./plain";

const maxDepth = 10;
const maxLength = 1_000;

interface PrintOptions {
  /** Default: 1,000 characters. */
  readonly longest?: number;
  /** Describes a matcher that only its host can describe. */
  readonly describe?: ((matcher: object) => string) | undefined;
}

/** A value on one line, whatever the host. The printers of jest and vitest differ, and use many lines. */
export function print(value: unknown, { longest = maxLength, describe = String }: PrintOptions = {}): string {
  const text = printAt(value, 0, describe);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

function printAt(value: unknown, depth: number, describe: (matcher: object) => string): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "an invalid date" : value.toISOString();
  if (depth > maxDepth) return "…";
  if (Array.isArray(value)) return `[${value.map(item => printAt(item, depth + 1, describe)).join(", ")}]`;
  if (isPlain(value)) {
    const names = Object.keys(value);
    return `{${names.map(name => `${JSON.stringify(name)}: ${printAt(value[name], depth + 1, describe)}`).join(", ")}}`;
  }
  if (isBunMatcher(value)) return describe(value);
  return isHostMatcher(value) ? value.toAsymmetricMatcher() : String(value);
}

/** An asymmetric matcher of jest or vitest, which can describe itself. */
const isHostMatcher = (value: unknown): value is { toAsymmetricMatcher(): string } =>
  typeof value === "object" &&
  value !== null &&
  "toAsymmetricMatcher" in value &&
  typeof value.toAsymmetricMatcher === "function";
