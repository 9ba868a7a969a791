import { MockError } from "../core/basics";
import { member } from "./sdk";
import type { Target } from "./target";

/** Follows code through all that it awaits, as `AsyncLocalStorage` of Node.js does. */
export interface AsyncContext {
  run<T>(store: unknown, work: () => T): T;
  getStore(): unknown;
}

/**
 * On the global object: in which boundary code runs. A class may be intercepted by a mock that does not know the mock of the
 * boundary, or by another copy of this library, so all of them share it.
 */
const contextKey = Symbol.for("aws-backup-mock.boundary");

const isContext = (value: unknown): value is AsyncContext => typeof member(value, "getStore") === "function";
const isTarget = (value: unknown): value is Target => typeof member(value, "dispatch") === "function";

/** The mock whose boundary the running code is in, the innermost one, or undefined. */
export function currentBoundary(): Target | undefined {
  const context: unknown = Reflect.get(globalThis, contextKey);
  const store = isContext(context) ? context.getStore() : undefined;
  return isTarget(store) ? store : undefined;
}

/** Runs code, and all that it awaits, in the boundary of a mock. */
export function runInBoundary<T>(
  target: Target,
  work: () => T,
  makeContext: (() => AsyncContext) | undefined,
): T {
  const shared: unknown = Reflect.get(globalThis, contextKey);
  if (isContext(shared)) return shared.run(target, work);
  if (!makeContext) {
    throw new MockError(
      "NoAsyncContext",
      "Cannot run a boundary: this runtime has no AsyncLocalStorage, which tells whose code a call belongs to; run these tests one after another, each with intercept and restore.",
    );
  }
  const context = makeContext();
  Object.defineProperty(globalThis, contextKey, { value: context, configurable: true });
  return context.run(target, work);
}
