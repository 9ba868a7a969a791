import { MockError } from "../core/basics";

/** A document may have thousands of problems. Nobody reads more than these. */
const maxListed = 100;

/** An error about one place in a document: what failed, where, and what to do. */
export const cannotRead = (what: string, where: string, problem: string): MockError =>
  new MockError(
    "InvalidInfrastructure",
    `Cannot read ${what}: ${where === "" ? "" : `${where}: `}${problem}`,
  );

/** Collects what is wrong with a document, to report all of it in one error. */
export class ReadingProblems {
  readonly #lines = new Set<string>();
  readonly #places = new Set<string>();
  readonly #owners = new Set<string>();
  readonly #what: string;

  /** `what` is the kind of document, for the error: `the template`. */
  constructor(what: string) {
    this.#what = what;
  }

  /**
   * Adds a problem: where it is, such as `Vault.BackupVaultName`, what is wrong and what to do, and the name of the
   * resource that it belongs to.
   */
  add(where: string, problem: string, owner = where): void {
    this.#lines.add(`  ${where}: ${problem}`);
    this.#places.add(where);
    this.#owners.add(owner);
  }

  /** Whether a resource has a problem already, so that what follows from it need not be reported. */
  readonly concern = (owner: string): boolean => this.#owners.has(owner);

  /** Has further problems of a resource passed over, since they follow from one that has no place in it. */
  excuse(owner: string): void {
    this.#owners.add(owner);
  }

  /** The places that have a problem. More are added with further problems. */
  get places(): ReadonlySet<string> {
    return this.#places;
  }

  /** Throws an error that lists every problem, if there are any. */
  throwIfAny(): void {
    const count = this.#lines.size;
    if (count === 0) return;
    const head = `Cannot read ${this.#what} (${count === 1 ? "1 problem" : `${count} problems`}); correct it:`;
    const listed = [...this.#lines].slice(0, maxListed);
    const rest = count > listed.length ? [`  and ${count - listed.length} more`] : [];
    throw new MockError("InvalidInfrastructure", [head, ...listed, ...rest].join("\n"));
  }
}
