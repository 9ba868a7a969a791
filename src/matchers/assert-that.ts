import type { Client } from "../adapters/target";
import { beginAtUser } from "../core/basics";
import type { MockAws, MockAwsPlace } from "../mock/api";
import type { AwsMatchers } from "./aws-matchers";
import { matchers } from "./matchers";

/** A mock, one of its places, or a client that talks to it. */
export type Subject = MockAws | MockAwsPlace | Client;

/** The assertions of `assertThat`. */
export interface Assertions extends AwsMatchers {
  /** The same assertions, negated. */
  readonly not: AwsMatchers;
}

/** Has the name and code of `node:assert`'s error, so that a test runner reports a failed assertion. */
class AssertionError extends Error {
  override readonly name = "AssertionError";
  readonly code = "ERR_ASSERTION";

  constructor(message: string) {
    super(message);
    beginAtUser(this);
  }
}

/**
 * The matchers without an `expect`, for `node:test` and other runners. A failed assertion throws an `AssertionError`, an
 * invalid one a `MockError` with the code `InvalidExpectation`.
 *
 * @example
 * assertThat(aws).toHaveVault("nightly", { Locked: false });
 * assertThat(aws).not.toHaveReceivedCommand(DeleteBackupVaultCommand);
 */
export const assertThat = (subject: Subject): Assertions => ({
  ...assertionsOn(subject, false),
  not: assertionsOn(subject, true),
});

function assertionsOn(subject: Subject, isNot: boolean): AwsMatchers {
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
    toReceiveAnyCommand: check("toReceiveAnyCommand"),
    toReceiveCommand: check("toReceiveCommand"),
    toReceiveCommandOnce: check("toReceiveCommandOnce"),
    toReceiveCommandTimes: check("toReceiveCommandTimes"),
    toReceiveCommandWith: check("toReceiveCommandWith"),
    toReceiveCommandExactlyOnceWith: check("toReceiveCommandExactlyOnceWith"),
    toReceiveNthCommandWith: check("toReceiveNthCommandWith"),
    toReceiveNthSpecificCommandWith: check("toReceiveNthSpecificCommandWith"),
    toReceiveLastCommandWith: check("toReceiveLastCommandWith"),
    toReceiveNoOtherCommands: check("toReceiveNoOtherCommands"),
    toHaveVault: check("toHaveVault"),
    toHaveRecoveryPoint: check("toHaveRecoveryPoint"),
    toHaveBackupJob: check("toHaveBackupJob"),
    toHaveProtected: check("toHaveProtected"),
    toHaveEmitted: check("toHaveEmitted"),
  };
}
