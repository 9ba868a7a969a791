import type { AwsMatchers } from "./matchers/aws-matchers";
import { registerWith } from "./matchers/register";

// Vitest puts extensions on Chai's assertions. The type parameters of its own `Matchers` changed in vitest 5, so no
// declaration of it fits all versions; Chai's `Assertion` has no type parameters.
declare global {
  namespace Chai {
    interface Assertion extends AwsMatchers {}
  }
}

/** The global under which vitest keeps the worker's `expect`. */
const globalExpect = Symbol.for("expect-global");

registerWith(
  Reflect.get(globalThis, globalExpect),
  "aws-backup-mock/vitest",
  "import it in a test file or list it in vitest's setupFiles",
);
