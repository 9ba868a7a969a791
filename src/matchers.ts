/**
 * `aws-backup-mock/matchers`: the matchers for any `expect`, and {@link assertThat} for test runners without one. The entry
 * points `aws-backup-mock/jest`, `aws-backup-mock/jest-globals` and `aws-backup-mock/vitest` register them.
 *
 * @packageDocumentation
 */
export { type Assertions, assertThat, type Subject } from "./matchers/assert-that";
export type {
  AwsMatchers,
  CommandMatchers,
  Expected,
  ExpectedInput,
  ExpectedText,
  SecondNames,
  TimesOption,
} from "./matchers/aws-matchers";
export type { Matcher } from "./matchers/commands";
export type { MatcherContext, MatcherResult } from "./matchers/host";
export { matchers } from "./matchers/matchers";
