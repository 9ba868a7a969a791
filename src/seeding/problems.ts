import { MockError } from "../core/basics";

/** What is wrong. A function is only called if the message is shown. */
export type Message = string | (() => string);

/** A document may have millions of problems. Nobody reads more than these. */
const maxListed = 1_000;

/** What is wrong with an item, list or section of a fixture. */
export interface FixtureProblem {
  /** Such as `backup.vaults[0]`. */
  readonly path: string;
  readonly problem: string;
}

/** An invalid fixture, with its problems one by one for what made the fixture of something else. */
export class FixtureError extends MockError {
  readonly problems: readonly FixtureProblem[];

  constructor(message: string, problems: readonly FixtureProblem[]) {
    super("InvalidFixture", message);
    this.problems = problems;
  }
}

/** The problems of a fixture. */
export class Problems {
  readonly #listed: FixtureProblem[] = [];
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** Adds a problem of the item, list or section at a path. */
  add(path: string, message: Message): void {
    this.#count++;
    if (this.#listed.length === maxListed) return;
    this.#listed.push({ path, problem: typeof message === "string" ? message : message() });
  }

  /** An error that lists the problems. */
  error(): FixtureError {
    const count = this.#count === 1 ? "1 problem" : `${this.#count} problems`;
    const unlisted = this.#count - this.#listed.length;
    const rest = unlisted > 0 ? [`  and ${unlisted} more`] : [];
    const head = `Invalid fixture (${count}); nothing was seeded:`;
    const lines = this.#listed.map(({ path, problem }) => `  ${path}: ${problem}`);
    return new FixtureError([head, ...lines, ...rest].join("\n"), this.#listed);
  }
}
