import { MockError } from "../core/basics";
import { matchers } from "./matchers";

interface Extendable {
  extend(matchers: object): void;
}

/** Adds the matchers to the host's `expect`. No `expect` is imported, so versions cannot clash. */
export function registerWith(expect: unknown, entry: string, hint: string): void {
  if (!isExtendable(expect)) {
    throw new MockError(
      "InvalidExpectation",
      `Cannot register the matchers: ${entry} found no expect; ${hint}, or call expect.extend(matchers) with the matchers of "aws-backup-mock/matchers".`,
    );
  }
  expect.extend(matchers);
}

const isExtendable = (value: unknown): value is Extendable =>
  typeof value === "function" && "extend" in value && typeof value.extend === "function";

/** The global `expect` of jest. Bun has no global one; its module of test functions is built into it. */
export function jestOrBunExpect(): unknown {
  const expect: unknown = Reflect.get(globalThis, "expect");
  if (expect !== undefined) return expect;
  const bunTest = process.getBuiltinModule?.("bun:test");
  return bunTest && Reflect.get(bunTest, "expect");
}
