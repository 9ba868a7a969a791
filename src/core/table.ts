import { BTree } from "./btree";
import { deepFreeze } from "./freeze";
import { type Next, nextOf } from "./next";

/** Puts records into groups, each of which is kept together in order of creation. */
export interface Grouping<R extends object> {
  readonly name: string;
  groupOf(record: R): string | undefined;
}

/**
 * A kind of thing that the state keeps: what names it, and by what else it is looked up. Methods, so that a table of
 * vaults counts as a table of objects where only its being a table matters.
 */
export interface TableSpec<R extends object, Order extends string = string> {
  key(record: R): string;
  readonly groupings: readonly Grouping<R>[];
  /** Where a grouping stands among the groupings. */
  indexOf(order: Order): number;
  /** Other names of a record, such as its ARN, by which `hold` and the like find it. */
  aliases(record: R): readonly (string | undefined)[];
}

/** A table being declared; itself a declaration at every point. */
export class TableBuilder<R extends object, Order extends string> implements TableSpec<R, Order> {
  readonly groupings: readonly Grouping<R>[];
  readonly #key: (record: R) => string;
  readonly #aliases: (record: R) => readonly (string | undefined)[];

  constructor(
    key: (record: R) => string,
    groupings: readonly Grouping<R>[],
    aliases: (record: R) => readonly (string | undefined)[],
  ) {
    this.#key = key;
    this.groupings = groupings;
    this.#aliases = aliases;
  }

  key(record: R): string {
    return this.#key(record);
  }

  aliases(record: R): readonly (string | undefined)[] {
    return this.#aliases(record);
  }

  indexOf(order: Order): number {
    return this.groupings.findIndex(grouping => grouping.name === order);
  }

  /** Keeps the records of a group together, so that a list by that group costs what it returns. */
  by<Name extends string>(
    name: Name,
    groupOf: (record: R) => string | undefined,
  ): TableBuilder<R, Order | Name> {
    return new TableBuilder<R, Order | Name>(
      this.#key,
      [...this.groupings, { name, groupOf }],
      this.#aliases,
    );
  }

  /** Further names by which users may call a record. */
  alias(aliases: (record: R) => readonly (string | undefined)[]): TableBuilder<R, Order> {
    return new TableBuilder<R, Order>(this.#key, this.groupings, aliases);
  }
}

/** Declares a table: `table<Vault>(v => v.BackupVaultName).by("type", v => v.VaultType)`. */
export const table = <R extends object>(key: (record: R) => string): TableBuilder<R, never> =>
  new TableBuilder<R, never>(key, [], () => []);

type Rows<R> = BTree<number, R>;

const bySequence = (a: number, b: number): number => a - b;
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const nodeSize = 32;
const newRows = <R>(): Rows<R> => new BTree<number, R>(undefined, bySequence, nodeSize);

/** Everything a table consists of. `rows` are in order of creation, each under its sequence number. */
interface Trees<R> {
  rows: Rows<R>;
  sequences: BTree<string, number>;
  groups: BTree<string, Rows<R>>[];
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
    return new Records(this.trees.groups[this.spec.indexOf(order)]?.get(group) ?? newRows<R>());
  }

  /** The groups there are in an order, each with how many records it holds. */
  *groups(order: Order): Generator<readonly [group: string, size: number], undefined> {
    for (const [group, rows] of this.trees.groups[this.spec.indexOf(order)]?.entries() ?? []) {
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

/** An immutable, ordered collection of frozen records with constant-time counts. */
export class Table<R extends object, Order extends string = string> extends TableReader<R, Order> {
  readonly #trees: Trees<R>;
  readonly #spec: TableSpec<R, Order>;

  private constructor(spec: TableSpec<R, Order>, trees: Trees<R>) {
    super();
    this.#spec = spec;
    this.#trees = trees;
    Object.freeze(this);
  }

  static empty<R extends object, Order extends string>(spec: TableSpec<R, Order>): Table<R, Order> {
    return new Table(spec, {
      rows: newRows<R>(),
      sequences: new BTree<string, number>(undefined, byText, nodeSize),
      groups: spec.groupings.map(() => new BTree<string, Rows<R>>(undefined, byText, nodeSize)),
      nextSequence: 1,
    });
  }

  protected get trees(): Trees<R> {
    return this.#trees;
  }

  protected get spec(): TableSpec<R, Order> {
    return this.#spec;
  }

  /** A writable copy that shares everything with this table until it is written to. */
  draft(reschedule: Reschedule): DraftTable<R, Order> {
    return new DraftTable(this, this.#spec, this.#trees, reschedule, trees => new Table(this.#spec, trees));
  }

  /** Sequence numbers and records, for a snapshot in a file. */
  dump(): { readonly next: number; readonly rows: readonly (readonly [number, R])[] } {
    return { next: this.#trees.nextSequence, rows: this.#trees.rows.toArray() };
  }

  /** The table that a {@link Table.dump} describes. */
  static load<R extends object, Order extends string>(
    spec: TableSpec<R, Order>,
    dump: { readonly next: number; readonly rows: readonly (readonly [number, R])[] },
  ): Table<R, Order> {
    const draft = Table.empty(spec).draft(() => {});
    for (const [sequence, record] of dump.rows) draft.restore(sequence, record);
    return draft.restored(dump.next);
  }
}

/** Told whenever the next step of a record changes, so that the agenda follows the records. */
export type Reschedule = (key: string, before: Next | undefined, after: Next | undefined) => void;

/** A table inside a transaction. */
export class DraftTable<R extends object, Order extends string = string> extends TableReader<R, Order> {
  readonly #origin: Table<R, Order>;
  readonly #seal: (trees: Trees<R>) => Table<R, Order>;
  readonly #reschedule: Reschedule;
  /** By grouping, the groups this draft has cloned. */
  readonly #ownGroups: (Map<string, Rows<R>> | undefined)[] = [];
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
    this.#regroup(sequence, before, record);
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
    this.#regroup(sequence, before, undefined);
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
    this.#regroup(sequence, undefined, record);
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
      groups: groups.map(group => group.clone()),
      nextSequence,
    };
  }

  #regroup(sequence: number, before: R | undefined, after: R | undefined): void {
    let order = 0;
    for (const grouping of this.spec.groupings) {
      const left = before && grouping.groupOf(before);
      const joined = after && grouping.groupOf(after);
      if (left !== undefined && left !== joined) this.#leave(order, left, sequence);
      if (joined !== undefined && after) this.#ownGroup(order, joined).set(sequence, after);
      order++;
    }
  }

  #leave(order: number, group: string, sequence: number): void {
    const rows = this.#ownGroup(order, group);
    rows.delete(sequence);
    if (rows.size > 0) return;
    this.trees.groups[order]?.delete(group);
    this.#ownGroups[order]?.delete(group);
  }

  /** The rows of a group, cloned the first time this draft writes to them. */
  #ownGroup(order: number, group: string): Rows<R> {
    const own = this.#ownGroups[order]?.get(group);
    if (own) return own;
    const rows = this.trees.groups[order]?.get(group)?.clone() ?? newRows<R>();
    const owned = this.#ownGroups[order] ?? new Map<string, Rows<R>>();
    this.#ownGroups[order] = owned.set(group, rows);
    this.trees.groups[order]?.set(group, rows);
    return rows;
  }
}
