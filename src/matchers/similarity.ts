import type { PartialEquality } from "./host";
import { isPlain } from "./plain";

/** How many leaves of the expected value the actual one matches. */
export function similarity(actual: unknown, expected: unknown, equal: PartialEquality): number {
  if (isPlain(expected) && isPlain(actual)) {
    return sum(Object.keys(expected).map(name => similarity(actual[name], expected[name], equal)));
  }
  if (Array.isArray(expected) && Array.isArray(actual)) {
    return sum(expected.map((item: unknown, index) => similarity(actual[index], item, equal)));
  }
  return equal(actual, expected) ? 1 : 0;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** The candidate most similar to the expected value; the newest of several equally similar ones. */
export function mostSimilar<T>(
  candidates: readonly T[],
  expected: unknown,
  actualOf: (candidate: T) => unknown,
  equal: PartialEquality,
): T | undefined {
  let best: { readonly candidate: T; readonly score: number } | undefined;
  for (const candidate of candidates) {
    const score = similarity(actualOf(candidate), expected, equal);
    if (!best || score >= best.score) best = { candidate, score };
  }
  return best?.candidate;
}

/** The actual value cut down to the expected members, with the expected value wherever it matches, so that a diff shows only differences. */
export function alignForDiff(actual: unknown, expected: unknown, equal: PartialEquality): unknown {
  if (equal(actual, expected)) return expected;
  if (isPlain(expected) && isPlain(actual)) {
    const present = Object.keys(expected).filter(name => name in actual);
    return Object.fromEntries(present.map(name => [name, alignForDiff(actual[name], expected[name], equal)]));
  }
  if (Array.isArray(expected) && Array.isArray(actual)) {
    return actual.map((item: unknown, index) => alignForDiff(item, expected[index], equal));
  }
  return actual;
}

/** A member that does not match. */
export interface Difference {
  readonly path: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

/** The paths at which the actual value does not match. */
export function differences(
  actual: unknown,
  expected: unknown,
  equal: PartialEquality,
  path = "",
): Difference[] {
  if (equal(actual, expected)) return [];
  if (isPlain(expected) && isPlain(actual)) {
    return Object.keys(expected).flatMap(name =>
      differences(actual[name], expected[name], equal, path === "" ? name : `${path}.${name}`),
    );
  }
  if (Array.isArray(expected) && Array.isArray(actual) && expected.length === actual.length) {
    return expected.flatMap((item: unknown, index) =>
      differences(actual[index], item, equal, `${path}[${index}]`),
    );
  }
  return [{ path, expected, actual }];
}
