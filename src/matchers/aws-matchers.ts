import type {
  DescribeBackupJobOutput,
  DescribeBackupVaultOutput,
  DescribeRecoveryPointOutput,
} from "@aws-sdk/client-backup";
import type { CommandInstance } from "../adapters/command";
import type { AsymmetricMatcher } from "../core/basics";
import type { PartialInput } from "../mock/stub-types";

/**
 * Some members of `T`, to any depth; lists must match in full. Values are compared by the host's equality. An asymmetric
 * matcher may replace any value, or the whole.
 */
export type Expected<T> = PartialInput<Omit<T, "$metadata">> | AsymmetricMatcher;

/** A string, or an asymmetric matcher such as `expect.stringMatching(/nightly/)`. */
export type ExpectedText = string | AsymmetricMatcher;

/** A command class of any SDK version. */
export type AnyCommandClass = new (input: never) => CommandInstance;

/** Some members of a command's input. Takes the class, because vitest's `expect.poll` keeps no other type parameter. */
export type ExpectedInput<Command extends AnyCommandClass> = Expected<InstanceType<Command>["input"]>;

/** How many records or events must match. */
export interface TimesOption {
  /** The exact number, 0 or more. Default: at least one. */
  readonly times?: number;
}

/**
 * The matchers on calls, of a mock, a place, or a client that talks to the mock. Each has a second name: `toReceive…`.
 *
 * @typeParam R - what the host's matchers return
 */
export interface CommandMatchers<R = void> {
  /**
   * At least one command was received.
   *
   * @example
   * expect(aws).not.toHaveReceivedAnyCommand();
   */
  toHaveReceivedAnyCommand(): R;

  /**
   * This command was received at least once.
   *
   * @example
   * expect(aws).toHaveReceivedCommand(StartBackupJobCommand);
   */
  toHaveReceivedCommand(Command: AnyCommandClass): R;

  /**
   * This command was received exactly once, with any input.
   *
   * @example
   * expect(aws).toHaveReceivedCommandOnce(StartBackupJobCommand);
   */
  toHaveReceivedCommandOnce(Command: AnyCommandClass): R;

  /**
   * This command was received exactly `times` times, with any input.
   *
   * @example
   * expect(aws).toHaveReceivedCommandTimes(StartBackupJobCommand, 3);
   */
  toHaveReceivedCommandTimes<C extends AnyCommandClass>(Command: C, times: number): R;

  /**
   * This command was received at least once with this input.
   *
   * @example
   * expect(aws).toHaveReceivedCommandWith(StartBackupJobCommand, { Lifecycle: { DeleteAfterDays: 35 } });
   */
  toHaveReceivedCommandWith<C extends AnyCommandClass>(Command: C, input: ExpectedInput<C>): R;

  /**
   * This command was received exactly once, with this input.
   *
   * @example
   * expect(aws).toHaveReceivedCommandExactlyOnceWith(CreateBackupVaultCommand, { BackupVaultName: "nightly" });
   */
  toHaveReceivedCommandExactlyOnceWith<C extends AnyCommandClass>(Command: C, input: ExpectedInput<C>): R;

  /**
   * The nth of all calls, counted from 1, was this command with this input.
   *
   * @example
   * expect(aws).toHaveReceivedNthCommandWith(2, StartBackupJobCommand, { BackupVaultName: "nightly" });
   */
  toHaveReceivedNthCommandWith<C extends AnyCommandClass>(n: number, Command: C, input: ExpectedInput<C>): R;
  /**
   * The nth call of this command, counted from 1, had this input.
   *
   * @example
   * expect(aws).toHaveReceivedNthCommandWith(StartBackupJobCommand, 1, { BackupVaultName: "nightly" });
   */
  toHaveReceivedNthCommandWith<C extends AnyCommandClass>(Command: C, n: number, input: ExpectedInput<C>): R;

  /**
   * The nth call of this command, counted from 1, had this input.
   *
   * @example
   * expect(aws).toHaveReceivedNthSpecificCommandWith(1, StartBackupJobCommand, { BackupVaultName: "nightly" });
   */
  toHaveReceivedNthSpecificCommandWith<C extends AnyCommandClass>(
    n: number,
    Command: C,
    input: ExpectedInput<C>,
  ): R;

  /**
   * The last call of this command had this input.
   *
   * @example
   * expect(aws).toHaveReceivedLastCommandWith(CreateBackupVaultCommand, { BackupVaultName: "weekly" });
   */
  toHaveReceivedLastCommandWith<C extends AnyCommandClass>(Command: C, input: ExpectedInput<C>): R;

