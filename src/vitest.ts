import type { AwsMatchers } from "./matchers/aws-matchers";
import { registerWith } from "./matchers/register";

// What `expect.extend` adds, vitest puts on Chai's assertions. Its own `Matchers` would be the place for the types, but
// has other type parameters in vitest 5 than before, so that no declaration fits both; Chai's `Assertion` has none.
declare global {
  namespace Chai {
    interface Assertion extends AwsMatchers {}
  }
}

/** Where vitest keeps the `expect` of the worker. */
const globalExpect = Symbol.for("expect-global");

registerWith(
  Reflect.get(globalThis, globalExpect),
  "aws-backup-mock/vitest",
  "import it in a test file or list it in vitest's setupFiles",
);
