import { deepFreeze, freezeMembers } from "./freeze";
import { keptHeld, type Next, nextOf } from "./next";
import type { Table } from "./table";
import { TableReader, type Trees } from "./table-reader";
import type { TableSpec } from "./table-spec";

/** Told whenever the next step of a record of a table changes, so that the agenda follows the records. */
export interface Schedule {
  /** The number by which the agenda knows a table. */
  numberOf(table: string): number;
  reschedule(table: number, sequence: number, before: Next | undefined, after: Next | undefined): void;
}

type Seal = <R extends object, Order extends string>(
  spec: TableSpec<R, Order>,
  trees: Trees<R>,
) => Table<R, Order>;

/** A table inside a transaction. */
export class DraftTable<R extends object, Order extends string = string> extends TableReader<R, Order> {
  readonly #origin: Table<R, Order>;
  readonly #name: string;
  readonly #schedule: Schedule;
  readonly #seal: Seal;
  #number: number | undefined;
  #changed = false;
  /** The record that was looked for last is the likeliest to be looked for next. */
  #lastKey: string | undefined;
  #lastSequence: number | undefined;
  protected trees: Trees<R>;
  protected readonly spec: TableSpec<R, Order>;

  constructor(
    origin: Table<R, Order>,
    spec: TableSpec<R, Order>,
    trees: Trees<R>,
    name: string,
    schedule: Schedule,
    seal: Seal,
  ) {
    super();
    this.#origin = origin;
    this.#name = name;
    this.#schedule = schedule;
    this.#seal = seal;
    this.trees = trees;
    this.spec = spec;
  }

  override at(sequence: number): R | undefined {
    const record = super.at(sequence);
    if (record) this.#remember(this.spec.key(record), sequence);
    return record;
  }

  /** Adds a record, perhaps with further members, and returns it. There must be none of that key. */
  insert(record: R, ...members: readonly Partial<R>[]): R {
    this.#own();
    const key = this.spec.key(record);
    const added = members.length > 0 ? this.spec.copy(record) : this.spec.kept(record);
    for (const change of members) assign(added, change);
    const sequence = this.trees.nextSequence++;
    const kept = this.#add(sequence, key, added);
    this.#reschedule(sequence, undefined, nextOf(kept));
    return kept;
  }

  /** Replaces members of a record and returns the new one. A member set to `undefined` counts as absent. */
  update(key: string, ...changes: readonly Partial<R>[]): R {
    const sequence = this.sequenceOf(key);
    const before = sequence === undefined ? undefined : this.trees.rows.get(sequence);
    if (sequence === undefined || !before) throw new Error(`There is no record ${key} to update.`);
    const after = this.spec.copy(before);
    for (const change of changes) assign(after, change);
    return this.#put(sequence, before, Object.freeze(after));
  }

  /** {@link update}, for who has the record at hand. */
  change(record: R, ...changes: readonly Partial<R>[]): R {
    return this.update(this.spec.key(record), ...changes);
  }

  /** Puts a record in the place of the one of the same key. */
  replace(record: R): R {
    const key = this.spec.key(record);
    const sequence = this.sequenceOf(key);
    const before = sequence === undefined ? undefined : this.trees.rows.get(sequence);
    if (sequence === undefined || !before) throw new Error(`There is no record ${key} to replace.`);
    return this.#put(sequence, before, deepFreeze(this.spec.kept(record)));
  }

  /** Adds the record, or replaces the one of the same key. */
  put(record: R): R {
    return this.has(this.spec.key(record)) ? this.replace(record) : this.insert(record);
  }

  /** Takes a record out and cancels its next step. */
  remove(key: string): R | undefined {
    const sequence = this.sequenceOf(key);
    const before = sequence === undefined ? undefined : this.trees.rows.get(sequence);
    if (sequence === undefined || !before) return undefined;
    this.#own();
    this.#remember(undefined);
    this.trees.keys.delete(key, sequence);
    this.trees.rows.delete(sequence);
    this.trees.groups.note(sequence, before, undefined);
    this.#reschedule(sequence, nextOf(before), undefined);
    return before;
  }

  /** Adds a record under a sequence number of its own, without telling the agenda. */
  restore(sequence: number, record: R): void {
    this.#own();
    this.#add(sequence, this.spec.key(record), this.spec.kept(record));
  }

  restored(nextSequence: number): Table<R, Order> {
    this.#own();
    this.trees.nextSequence = nextSequence;
    return this.sealed();
  }

  protected override sequenceOf(key: string): number | undefined {
    if (key === this.#lastKey) return this.#lastSequence;
    const sequence = super.sequenceOf(key);
    this.#remember(key, sequence);
    return sequence;
  }

  /** The immutable table with all changes, or the original when there were none. */
  sealed(): Table<R, Order> {
    return this.#changed ? this.#seal(this.spec, this.trees) : this.#origin;
  }

  #add(sequence: number, key: string, record: R): R {
    const { keys, rows } = this.trees;
    if (!keys.add(key, sequence, rows, this.spec)) throw new Error(`There is a record ${key} already.`);
    deepFreeze(record);
    this.#remember(key, sequence);
    this.trees.rows.set(sequence, record);
    this.trees.groups.note(sequence, undefined, record);
    return record;
  }

  #put(sequence: number, before: R, given: R): R {
    this.#own();
    const next = keptHeld(nextOf(before), nextOf(given));
    const after = next ? deepFreeze(Object.assign(this.spec.copy(given), { next })) : given;
    this.trees.rows.set(sequence, after);
    this.trees.groups.note(sequence, before, after);
    this.#reschedule(sequence, nextOf(before), nextOf(after));
    return after;
  }

  #reschedule(sequence: number, before: Next | undefined, after: Next | undefined): void {
    if (before === after) return;
    this.#number ??= this.#schedule.numberOf(this.#name);
    this.#schedule.reschedule(this.#number, sequence, before, after);
  }

  #remember(key: string | undefined, sequence?: number): void {
    this.#lastKey = key;
    this.#lastSequence = sequence;
  }

  #own(): void {
    if (this.#changed) return;
    this.#changed = true;
    const { rows, keys, groups, nextSequence } = this.trees;
    this.trees = {
      rows: rows.clone(),
      keys: keys.clone(),
      groups: groups.fork(),
      nextSequence,
    };
  }
}

/** Puts members into a copy; those that are `undefined` only in the place of others, since they count as absent. */
function assign<R extends object>(copy: R, members: Partial<R>): void {
  freezeMembers(members);
  for (const name in members) {
    const member = members[name];
    // Where `undefined` is put, absent is what is meant.
    if (member !== undefined || name in copy) copy[name] = member as R[typeof name];
  }
}
