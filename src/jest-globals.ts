import type { AwsMatchers } from "./matchers/aws-matchers";
import { jestOrBunExpect, registerWith } from "./matchers/register";

declare module "expect" {
  interface Matchers<R extends void | Promise<void>, T> extends AwsMatchers<R> {}
}

// The `expect` of @jest/globals is the global one, unless injectGlobals is off.
registerWith(
  jestOrBunExpect(),
  "aws-backup-mock/jest-globals",
  "import it in a test file or list it in jest's setupFilesAfterEnv, with injectGlobals on",
);
