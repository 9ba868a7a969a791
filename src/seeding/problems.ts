import { MockError } from "../core/basics";

/** What is wrong. A function is only called if the message is shown. */
export type Text = string | (() => string);

/** What is wrong with an item, or with a member of it. */
export type Message = Text | MemberMessage;

/** What is wrong with a member that the item can do without. */
export interface MemberMessage {
  /** Its path in the item: `Lifecycle.DeleteAfterDays`. */
  readonly member: string;
  readonly message: Text;
  /** Whether the item is right by itself, and its description would show something else. */
  readonly isContradiction?: boolean;
}

/** A document may have millions of problems. Nobody reads more than the first of these; programs get more. */
const maxListed = 1_000;
const maxKept = 100_000;

/** What is wrong with an item, list or section of a fixture. */
export interface FixtureProblem {
  /** Such as `backup.vaults[0]`. */
  readonly path: string;
  /** The member that is wrong, such as `Lifecycle.DeleteAfterDays`, if the rest of the item may stand without it. */
  readonly member?: string | undefined;
  readonly problem: string;
  /** Whether the item is right by itself, and its description would show something else in the member. */
  readonly isContradiction?: boolean | undefined;
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
  readonly #kept: FixtureProblem[] = [];
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** Adds a problem of the item, list or section at a path. */
  add(path: string, message: Message): void {
    this.#count++;
    if (this.#kept.length === maxKept) return;
    const { message: said, ...about } = typeof message === "object" ? message : { message };
    this.#kept.push({
      path,
      ...about,
      // Asked for later or never: to suggest the nearest of many names a hundred thousand times would take a minute.
      get problem(): string {
        return typeof said === "string" ? said : said();
      },
    });
  }

  /** An error that lists the problems. */
  error(): FixtureError {
    const count = this.#count === 1 ? "1 problem" : `${this.#count} problems`;
    const listed = this.#kept.slice(0, maxListed);
    const unlisted = this.#count - listed.length;
    const rest = unlisted > 0 ? [`  and ${unlisted} more`] : [];
    const head = `Invalid fixture (${count}); nothing was seeded:`;
    const lines = listed.map(({ path, problem }) => `  ${path}: ${problem}`);
    return new FixtureError([head, ...lines, ...rest].join("\n"), this.#kept);
  }
}
