import { type Group, Groups } from "./groups";
import { inspected } from "./inspected";
import { Keys } from "./keys";
import { Rows } from "./rows";
import type { Grouping, TableSpec } from "./table-spec";

/** The parts of a table. */
export interface Trees<R extends object> {
  rows: Rows<R>;
  keys: Keys<R>;
  groups: Groups<R>;
  nextSequence: number;
}

/** Records in order of creation: all of a table, or those of a group. */
export class Records<R extends object> {
  readonly #rows: Rows<R>;
  readonly #group: Group | undefined;

  constructor(rows: Rows<R>, group?: Group) {
    this.#rows = rows;
    this.#group = group;
  }

  get size(): number {
    return this.#group === undefined ? this.#rows.size : sizeOf(this.#group);
  }

  /** The same as `size`, as lists have it. */
  get length(): number {
    return this.size;
  }

  /** Oldest first. */
  values(): Generator<R, undefined> {
    return this.size === 0 ? ended : this.#values();
  }

  [Symbol.iterator](): Generator<R, undefined> {
    return this.values();
  }

  /** Newest first. */
  *newest(): Generator<R, undefined> {
    for (const [, record] of this.before(undefined)) yield record;
  }

  /** Sequence numbers and records after a sequence number, oldest first. */
  after(sequence: number | undefined): Iterable<readonly [number, R]> {
    const from = sequence === undefined ? undefined : sequence + 1;
    if (this.#group === undefined) return this.#rows.entries(from);
    return this.#found(numbersFrom(this.#group, from ?? 0));
  }

  /** Sequence numbers and records before a sequence number, newest first. */
  before(sequence: number | undefined): Iterable<readonly [number, R]> {
    if (this.#group === undefined) return this.#rows.entriesReversed(sequence);
    return this.#found(numbersBefore(this.#group, sequence));
  }

  toJSON(): R[] {
    return [...this.values()];
  }

  [inspected](): R[] {
    return this.toJSON();
  }

  *#values(): Generator<R, undefined> {
    for (const [, record] of this.after(undefined)) yield record;
  }

  *#found(sequences: Iterable<number>): Generator<readonly [number, R], undefined> {
    for (const sequence of sequences) {
      const record = this.#rows.get(sequence);
      // The caller may have removed it while iterating.
      if (record !== undefined) yield [sequence, record];
    }
  }
}

/** What iterating over no records gives: most lookups on hot paths find none. It has ended, so all can share it. */
const ended = (function* (): Generator<never, undefined> {})();
ended.return(undefined);

const sizeOf = (group: Group): number => (typeof group === "number" ? 1 : group.size);

const numbersFrom = (group: Group, from: number): Iterable<number> =>
  typeof group === "number" ? [group].filter(number => number >= from) : group.keys(from);

function* numbersBefore(group: Group, before = Number.POSITIVE_INFINITY): Generator<number, undefined> {
  if (typeof group === "object") {
    for (const [sequence] of group.entriesReversed(before, [], true)) yield sequence;
  } else if (group < before) yield group;
}

const none = new Records(new Rows<never>());

/** Read access to a table: the same for the frozen table and its draft. */
export abstract class TableReader<R extends object, Order extends string> {
  protected abstract readonly trees: Trees<R>;
  protected abstract readonly spec: TableSpec<R, Order>;

  get size(): number {
    return this.trees.rows.size;
  }

  /** The same as `size`, as lists have it. */
  get length(): number {
    return this.size;
  }

  protected sequenceOf(key: string): number | undefined {
    return this.trees.keys.find(key, this.trees.rows, this.spec);
  }

  get(key: string): R | undefined {
    const sequence = this.sequenceOf(key);
    return sequence === undefined ? undefined : this.trees.rows.get(sequence);
  }

  /** The record with this sequence number. */
  at(sequence: number): R | undefined {
    return this.trees.rows.get(sequence);
  }

  keyOf(record: R): string {
    return this.spec.key(record);
  }

  has(key: string): boolean {
    return this.sequenceOf(key) !== undefined;
  }

  /** All records, in order of creation. */
  all(): Records<R> {
    return new Records(this.trees.rows);
  }

  /** The records of one group, in order of creation. */
  by(order: Order, group: string): Records<R> {
    const held = this.trees.groups.of(this.spec.indexOf(order), this.trees.rows).get(group);
    return held === undefined ? none : new Records(this.trees.rows, held);
  }

  /** The groups of a grouping, each with the number of its records. */
  *groups(order: Order): Generator<readonly [group: string, size: number], undefined> {
    for (const [group, held] of this.trees.groups.of(this.spec.indexOf(order), this.trees.rows).entries()) {
      yield [group, sizeOf(held)];
    }
  }

  /** The number of groups that have records. */
  groupCount(order: Order): number {
    return this.trees.groups.of(this.spec.indexOf(order), this.trees.rows).size;
  }

  /** Oldest first. */
  values(): Generator<R, undefined> {
    return this.trees.rows.values();
  }

  [Symbol.iterator](): Generator<R, undefined> {
    return this.trees.rows.values();
  }

  /** Newest first. */
  newest(): Generator<R, undefined> {
    return this.all().newest();
  }

  toJSON(): R[] {
    return [...this.trees.rows.values()];
  }

  [inspected](): R[] {
    return this.toJSON();
  }
}

/** The parts of an empty table. */
export const emptyTrees = <R extends object>(groupings: readonly Grouping<R>[]): Trees<R> => ({
  rows: new Rows<R>(),
  keys: new Keys<R>(),
  groups: new Groups(groupings),
  nextSequence: 1,
});
