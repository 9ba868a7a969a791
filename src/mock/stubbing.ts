import { type CommandClass, type CommandFacts, commandFacts } from "../adapters/command";
import { checkComparable, MockError, quoted, sentence, suggestion } from "../core/basics";
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
import type { PartialInput, Stub, StubFake, StubOptions, StubOutput } from "./stub-types";

/** Whether inputs may have no other members than those given. */
export const isStrict = (options: StubOptions = false): boolean =>
  typeof options === "object" ? options.strict === true : options;

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
    checkComparable(input);
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

  rejects(error: StubError = someError()): this {
    return this.#always("rejects", this.#refusal(error));
  }

  rejectsOnce(error: StubError = someError()): this {
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

/** What a call is rejected with if the test does not care. */
const someError = (): Error => new Error("The call was rejected by a stub.");

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
