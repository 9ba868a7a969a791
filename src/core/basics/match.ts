import { isLiteral, isRecord } from "../../model";
import { MockError } from "./errors";

/** The common form of the asymmetric matchers of jest, vitest and sinon. */
export interface AsymmetricMatcher {
  /** Whether the value matches. */
  asymmetricMatch(actual: unknown): boolean;
}

const isAsymmetric = (value: object): value is AsymmetricMatcher =>
  "asymmetricMatch" in value && typeof value.asymmetricMatch === "function";

/** Whether a value is a matcher of Bun's `expect`, such as `expect.any(String)`: it has no members, and only Bun can evaluate it. */
export const isBunMatcher = (value: unknown): value is object =>
  isRecord(value) &&
  !isLiteral(value) &&
  /^\[object Expect\w+\]$/.test(Object.prototype.toString.call(value));

/** Compared by its members, it would match every object. */
function refuseBunMatcher(value: object): void {
  if (!isBunMatcher(value)) return;
  throw new MockError(
    "InvalidExpectation",
    "Cannot compare with a matcher of Bun's expect: only Bun can evaluate it; give the value, or an object with a function asymmetricMatch(actual).",
  );
}

/** Refuses what {@link matches} cannot compare with, before there is a value to compare. */
export function checkComparable(expected: unknown, seen = new Set<unknown>()): void {
  if (!isRecord(expected) || isAsymmetric(expected) || seen.has(expected)) return;
  refuseBunMatcher(expected);
  seen.add(expected);
  for (const name of Object.keys(expected)) checkComparable(memberOf(expected, name), seen);
}

const memberOf = (value: object, name: string): unknown => Reflect.get(value, name);

/** Whether a value has what is expected, and nothing else; `undefined` counts as absent. */
export function matchesExactly(expected: unknown, actual: unknown): boolean {
  return matches(expected, actual) && hasNothingElse(expected, actual);
}

function hasNothingElse(expected: unknown, actual: unknown): boolean {
  if (!isRecord(expected) || !isRecord(actual) || isAsymmetric(expected)) return true;
  return Object.keys(actual).every(name => {
    const [wanted, found] = [memberOf(expected, name), memberOf(actual, name)];
    return wanted === undefined ? found === undefined : hasNothingElse(wanted, found);
  });
}

/**
 * Whether a value has at least what is expected: objects by their expected members, lists by length and item, dates by
 * instant, asymmetric matchers by their own rule.
 */
export function matches(expected: unknown, actual: unknown): boolean {
  if (!isRecord(expected)) return Object.is(expected, actual);
  if (isAsymmetric(expected)) return expected.asymmetricMatch(actual);
  if (!isRecord(actual)) return false;
  if (expected instanceof Date) {
    return actual instanceof Date && Object.is(expected.getTime(), actual.getTime());
  }
  if (Array.isArray(expected)) {
    return (
      Array.isArray(actual) &&
      expected.length === actual.length &&
      expected.every((item, index) => matches(item, actual[index]))
    );
  }
  refuseBunMatcher(expected);
  return Object.keys(expected).every(name => matches(memberOf(expected, name), memberOf(actual, name)));
}
