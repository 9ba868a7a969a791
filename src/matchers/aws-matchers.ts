import type {
  DescribeBackupJobOutput,
  DescribeBackupVaultOutput,
  DescribeRecoveryPointOutput,
} from "@aws-sdk/client-backup";
import type { CommandInstance } from "../adapters/command";
import type { AsymmetricMatcher } from "../core/basics";
import type { PartialInput } from "../mock/stubbing";

/** At least these members, each by the host's equality; asymmetric matchers may stand anywhere, or for all of it. */
export type Part<T> = PartialInput<Omit<T, "$metadata">> | AsymmetricMatcher;

/** A text, or an asymmetric matcher for one: `expect.stringMatching(/nightly/)`. */
export type Text = string | AsymmetricMatcher;

/** A command class of any version of the SDK, whatever its input. */
export type AnyCommandClass = new (input: never) => CommandInstance;

/** At least this of a command's input. Said of the class as a whole, since vitest's `expect.poll` keeps no more of it. */
export type InputPart<Command extends AnyCommandClass> = Part<InstanceType<Command>["input"]>;

export interface HowMany {
  /** Exactly so many; at least one if it is left out. */
  readonly times?: number;
}

/**
 * What can be expected of a mock (`expect(aws)`), of one of its places (`expect(aws.in({ region }))`) and, for the
 * commands, of a client that talks to it. `R` is what the host's matchers return.
 */
export interface AwsMatchers<R = void> {
  /** At least one command of any kind was received. */
  toHaveReceivedAnyCommand(): R;

  /** This command was received at least once. */
  toHaveReceivedCommand(Command: AnyCommandClass): R;

  /** This command was received exactly once, with whatever input. */
  toHaveReceivedCommandOnce(Command: AnyCommandClass): R;

  /** This command was received exactly so many times, with whatever input. */
  toHaveReceivedCommandTimes<C extends AnyCommandClass>(Command: C, times: number): R;

  /** This command was received at least once with at least this input. */
  toHaveReceivedCommandWith<C extends AnyCommandClass>(Command: C, input: InputPart<C>): R;

  /** This command was received exactly once, and that with at least this input. */
  toHaveReceivedCommandExactlyOnceWith<C extends AnyCommandClass>(Command: C, input: InputPart<C>): R;

  /** The nth of all calls, counted from 1, was this command with at least this input. */
  toHaveReceivedNthCommandWith<C extends AnyCommandClass>(n: number, Command: C, input: InputPart<C>): R;
  /** The nth call of this command, counted from 1, had at least this input. */
  toHaveReceivedNthCommandWith<C extends AnyCommandClass>(Command: C, n: number, input: InputPart<C>): R;

  /** The nth call of this command, counted from 1, had at least this input. */
  toHaveReceivedNthSpecificCommandWith<C extends AnyCommandClass>(
    n: number,
    Command: C,
    input: InputPart<C>,
  ): R;

  /** The last call of this command had at least this input. */
  toHaveReceivedLastCommandWith<C extends AnyCommandClass>(Command: C, input: InputPart<C>): R;

  /** No command was received but these, each any number of times; without a list, none at all. */
  toHaveReceivedNoOtherCommands(expected?: readonly AnyCommandClass[]): R;

  /** There is a backup vault of this name, which DescribeBackupVault would show with at least these members. */
  toHaveVault(name: Text, vault?: Part<DescribeBackupVaultOutput>): R;

  /** There is a recovery point, or there are so many, that DescribeRecoveryPoint would show with at least these members. */
  toHaveRecoveryPoint(point?: Part<DescribeRecoveryPointOutput>, howMany?: HowMany): R;

  /** There is a backup job, or there are so many, that DescribeBackupJob would show with at least these members. */
  toHaveBackupJob(job?: Part<DescribeBackupJobOutput>, howMany?: HowMany): R;

  /** There is a recovery point of this resource to restore it from: a completed one, or a continuous one under way. */
  toHaveProtected(resourceArn: Text, point?: Part<DescribeRecoveryPointOutput>): R;

  /** AWS Backup has sent an event, or so many, of this `detail-type` with at least this in its `detail`. */
  toHaveEmitted(
    detailType: Text,
    detail?: Readonly<Record<string, unknown>> | AsymmetricMatcher,
    howMany?: HowMany,
  ): R;
}
