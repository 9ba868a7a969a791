import type { CommandFacts } from "../adapters/command";
import { type AsymmetricMatcher, AwsError, MockError } from "../core/basics";
import { deepCopy, type Fake, StubRule, type Stubs } from "../core/calls";
import { type Duration, milliseconds } from "../core/time";
import { checkOutput, isServiceName, type ServiceName, serviceModel } from "../model";

/** Any part of an input. Asymmetric matchers, such as `expect.stringContaining`, work at any depth. */
export type PartialInput<T> = T extends Date
  ? T
  : T extends object
    ? { readonly [Member in keyof T]?: PartialInput<T[Member]> | AsymmetricMatcher }
    : T;

/** What a stub can answer: the output or a part of it. The mock adds `$metadata`. */
export type StubOutput<Output> = Partial<Omit<Output, "$metadata">>;

/** An error to answer with: the name of an AWS error, its members, or an error to throw unchanged. */
export type StubError =
  | string
  | Error
  | {
      /** The name of the error, such as `ThrottlingException`. */
      readonly name: string;
      /** Default: AWS's text for common errors, else the name. */
      readonly message?: string;
      /** Further members of the error, such as `FileSystemId`. */
      readonly [member: string]: unknown;
    };

/** The answers to one command. The last stub that matches a call wins. */
export interface Stub<Input, Output> {
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
   * Rejects every matching call. A name makes the client's own exception.
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

/** A stub of an operation. The model answers until the stub has an answer. */
export function stub<Input, Output>(
  stubs: Stubs,
  { service, operation }: CommandFacts,
  input: unknown,
): Stub<Input, Output> {
  if (!isServiceName(service)) {
    throw new MockError(
      "InvalidStub",
      `Cannot stub ${operation}Command: it is a command of ${service}, and this mock models AWS Backup, EFS and FSx only; stub it with another library.`,
    );
  }
  return new OperationStub<Input, Output>(stubs, service, operation, input);
}

class OperationStub<Input, Output> implements Stub<Input, Output> {
  readonly #stubs: Stubs;
  readonly #service: ServiceName;
  readonly #rule: StubRule;
  #last: { delay: number } | undefined;

  constructor(stubs: Stubs, service: ServiceName, operation: string, input: unknown) {
    this.#stubs = stubs;
    this.#service = service;
    this.#rule = new StubRule(service, operation, deepCopy(input));
    stubs.add(this.#rule);
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
        `Cannot delay the stub of ${this.#rule.operation}Command: it has no answer yet; call .resolves(…) or another answer first.`,
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
    this.#check(output);
    const kept = deepCopy(output);
    return () => deepCopy(kept);
  }

  #fake(fake: StubFake<Input, Output>): Fake {
    return (input, proceed) => {
      // Dispatch hands a fake the input of its own operation, and its model's output.
      const result: unknown = fake(input as Input, proceed as () => Output);
      if (!(result instanceof Promise)) return this.#checked(result);
      return result.then((output: unknown) => this.#checked(output));
    };
  }

  #checked(output: unknown): unknown {
    this.#check(output);
    return output;
  }

  /** Throws for an output that the service could not return, at the line of the test that gives it. */
  #check(output: unknown): void {
    const operation = serviceModel(this.#service).operation(this.#rule.operation);
    const [problem] = operation ? checkOutput(operation.output, withoutMetadata(output)) : [];
    if (!problem) return;
    throw new MockError(
      "InvalidStub",
      `Cannot answer ${this.#rule.operation}Command with this output: ${problem.message}; give members of the operation's output only.`,
    );
  }

  #refusal(error: StubError): Fake {
    const kept = deepCopy(error);
    return () => {
      throw this.#error(deepCopy(kept));
    };
  }

  #error(error: StubError): Error {
    if (error instanceof Error) return error;
    const {
      name,
      message = defaultMessages[name] ?? name,
      ...members
    } = typeof error === "string" ? { name: error } : error;
    return new AwsError(name, message, { ...this.#errorCode(name), ...members });
  }

  /** Errors of Amazon EFS repeat their name as `ErrorCode`. */
  #errorCode(name: string): { readonly ErrorCode?: string } {
    const members = serviceModel(this.#service).error(name)?.shape.members ?? [];
    return members.some(member => member.name === "ErrorCode") ? { ErrorCode: name } : {};
  }
}

function withoutMetadata(output: unknown): unknown {
  if (typeof output !== "object" || output === null || !("$metadata" in output)) return output;
  const { $metadata: _, ...members } = output;
  return members;
}

/** AWS's texts for the errors that any operation can answer. */
const defaultMessages: Readonly<Record<string, string>> = {
  ThrottlingException: "Rate exceeded",
  AccessDeniedException: "Insufficient privileges to perform this action.",
  ServiceUnavailableException: "The request has failed due to a temporary failure of the server.",
  InternalServerError: "The server has encountered an internal error. Please retry your request.",
};
