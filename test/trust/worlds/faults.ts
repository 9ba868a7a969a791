import { Ids } from "../../../src/core/basics";
import { DraftTable } from "../../../src/core/store";
import { Transaction } from "../../../src/core/world";

/** Whatever a handler or a step does to the world goes through these. */
const actions: readonly (readonly [prototype: object, names: readonly string[]])[] = [
  [DraftTable.prototype, ["insert", "replace", "remove"]],
  [Ids.prototype, ["uuid", "hex", "below"]],
  [Transaction.prototype, ["emit", "next", "count"]],
];

/** What is thrown in the middle of a change. */
export class Fault extends Error {
  override readonly name = "Fault";
}

/** Lets the n-th thing that is done to the world throw, once it is done. */
export class Faults {
  readonly #originals: (() => void)[] = [];
  #at = Number.POSITIVE_INFINITY;
  /** How many things were done since the last {@link arm}. */
  #done = 0;
  /** How many of them changed tables. */
  written = 0;
  /** How many were done when the first change was complete; what came of it at once is a change of its own. */
  done: number | undefined;

  constructor() {
    for (const [prototype, names] of actions) {
      for (const name of names) {
        this.#watch(prototype, name, () => this.#note(name, prototype === DraftTable.prototype));
      }
    }
    this.#watch(Transaction.prototype, "commit", () => {
      this.done ??= this.#done;
    });
  }

  /** From here on the `n`-th thing throws; without a number, none does. */
  arm(n = Number.POSITIVE_INFINITY): void {
    this.#at = n;
    this.#done = 0;
    this.done = undefined;
    this.written = 0;
  }

  remove(): void {
    for (const restore of this.#originals) restore();
  }

  #watch(prototype: object, name: string, note: () => void): void {
    const original: unknown = Reflect.get(prototype, name);
    if (typeof original !== "function") throw new Error(`There is no ${name} to watch.`);
    const watched = function (this: unknown, ...args: unknown[]): unknown {
      const result: unknown = Reflect.apply(original, this, args);
      note();
      return result;
    };
    Reflect.set(prototype, name, watched);
    this.#originals.push(() => Reflect.set(prototype, name, original));
  }

  #note(name: string, writes: boolean): void {
    this.#done++;
    if (writes) this.written++;
    if (this.#done === this.#at)
      throw new Fault(`thrown after ${this.#done} things were done, the last ${name}`);
  }
}
