export { type Asserts, assertThat, type Subject } from "./assert-that";
export type { AwsMatchers, HowMany, Part, Text } from "./aws-matchers";
export type { Matcher } from "./commands";
export type { MatcherContext, MatcherResult } from "./host";
export { matchers } from "./matchers";
