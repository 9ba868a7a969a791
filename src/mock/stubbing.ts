import { type CommandClass, type CommandFacts, commandFacts } from "../adapters/command";
import type { OfKnownService } from "../adapters/known-service";
import { type AsymmetricMatcher, MockError, quoted, sentence, suggestion } from "../core/basics";
import {
  type CalledOperation,
  deepCopy,
  type Fake,
  StubRule,
  type Stubs,
  type Unstubbed,
} from "../core/calls";
import { type Duration, milliseconds } from "../core/time";
import { isServiceName } from "../model";
import { checkAnswer, checkError, errorOf, type StubError } from "./stub-answers";

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

/** Whether inputs may have no other members than those given. */
export const isStrict = (options: StubOptions = false): boolean =>
  typeof options === "object" ? options.strict === true : options;

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
   * message.
   *
   * @example
   * aws.on(StartBackupJobCommand).rejects("ServiceUnavailableException");
   */
  rejects(error: StubError): this;
  /**
   * Rejects the next matching call, ahead of `rejects`. Repeat it for a sequence.
   *
   * @example
   * aws.on(StartBackupJobCommand).rejectsOnce({ name: "ThrottlingException", message: "Rate exceeded" });
   */
  rejectsOnce(error: StubError): this;
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

/** A stub of an operation, or of all. The model answers until the stub has an answer. */
export function stub<Input, Output>(
  stubs: Stubs,
  command: CommandFacts | undefined,
  input: unknown,
  options?: StubOptions,
): Stub<Input, Output> {
  if (command && !isServiceName(command.service)) {
    throw new MockError(
      "InvalidStub",
      `Cannot stub ${command.operation}Command: it is a command of ${command.service}, and this mock models AWS Backup, EFS and FSx only; stub it with another library.`,
    );
  }
  return new OperationStub<Input, Output>(stubs, command, input, options);
}

class OperationStub<Input, Output> implements Stub<Input, Output> {
  readonly #stubs: Stubs;
  /** Undefined: any operation. */
  readonly #command: CommandFacts | undefined;
  readonly #rule: StubRule;
  #last: { delay: number } | undefined;

  constructor(stubs: Stubs, command: CommandFacts | undefined, input: unknown, options?: StubOptions) {
    this.#stubs = stubs;
    this.#command = command;
    this.#rule = new StubRule(command, deepCopy(input), isStrict(options));
    stubs.add(this.#rule);
  }

  on<I extends object, O extends object>(
    Command: CommandClass<I, O, never>,
    input?: PartialInput<I>,
    options?: StubOptions,
  ): Stub<I, O> {
    return stub(this.#stubs, commandFacts(Command), input, options);
  }

  onAnyCommand(input?: object, options?: StubOptions): Stub<object, object> {
    return stub(this.#stubs, undefined, input, options);
  }

  resolves(output: StubOutput<Output>): this {
    return this.#always("resolves", this.#answer(output));
  }

  resolvesOnce(output: StubOutput<Output>): this {
    return this.#once("resolvesOnce", this.#answer(output));
  }

  rejects(error: StubError): this {
    return this.#always("rejects", this.#refusal(error));
  }

  rejectsOnce(error: StubError): this {
    return this.#once("rejectsOnce", this.#refusal(error));
  }

  callsFake(fake: StubFake<Input, Output>): this {
    return this.#always("callsFake", this.#fake(fake));
  }

  callsFakeOnce(fake: StubFake<Input, Output>): this {
    return this.#once("callsFakeOnce", this.#fake(fake));
  }

  delays(duration: Duration): this {
    if (!this.#last) {
      throw new MockError(
        "InvalidStub",
        `Cannot delay the stub of ${nameOf(this.#command)}: it has no answer yet; call .resolves(…) or another answer first.`,
      );
    }
    this.#last.delay = milliseconds(duration);
    return this;
  }

  remove(): void {
    this.#stubs.remove(this.#rule);
  }

  #always(method: string, answer: Fake): this {
    const behaviour = { answer, delay: 0, method };
    this.#rule.setAlways(behaviour);
    this.#last = behaviour;
    return this;
  }

  #once(method: string, answer: Fake): this {
    const behaviour = { answer, delay: 0, method };
    this.#rule.addOnce(behaviour);
    this.#last = behaviour;
    return this;
  }

  #answer(output: unknown): Fake {
    if (this.#command) checkAnswer(this.#command, output);
    const kept = deepCopy(output);
    return (_input, _proceed, called) => {
      if (!this.#command) checkAnswer(called, kept);
      return deepCopy(kept);
    };
  }

  #fake(fake: StubFake<Input, Output>): Fake {
    return (input, proceed, called) => {
      const checked = (output: unknown): unknown => {
        checkAnswer(called, output);
        return output;
      };
      // Dispatch hands a fake the input of its own operation, and its model's output.
      const result: unknown = fake(input as Input, proceed as () => Output);
      return result instanceof Promise ? result.then(checked) : checked(result);
    };
  }

  #refusal(error: StubError): Fake {
    checkError(error);
    const kept = deepCopy(error);
    return (_input, _proceed, called) => {
      throw errorOf(deepCopy(kept), called);
    };
  }
}

const nameOf = (command: CalledOperation | undefined): string =>
  command ? `${command.operation}Command` : "all commands";

const answers: readonly Unstubbed[] = ["model", "error"];

/** What to do with commands without a stub. */
export function readUnstubbed(answer: Unstubbed): Unstubbed {
  if (answers.includes(answer)) return answer;
  throw new MockError(
    "InvalidOption",
    sentence(`Cannot leave unstubbed commands to ${quoted(answer)}: ${suggestion(answer, answers)}`),
  );
}
