import { matches } from "../core/basics";
import { isPlain } from "./plain";

/** The part of jest's, vitest's and Bun's `this` that the matchers use. In `node:test` all of it is missing. */
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
  /** Describes a value, which may be a matcher of the host. */
  stringify?(value: unknown): string;
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

/**
 * The host's own equality with its custom testers, except that plain objects are compared by the expected members. It is
 * called as a method, because Bun's needs its `this`.
 */
export function partialEqualityOf(context: MatcherContext): PartialEquality {
  const { customTesters = [], utils } = context;
  const equals = context.equals?.bind(context);
  if (!equals) return (actual, expected) => matches(expected, actual);
  // Bun's equality ignores testers.
  if (!equals(true, false, [() => true])) return byMembersAndItems(equals);
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

/** Plain objects by the expected members, lists by length and item, everything else by an equality. */
function byMembersAndItems(equals: PartialEquality): PartialEquality {
  const equal: PartialEquality = (actual, expected) => {
    if (Array.isArray(expected)) {
      return (
        Array.isArray(actual) &&
        actual.length === expected.length &&
        expected.every((item, index) => equal(actual[index], item))
      );
    }
    if (!isPlain(expected)) return equals(actual, expected);
    return isPlain(actual) && Object.keys(expected).every(name => equal(actual[name], expected[name]));
  };
  return equal;
}

/** A text in a colour of the host. Bun's functions of these names quote the text, so they are left out. */
export function inColour(
  { utils }: MatcherContext,
  colour: "EXPECTED_COLOR" | "RECEIVED_COLOR",
  text: string,
): string {
  const quotes = utils?.[colour]?.('"').includes('\\"');
  return (quotes ? undefined : utils?.[colour]?.(text)) ?? text;
}

/** Describes a matcher of the host that does not describe itself, such as Bun's. */
export const describeWith =
  ({ utils }: MatcherContext) =>
  (matcher: object): string =>
    utils?.stringify?.(matcher) ?? String(matcher);
