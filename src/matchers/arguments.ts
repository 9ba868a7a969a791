import { type CommandFacts, commandFacts } from "../adapters/command";
import { MockError } from "../core/basics";

/** What a matcher was called with. Refuses what does not fit, rather than passing or failing for a wrong reason. */
export class Arguments {
  readonly #matcher: string;
  readonly #usage: string;
  readonly #values: readonly unknown[];
  #taken = 0;

  /** `usage` names the parameters: `Command, input`. */
  constructor(matcher: string, usage: string, values: readonly unknown[]) {
    this.#matcher = matcher;
    this.#usage = usage;
    this.#values = values;
  }

  /** Whether another one was given. */
  get more(): boolean {
    return this.#taken < this.#values.length;
  }

  get nextIsNumber(): boolean {
    return typeof this.#values[this.#taken] === "number";
  }

  command(): CommandFacts {
    return commandFacts(this.#take("the command class"));
  }

  commands(): readonly CommandFacts[] {
    const list = this.#take("the list of command classes");
    if (!Array.isArray(list))
      throw this.#refusal("the commands have to be a list: [FirstCommand, SecondCommand]");
    return list.map(commandFacts);
  }

  /** Part of something: an object, or an asymmetric matcher. */
  part(what: string): object {
    const value = this.#take(what);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
    throw this.#refusal(`${what} has to be an object with the members that are expected`);
  }

  /** A text, or an asymmetric matcher for one. */
  text(what: string): unknown {
    const value = this.#take(what);
    if (typeof value === "string" || (typeof value === "object" && value !== null)) return value;
    throw this.#refusal(`${what} has to be a string, or a matcher for one`);
  }

  /** How many times; `least` is the smallest number that makes sense. */
  number(what: string, least: 0 | 1): number {
    const value = this.#take(what);
    if (typeof value === "number" && Number.isInteger(value) && value >= least) return value;
    throw this.#refusal(`${what} has to be a whole number from ${least} on`);
  }

  /** `{ times: 3 }`, where it is given. */
  times(): number | undefined {
    if (!this.more) return undefined;
    const options = this.part("the options");
    const [unknown] = Object.keys(options).filter(name => name !== "times");
    if (unknown !== undefined) throw this.#refusal(`there is no option ${unknown}; there is { times: 3 }`);
    const { times } = { times: undefined, ...options };
    if (times === undefined) return undefined;
    return new Arguments(this.#matcher, this.#usage, [times]).number("times", 0);
  }

  /** Refuses what is left: a surplus argument looks as if it were checked. */
  end(hint?: string): void {
    if (!this.more) return;
    const surplus = this.#values.length - this.#taken;
    throw this.#refusal(`${surplus === 1 ? "an argument is" : `${surplus} arguments are`} left over`, hint);
  }

  #take(what: string): unknown {
    const value = this.#values[this.#taken];
    if (value === undefined) throw this.#refusal(`${what} is missing`);
    this.#taken += 1;
    return value;
  }

  #refusal(why: string, hint = `call it as ${this.#matcher}(${this.#usage})`): MockError {
    return new MockError("InvalidExpectation", `Cannot check ${this.#matcher}: ${why}; ${hint}.`);
  }
}
