import { isRecord } from "../../model";

/** What jest's, vitest's and sinon's matchers have in common. */
export interface AsymmetricMatcher {
  asymmetricMatch(actual: unknown): boolean;
}

const isAsymmetric = (value: object): value is AsymmetricMatcher =>
  "asymmetricMatch" in value && typeof value.asymmetricMatch === "function";

const memberOf = (value: object, name: string): unknown => Reflect.get(value, name);

/**
 * Whether a value has at least what is expected: objects are compared by the expected members, lists item by item
 * and in length, dates by their instant, asymmetric matchers by what they say.
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
  return Object.keys(expected).every(name => matches(memberOf(expected, name), memberOf(actual, name)));
}
