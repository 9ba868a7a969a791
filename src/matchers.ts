export { type Assertions, assertThat, type Subject } from "./matchers/assert-that";
export type {
  AwsMatchers,
  Expected,
  ExpectedInput,
  ExpectedText,
  TimesOption,
} from "./matchers/aws-matchers";
export type { Matcher } from "./matchers/commands";
export type { MatcherContext, MatcherResult } from "./matchers/host";
export { matchers } from "./matchers/matchers";
