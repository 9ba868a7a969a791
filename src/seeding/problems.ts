import { MockError } from "../core/basics";

/** What is wrong. A function is only called if the message is shown. */
export type Message = string | (() => string);

/** A document may have millions of problems. Nobody reads more than these. */
const maxListed = 1_000;

/** The problems of a fixture. */
export class Problems {
  readonly #lines: string[] = [];
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** Adds a problem of the item, list or section at a path. */
  add(path: string, message: Message): void {
    this.#count++;
    if (this.#lines.length === maxListed) return;
    this.#lines.push(`  ${path}: ${typeof message === "string" ? message : message()}`);
  }

  /** An error that lists the problems. */
  error(): MockError {
    const count = this.#count === 1 ? "1 problem" : `${this.#count} problems`;
    const unlisted = this.#count - this.#lines.length;
    const rest = unlisted > 0 ? [`  and ${unlisted} more`] : [];
    const head = `Invalid fixture (${count}); nothing was seeded:`;
    return new MockError("InvalidFixture", [head, ...this.#lines, ...rest].join("\n"));
  }
}
