import type { AwsMatchers } from "./aws-matchers";
import * as commands from "./commands";
import * as world from "./world";

/** For `expect.extend(matchers)`. Each uses the equality of the `expect` it is called by, and none of its own. */
export const matchers: Readonly<Record<keyof AwsMatchers, commands.Matcher>> = { ...commands, ...world };
