import type { CommandClass } from "../adapters/command";
import type { OfKnownService } from "../adapters/known-service";
import type { AsymmetricMatcher } from "../core/basics";
import type { Duration } from "../core/time";
import type { StubError } from "./stub-answers";

/** Any part of an input. Asymmetric matchers, such as `expect.stringContaining`, work at any depth. */
export type PartialInput<T> = T extends Date
  ? T
  : T extends object
    ? { readonly [Member in keyof T]?: PartialInput<T[Member]> | AsymmetricMatcher }
    : T;

/** What a stub can answer: the output or a part of it. The mock adds `$metadata` if it is left out. */
export type StubOutput<Output> = Partial<Omit<Output, "$metadata">> &
  ("$metadata" extends keyof Output ? StubMetadata : unknown);

/** The metadata of a stub's answer. */
export interface StubMetadata {
  /** What to answer with in place of the mock's own: `{ httpStatusCode: 200 }`. */
  readonly $metadata?: object;
}

/** How inputs are compared: `{ strict: true }`, or `true` alone, admits no other members than those given. */
export type StubOptions =
  | boolean
  | {
      /** Whether the input may have no other members than those given. Default: `false`. */
      readonly strict?: boolean;
    };

/** Makes stubs: `aws.on`, and the same on a stub, to write several in a row. */
export interface StubMaker {
  /**
   * Stubs a command, or its calls whose input matches; with `{ strict: true }`, calls with this very input. The last stub
   * that matches wins. Throws a {@link MockError} (`InvalidStub`, `UnknownCommand`).
   *
   * @example
   * aws
   *   .on(StartBackupJobCommand, { BackupVaultName: "nightly" }).rejectsOnce("ThrottlingException")
   *   .on(ListBackupVaultsCommand).resolves({ BackupVaultList: [] });
   */
  on<Input extends object, Output extends object, Stack>(
    Command: CommandClass<Input, Output, Stack> & OfKnownService<Stack>,
    input?: PartialInput<Input>,
    options?: StubOptions,
  ): Stub<Input, Output>;
  /**
   * Stubs all commands, or those whose input matches. Stubs of single commands that are made later win.
   *
   * @example
   * aws.onAnyCommand().rejects("ThrottlingException");
   */
  onAnyCommand(input?: object, options?: StubOptions): Stub<object, object>;
}

/** The answers to one command. The last stub that matches a call wins. */
export interface Stub<Input, Output> extends StubMaker {
  /**
   * Answers every matching call with this output. Throws a {@link MockError} (`InvalidStub`) for an output that the
   * operation cannot have.
   *
   * @example
   * aws.on(StartBackupJobCommand).resolves({ BackupJobId: "job-1" });
   */
  resolves(output: StubOutput<Output>): this;
  /**
   * Answers the next matching call, ahead of `resolves`. Repeat it for a sequence. Throws as `resolves` does.
   *
   * @example
   * aws.on(DescribeBackupJobCommand).resolvesOnce({ State: "RUNNING" }).resolvesOnce({ State: "COMPLETED" });
   */
  resolvesOnce(output: StubOutput<Output>): this;
  /**
   * Rejects every matching call. A name makes the client's own exception, a text of several words an error with that
   * message, nothing some error.
   *
   * @example
   * aws.on(StartBackupJobCommand).rejects("ServiceUnavailableException");
   */
  rejects(error?: StubError): this;
  /**
   * Rejects the next matching call, ahead of `rejects`. Repeat it for a sequence.
   *
   * @example
   * aws.on(StartBackupJobCommand).rejectsOnce({ name: "ThrottlingException", message: "Rate exceeded" });
   */
  rejectsOnce(error?: StubError): this;
  /**
   * Answers with what a function returns. `proceed()` runs the real model and returns its output.
   *
   * @example
   * aws.on(DescribeBackupVaultCommand).callsFake((input, proceed) => ({ ...proceed(), Locked: true }));
   */
  callsFake(fake: StubFake<Input, Output>): this;
  /**
   * Answers the next matching call with what a function returns. Repeat it for a sequence.
   *
   * @example
   * aws.on(DescribeBackupVaultCommand).callsFakeOnce((input, proceed) => ({ ...proceed(), Locked: true }));
   */
  callsFakeOnce(fake: StubFake<Input, Output>): this;
  /**
   * Delays the answer given last by this much of the mock's time. Throws a {@link MockError} (`InvalidStub` before any
   * answer, `InvalidOption` for an invalid duration).
   *
   * @example
   * aws.on(StartBackupJobCommand).resolves({ BackupJobId: "job-1" }).delays("5 seconds");
   */
  delays(duration: Duration): this;
  /**
   * Removes the stub. The model answers again.
   *
   * @example
   * const stub = aws.on(StartBackupJobCommand).rejects("ThrottlingException");
   * stub.remove();
   */
  remove(): void;
}

/** Answers a call from its input. `proceed()` runs the real model and returns its output. */
export type StubFake<Input, Output> = (
  input: Input,
  proceed: () => Output,
) => StubOutput<Output> | Promise<StubOutput<Output>>;
