import { MockError } from "../core/basics";
import { matchers } from "./matchers";

interface Extendable {
  extend(matchers: object): void;
}

/** Gives the matchers to the `expect` that its host has put there; no copy of it is ever imported, so none can clash. */
export function registerWith(expect: unknown, entry: string, hint: string): void {
  if (!isExtendable(expect)) {
    throw new MockError(
      "InvalidExpectation",
      `Cannot register the matchers: ${entry} finds no expect here; ${hint}, or call expect.extend(matchers) with those of "aws-backup-mock/matchers".`,
    );
  }
  expect.extend(matchers);
}

const isExtendable = (value: unknown): value is Extendable =>
  typeof value === "function" && "extend" in value && typeof value.extend === "function";
