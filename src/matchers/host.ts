import { matches } from "../core/basics";
import { isPlain } from "./plain";

/** What jest and vitest hand to a matcher as `this`, as far as it is of use here. `node:test` has nothing of it. */
export interface MatcherContext {
  readonly isNot?: boolean | undefined;
  equals?(actual: unknown, expected: unknown, testers?: unknown[]): boolean;
  readonly customTesters?: readonly unknown[] | undefined;
  readonly utils?: HostUtils | undefined;
}

interface HostUtils {
  /** A tester for what can be iterated, such as a `Set`. */
  readonly iterableEquality?: unknown;
  diff?(expected: unknown, received: unknown): string | null | undefined;
  /** In the host's colours. */
  EXPECTED_COLOR?(text: string): string;
  RECEIVED_COLOR?(text: string): string;
}

/** What a matcher answers. */
export interface MatcherResult {
  readonly pass: boolean;
  message(): string;
}

/** Whether a value has at least what is expected of it. */
export type Holds = (actual: unknown, expected: unknown) => boolean;

/** By the host's own equality and its custom testers, with plain objects compared by the expected members. */
export function holdsBy({ equals, customTesters = [], utils }: MatcherContext): Holds {
  if (!equals) return (actual, expected) => matches(expected, actual);
  const partly = (actual: unknown, expected: unknown): boolean | undefined => {
    if (!isPlain(expected)) return undefined;
    if (!isPlain(actual)) return false;
    return Object.keys(expected).every(name => equals(actual[name], expected[name], testers));
  };
  const testers = [...customTesters, partly, ...(utils?.iterableEquality ? [utils.iterableEquality] : [])];
  return (actual, expected) => equals(actual, expected, testers);
}
