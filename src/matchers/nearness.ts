import type { Holds } from "./host";
import { isPlain } from "./plain";

const namesOf = (value: object): string[] => Object.keys(value);

/** In how many of its parts a value is as expected. */
export function nearness(actual: unknown, expected: unknown, holds: Holds): number {
  if (isPlain(expected) && isPlain(actual)) {
    return sum(namesOf(expected).map(name => nearness(actual[name], expected[name], holds)));
  }
  if (Array.isArray(expected) && Array.isArray(actual)) {
    return sum(expected.map((item: unknown, index) => nearness(actual[index], item, holds)));
  }
  return holds(actual, expected) ? 1 : 0;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** What there is of the expected members, the same as expected where it holds: only what differs shows in a diff. */
export function counterpart(actual: unknown, expected: unknown, holds: Holds): unknown {
  if (holds(actual, expected)) return expected;
  if (isPlain(expected) && isPlain(actual)) {
    const present = namesOf(expected).filter(name => name in actual);
    return Object.fromEntries(present.map(name => [name, counterpart(actual[name], expected[name], holds)]));
  }
  if (Array.isArray(expected) && Array.isArray(actual)) {
    return actual.map((item: unknown, index) => counterpart(item, expected[index], holds));
  }
  return actual;
}

/** A place where two values differ. */
interface Difference {
  readonly path: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

/** The places where a value is not as expected. */
export function differences(actual: unknown, expected: unknown, holds: Holds, path = ""): Difference[] {
  if (holds(actual, expected)) return [];
  if (isPlain(expected) && isPlain(actual)) {
    return namesOf(expected).flatMap(name =>
      differences(actual[name], expected[name], holds, path === "" ? name : `${path}.${name}`),
    );
  }
  if (Array.isArray(expected) && Array.isArray(actual) && expected.length === actual.length) {
    return expected.flatMap((item: unknown, index) =>
      differences(actual[index], item, holds, `${path}[${index}]`),
    );
  }
  return [{ path, expected, actual }];
}
