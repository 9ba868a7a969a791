import type { Client } from "../adapters/target";
import type { MockAws, MockAwsPlace } from "../mock/api";
import type { AwsMatchers } from "./aws-matchers";
import { matchers } from "./matchers";

/** What can be held against a test: a mock, one of its places, or a client that talks to it. */
export type Subject = MockAws | MockAwsPlace | Client;

export interface Asserts extends AwsMatchers {
  readonly not: AwsMatchers;
}

/** As `node:assert` throws it, so that a runner shows it as a failed assertion. */
class AssertionError extends Error {
  override readonly name = "AssertionError";
  readonly code = "ERR_ASSERTION";
}

/** The matchers without an `expect`, for `node:test` and others: `assertThat(aws).not.toHaveVault("nightly")`. */
export const assertThat = (subject: Subject): Asserts => ({
  ...assertsOf(subject, false),
  not: assertsOf(subject, true),
});

function assertsOf(subject: Subject, isNot: boolean): AwsMatchers {
  const check =
    (name: keyof AwsMatchers) =>
    (...args: unknown[]): void => {
      const { pass, message } = matchers[name].apply({ isNot }, [subject, ...args]);
      if (pass === isNot) throw new AssertionError(message());
    };
  return {
    toHaveReceivedAnyCommand: check("toHaveReceivedAnyCommand"),
    toHaveReceivedCommand: check("toHaveReceivedCommand"),
    toHaveReceivedCommandOnce: check("toHaveReceivedCommandOnce"),
    toHaveReceivedCommandTimes: check("toHaveReceivedCommandTimes"),
    toHaveReceivedCommandWith: check("toHaveReceivedCommandWith"),
    toHaveReceivedCommandExactlyOnceWith: check("toHaveReceivedCommandExactlyOnceWith"),
    toHaveReceivedNthCommandWith: check("toHaveReceivedNthCommandWith"),
    toHaveReceivedNthSpecificCommandWith: check("toHaveReceivedNthSpecificCommandWith"),
    toHaveReceivedLastCommandWith: check("toHaveReceivedLastCommandWith"),
    toHaveReceivedNoOtherCommands: check("toHaveReceivedNoOtherCommands"),
    toHaveVault: check("toHaveVault"),
    toHaveRecoveryPoint: check("toHaveRecoveryPoint"),
    toHaveBackupJob: check("toHaveBackupJob"),
    toHaveProtected: check("toHaveProtected"),
    toHaveEmitted: check("toHaveEmitted"),
  };
}
