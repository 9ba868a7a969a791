import { Ids } from "../../../src/core/basics";
import { DraftTable } from "../../../src/core/store";
import { Transaction } from "../../../src/core/world";

/** Handlers and steps change the state through these methods only. */
const mutators: readonly (readonly [prototype: object, names: readonly string[]])[] = [
  [DraftTable.prototype, ["insert", "replace", "remove"]],
  [Ids.prototype, ["uuid", "hex", "below"]],
  [Transaction.prototype, ["emit", "next", "count"]],
];

/** The error that is thrown in the middle of a change. */
export class InjectedFault extends Error {
  override readonly name = "InjectedFault";
}

/** Makes the n-th mutation throw, after it was made. */
export class FaultInjector {
  readonly #restore: (() => void)[] = [];
  #faultAt = Number.POSITIVE_INFINITY;
  /** Mutations since the last {@link arm}. */
  #mutations = 0;
  /** How many of them changed a table. */
  tableWrites = 0;
  /** Mutations of the first transaction since then; follow-up transactions are changes of their own. */
  firstTransaction: number | undefined;

  constructor() {
    for (const [prototype, names] of mutators) {
      for (const name of names) {
        this.#intercept(prototype, name, () => this.#onMutation(name, prototype === DraftTable.prototype));
      }
    }
    this.#intercept(Transaction.prototype, "commit", () => {
      this.firstTransaction ??= this.#mutations;
    });
  }

  /** Makes the `n`-th mutation from now on throw; without a number, none. */
  arm(n = Number.POSITIVE_INFINITY): void {
    this.#faultAt = n;
    this.#mutations = 0;
    this.firstTransaction = undefined;
    this.tableWrites = 0;
  }

  /** Restores the original methods. */
  remove(): void {
    for (const restore of this.#restore) restore();
  }

  #intercept(prototype: object, name: string, after: () => void): void {
    const original: unknown = Reflect.get(prototype, name);
    if (typeof original !== "function")
      throw new Error(`Failed to intercept ${name}: there is no such method.`);
    const intercepted = function (this: unknown, ...args: unknown[]): unknown {
      const result: unknown = Reflect.apply(original, this, args);
      after();
      return result;
    };
    Reflect.set(prototype, name, intercepted);
    this.#restore.push(() => Reflect.set(prototype, name, original));
  }

  #onMutation(name: string, isTableWrite: boolean): void {
    this.#mutations++;
    if (isTableWrite) this.tableWrites++;
    if (this.#mutations === this.#faultAt) {
      throw new InjectedFault(`thrown after mutation ${this.#mutations}, ${name}`);
    }
  }
}
