import { type CommandFacts, commandFacts } from "../adapters/command";
import { eventTypeProblem, MockError, sentence } from "../core/basics";

/** Reads the arguments of a matcher in order. Refuses invalid ones, so that a matcher never passes by mistake. */
export class Arguments {
  readonly #matcher: string;
  readonly #usage: string;
  readonly #values: readonly unknown[];
  #next = 0;

  /** `usage` names the parameters: `Command, input`. */
  constructor(matcher: string, usage: string, values: readonly unknown[]) {
    this.#matcher = matcher;
    this.#usage = usage;
    this.#values = values;
  }

  /** Whether another argument was given. */
  get hasMore(): boolean {
    return this.#next < this.#values.length;
  }

  get nextIsNumber(): boolean {
    return typeof this.#values[this.#next] === "number";
  }

  command(): CommandFacts {
    return commandFacts(this.#take("the command class"));
  }

  commands(): readonly CommandFacts[] {
    const list = this.#take("the list of command classes");
    if (!Array.isArray(list)) {
      throw this.#refusal("the commands must be a list: [FirstCommand, SecondCommand]");
    }
    return list.map(commandFacts);
  }

  /** An object of expected members, or an asymmetric matcher. */
  partial(what: string): object {
    const value = this.#take(what);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
    throw this.#refusal(`${what} must be an object of expected members`);
  }

  /** A string, or an asymmetric matcher for one. */
  text(what: string): unknown {
    const value = this.#take(what);
    if (typeof value === "string" || (typeof value === "object" && value !== null)) return value;
    throw this.#refusal(`${what} must be a string or an asymmetric matcher`);
  }

  /** A `detail-type` that events can have, or an asymmetric matcher for one. */
  eventType(known: readonly string[]): unknown {
    const type = this.text("the detail type");
    const problem = eventTypeProblem(type, known);
    if (problem !== undefined)
      throw new MockError("InvalidExpectation", sentence(`Cannot check ${this.#matcher}: ${problem}`));
    return type;
  }

  /** A whole number. */
  integer(what: string, minimum: 0 | 1): number {
    const value = this.#take(what);
    if (typeof value === "number" && Number.isInteger(value) && value >= minimum) return value;
    throw this.#refusal(`${what} must be a whole number, ${minimum} or more`);
  }

  /** The `times` of an optional last argument `{ times: 3 }`. */
  times(): number | undefined {
    if (!this.hasMore) return undefined;
    const options = this.partial("the options");
    const [unknown] = Object.keys(options).filter(name => name !== "times");
    if (unknown !== undefined) throw this.#refusal(`unknown option ${unknown}, the only one is times`);
    const { times } = { times: undefined, ...options };
    if (times === undefined) return undefined;
    return new Arguments(this.#matcher, this.#usage, [times]).integer("times", 0);
  }

  /** Refuses further arguments, which would look as if they were checked. */
  end(hint?: string): void {
    if (!this.hasMore) return;
    const surplus = this.#values.length - this.#next;
    throw this.#refusal(`${surplus} unexpected argument${surplus === 1 ? "" : "s"}`, hint);
  }

  #take(what: string): unknown {
    const value = this.#values[this.#next];
    if (value === undefined) throw this.#refusal(`${what} is missing`);
    this.#next += 1;
    return value;
  }

  #refusal(why: string, hint = `call it as ${this.#matcher}(${this.#usage})`): MockError {
    return new MockError("InvalidExpectation", `Cannot check ${this.#matcher}: ${why}; ${hint}.`);
  }
}
