import { deepFreeze } from "./freeze";
import { type Next, nextOf } from "./next";
import type { Table } from "./table";
import { TableReader, type Trees } from "./table-reader";
import type { TableSpec } from "./table-spec";

/** Told whenever the next step of a record changes, so that the agenda follows the records. */
export type Reschedule = (key: string, before: Next | undefined, after: Next | undefined) => void;

/** A table inside a transaction. */
export class DraftTable<R extends object, Order extends string = string> extends TableReader<R, Order> {
  readonly #origin: Table<R, Order>;
  readonly #seal: (trees: Trees<R>) => Table<R, Order>;
  readonly #reschedule: Reschedule;
  #changed = false;
  protected trees: Trees<R>;
  protected readonly spec: TableSpec<R, Order>;

  constructor(
    origin: Table<R, Order>,
    spec: TableSpec<R, Order>,
    trees: Trees<R>,
    reschedule: Reschedule,
    seal: (trees: Trees<R>) => Table<R, Order>,
  ) {
    super();
    this.#origin = origin;
    this.#seal = seal;
    this.#reschedule = reschedule;
    this.trees = trees;
    this.spec = spec;
  }

  /** Adds a record, freezes it, and returns it. There must be none of that key. */
  insert(record: R): R {
    this.#own();
    const key = this.spec.key(record);
    this.restore(this.trees.nextSequence++, record);
    this.#reschedule(key, undefined, nextOf(record));
    return record;
  }

  /** Replaces members of a record and returns the new one. A member set to `undefined` counts as absent. */
  update(key: string, change: Partial<R>): R {
    const before = this.get(key);
    if (!before) throw new Error(`There is no record ${key} to update.`);
    return this.replace({ ...before, ...change });
  }

  /** Puts a record in the place of the one of the same key. */
  replace(record: R): R {
    this.#own();
    const key = this.spec.key(record);
    const sequence = this.trees.sequences.get(key);
    const before = sequence === undefined ? undefined : this.trees.rows.get(sequence);
    if (sequence === undefined || !before) throw new Error(`There is no record ${key} to replace.`);
    deepFreeze(record);
    this.trees.rows.set(sequence, record);
    this.trees.groups.note(sequence, before, record);
    this.#reschedule(key, nextOf(before), nextOf(record));
    return record;
  }

  /** Adds the record, or replaces the one of the same key. */
  put(record: R): R {
    return this.has(this.spec.key(record)) ? this.replace(record) : this.insert(record);
  }

  /** Takes a record out and cancels its next step. */
  remove(key: string): R | undefined {
    const sequence = this.trees.sequences.get(key);
    const before = sequence === undefined ? undefined : this.trees.rows.get(sequence);
    if (sequence === undefined || !before) return undefined;
    this.#own();
    this.trees.sequences.delete(key);
    this.trees.rows.delete(sequence);
    this.trees.groups.note(sequence, before, undefined);
    this.#reschedule(key, nextOf(before), undefined);
    return before;
  }

  /** Adds a record under a sequence number of its own, without telling the agenda. */
  restore(sequence: number, record: R): void {
    this.#own();
    const key = this.spec.key(record);
    if (!this.trees.sequences.setIfNotPresent(key, sequence)) {
      throw new Error(`There is a record ${key} already.`);
    }
    this.trees.rows.set(sequence, deepFreeze(record));
    this.trees.groups.note(sequence, undefined, record);
  }

  restored(nextSequence: number): Table<R, Order> {
    this.#own();
    this.trees.nextSequence = nextSequence;
    return this.sealed();
  }

  /** The immutable table with all changes, or the original when there were none. */
  sealed(): Table<R, Order> {
    return this.#changed ? this.#seal(this.trees) : this.#origin;
  }

  #own(): void {
    if (this.#changed) return;
    this.#changed = true;
    const { rows, sequences, groups, nextSequence } = this.trees;
    this.trees = {
      rows: rows.clone(),
      sequences: sequences.clone(),
      groups: groups.fork(),
      nextSequence,
    };
  }
}
