import { BTree } from "./btree";
import { Groups } from "./groups";
import { byText, newRows, nodeSize, type Rows } from "./rows";
import type { Grouping, TableSpec } from "./table-spec";

/** Everything a table consists of. */
export interface Trees<R extends object> {
  rows: Rows<R>;
  sequences: BTree<string, number>;
  groups: Groups<R>;
  nextSequence: number;
}

/** Records in order of creation: all of a table, or one group of it. */
export class Records<R extends object> {
  readonly #rows: Rows<R>;

  constructor(rows: Rows<R>) {
    this.#rows = rows;
  }

  get size(): number {
    return this.#rows.size;
  }

  /** Oldest first. */
  values(): IterableIterator<R> {
    return this.#rows.values();
  }

  [Symbol.iterator](): IterableIterator<R> {
    return this.#rows.values();
  }

  /** Newest first. */
  *newest(): Generator<R, undefined> {
    for (const [, record] of this.#rows.entriesReversed()) yield record;
  }

  /** Sequence number and record, oldest first, from after a sequence number on. */
  after(sequence: number | undefined): IterableIterator<[number, R]> {
    return this.#rows.entries(sequence === undefined ? undefined : sequence + 1);
  }

  /** Sequence number and record, newest first, from before a sequence number on. */
  before(sequence: number | undefined): IterableIterator<[number, R]> {
    return this.#rows.entriesReversed(sequence, undefined, true);
  }

  toJSON(): R[] {
    return this.#rows.valuesArray();
  }
}

/** The readable half of a table, the same for the frozen state and for a transaction's draft. */
export abstract class TableReader<R extends object, Order extends string> {
  protected abstract readonly trees: Trees<R>;
  protected abstract readonly spec: TableSpec<R, Order>;

  get size(): number {
    return this.trees.rows.size;
  }

  get(key: string): R | undefined {
    const sequence = this.trees.sequences.get(key);
    return sequence === undefined ? undefined : this.trees.rows.get(sequence);
  }

  has(key: string): boolean {
    return this.trees.sequences.has(key);
  }

  /** All records, in order of creation. */
  all(): Records<R> {
    return new Records(this.trees.rows);
  }

  /** The records of one group, in order of creation. */
  by(order: Order, group: string): Records<R> {
    return new Records(this.trees.groups.of(this.spec.indexOf(order))?.get(group) ?? newRows<R>());
  }

  /** The groups there are in an order, each with how many records it holds. */
  *groups(order: Order): Generator<readonly [group: string, size: number], undefined> {
    for (const [group, rows] of this.trees.groups.of(this.spec.indexOf(order))?.entries() ?? []) {
      yield [group, rows.size];
    }
  }

  /** Oldest first. */
  values(): IterableIterator<R> {
    return this.trees.rows.values();
  }

  [Symbol.iterator](): IterableIterator<R> {
    return this.trees.rows.values();
  }

  /** Newest first. */
  newest(): Generator<R, undefined> {
    return this.all().newest();
  }

  toJSON(): R[] {
    return this.trees.rows.valuesArray();
  }
}

/** No rows, no groups. */
export const emptyTrees = <R extends object>(groupings: readonly Grouping<R>[]): Trees<R> => ({
  rows: newRows<R>(),
  sequences: new BTree<string, number>(undefined, byText, nodeSize),
  groups: new Groups(groupings),
  nextSequence: 1,
});
