import { matches } from "../core/basics";
import { isPlain } from "./plain";

/** The part of jest's and vitest's `this` that the matchers use. In `node:test` all of it is missing. */
export interface MatcherContext {
  /** Whether the matcher was called after `.not`. Default: `false`. */
  readonly isNot?: boolean | undefined;
  /** The host's equality. Default: an equality of this library. */
  equals?(actual: unknown, expected: unknown, testers?: unknown[]): boolean;
  /** Testers that the user added with `expect.addEqualityTesters`. */
  readonly customTesters?: readonly unknown[] | undefined;
  /** The host's printers and colours. */
  readonly utils?: HostUtils | undefined;
}

interface HostUtils {
  /** A tester for iterables such as `Set`. */
  readonly iterableEquality?: unknown;
  diff?(expected: unknown, received: unknown): string | null | undefined;
  EXPECTED_COLOR?(text: string): string;
  RECEIVED_COLOR?(text: string): string;
}

/** What a matcher returns to its host. */
export interface MatcherResult {
  /** Whether the expectation holds, disregarding `.not`. */
  readonly pass: boolean;
  /** The message of the failure, built only when it is asked for. */
  message(): string;
}

/** Whether a value has at least the expected members. */
export type PartialEquality = (actual: unknown, expected: unknown) => boolean;

/** The host's own equality with its custom testers, except that plain objects are compared by the expected members. */
export function partialEqualityOf({ equals, customTesters = [], utils }: MatcherContext): PartialEquality {
  if (!equals) return (actual, expected) => matches(expected, actual);
  const byExpectedMembers = (actual: unknown, expected: unknown): boolean | undefined => {
    if (!isPlain(expected)) return undefined;
    if (!isPlain(actual)) return false;
    return Object.keys(expected).every(name => equals(actual[name], expected[name], testers));
  };
  const testers = [
    ...customTesters,
    byExpectedMembers,
    ...(utils?.iterableEquality ? [utils.iterableEquality] : []),
  ];
  return (actual, expected) => equals(actual, expected, testers);
}
