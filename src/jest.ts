import type { AwsMatchers } from "./matchers/aws-matchers";
import { jestOrBunExpect, registerWith } from "./matchers/register";

declare global {
  namespace jest {
    interface Matchers<R, T> extends AwsMatchers<R> {}
  }
}

registerWith(
  jestOrBunExpect(),
  "aws-backup-mock/jest",
  "import it in a test file or list it in jest's setupFilesAfterEnv, with injectGlobals on",
);
