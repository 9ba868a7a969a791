import type { AwsMatchers } from "./aws-matchers";
import * as commands from "./commands";
import { secondNames } from "./second-names";
import * as world from "./world";

/**
 * All matchers, for `expect.extend`. Each compares with the equality of the `expect` that calls it.
 *
 * @example
 * import { matchers } from "aws-backup-mock/matchers";
 *
 * expect.extend(matchers);
 */
export const matchers: Readonly<Record<keyof AwsMatchers, commands.Matcher>> = {
  ...commands,
  ...secondNames,
  ...world,
};