  /**
   * Only these commands were received, each any number of times. Without a list: no commands at all.
   *
   * @example
   * expect(aws).toHaveReceivedNoOtherCommands([CreateBackupVaultCommand, StartBackupJobCommand]);
   */
  toHaveReceivedNoOtherCommands(expected?: readonly AnyCommandClass[]): R;
}

/**
 * The second names of the matchers on calls.
 *
 * @typeParam R - what the host's matchers return
 */
export interface SecondNames<R = void> {
  /** The second name of `toHaveReceivedAnyCommand`. */
  toReceiveAnyCommand: CommandMatchers<R>["toHaveReceivedAnyCommand"];
  /** The second name of `toHaveReceivedCommand`. */
  toReceiveCommand: CommandMatchers<R>["toHaveReceivedCommand"];
  /** The second name of `toHaveReceivedCommandOnce`. */
  toReceiveCommandOnce: CommandMatchers<R>["toHaveReceivedCommandOnce"];
  /** The second name of `toHaveReceivedCommandTimes`. */
  toReceiveCommandTimes: CommandMatchers<R>["toHaveReceivedCommandTimes"];
  /** The second name of `toHaveReceivedCommandWith`. */
  toReceiveCommandWith: CommandMatchers<R>["toHaveReceivedCommandWith"];
  /** The second name of `toHaveReceivedCommandExactlyOnceWith`. */
  toReceiveCommandExactlyOnceWith: CommandMatchers<R>["toHaveReceivedCommandExactlyOnceWith"];
  /** The second name of `toHaveReceivedNthCommandWith`. */
  toReceiveNthCommandWith: CommandMatchers<R>["toHaveReceivedNthCommandWith"];
  /** The second name of `toHaveReceivedNthSpecificCommandWith`. */
  toReceiveNthSpecificCommandWith: CommandMatchers<R>["toHaveReceivedNthSpecificCommandWith"];
  /** The second name of `toHaveReceivedLastCommandWith`. */
  toReceiveLastCommandWith: CommandMatchers<R>["toHaveReceivedLastCommandWith"];
  /** The second name of `toHaveReceivedNoOtherCommands`. */
  toReceiveNoOtherCommands: CommandMatchers<R>["toHaveReceivedNoOtherCommands"];
}

/**
 * The matchers of `expect(aws)` and of `expect(aws.in({ region }))`. Those on commands also work on a client that talks to
 * the mock. Invalid arguments throw a `MockError` with the code `InvalidExpectation`, with `.not` too.
 *
 * @typeParam R - what the host's matchers return
 */
export interface AwsMatchers<R = void> extends CommandMatchers<R>, SecondNames<R> {
  /**
   * A backup vault of this name exists, and DescribeBackupVault would show these members.
   *
   * @example
   * expect(aws).toHaveVault("nightly", { Locked: true });
   */
  toHaveVault(name: ExpectedText, vault?: Expected<DescribeBackupVaultOutput>): R;

  /**
   * A recovery point, or this number of them, exists for which DescribeRecoveryPoint would show these members.
   *
   * @example
   * expect(aws).toHaveRecoveryPoint({ BackupVaultName: "nightly", Status: "COMPLETED" }, { times: 2 });
   */
  toHaveRecoveryPoint(point?: Expected<DescribeRecoveryPointOutput>, options?: TimesOption): R;

  /**
   * A backup job, or this number of them, exists for which DescribeBackupJob would show these members.
   *
   * @example
   * expect(aws).toHaveBackupJob({ State: "FAILED" }, { times: 0 });
   */
  toHaveBackupJob(job?: Expected<DescribeBackupJobOutput>, options?: TimesOption): R;

  /**
   * The resource has a recovery point that can restore it: a completed snapshot, or a continuous backup.
   *
   * @example
   * expect(aws).toHaveProtected("arn:aws:dynamodb:us-east-1:123456789012:table/orders");
   */
  toHaveProtected(resourceArn: ExpectedText, point?: Expected<DescribeRecoveryPointOutput>): R;

  /**
   * AWS Backup has sent an event, or this number of them, of this `detail-type` and with these members in its `detail`.
   *
   * @example
   * expect(aws).toHaveEmitted("Backup Job State Change", { state: "COMPLETED" });
   */
  toHaveEmitted(
    detailType: ExpectedText,
    detail?: Readonly<Record<string, unknown>> | AsymmetricMatcher,
    options?: TimesOption,
  ): R;
}
