import { edited, type Recipe } from "./edit";
import { deepFreeze, freezeMembers } from "./freeze";
import { Table, type TableDump } from "./table";
import { TableReader, type Trees } from "./table-reader";
import type { TableSpec } from "./table-spec";

/** Called for every change of a draft's records: this is how the agenda of due steps stays up to date. */
export interface DraftHooks {
  /** Members to set in a record that is about to be stored, if any; `before` is the one it replaces. */
  completed(table: string, before: object | undefined, after: object): object | undefined;
  /** A record was added (no `before`), replaced, or removed (no `after`). */
  changed(table: string, sequence: number, before: object | undefined, after: object | undefined): void;
}

const noHooks: DraftHooks = { completed: () => undefined, changed() {} };

/** Members to replace, or a recipe that edits in depth. */
export type Change<R extends object> = Partial<R> | Recipe<R>;

/** A table inside a transaction. */
export class DraftTable<R extends object, Order extends string = string> extends TableReader<R, Order> {
  readonly #origin: Table<R, Order>;
  readonly #name: string;
  readonly #hooks: DraftHooks;
  #changed = false;
  /** The record that was looked up last is the likeliest to be looked up next. */
  #lastKey: string | undefined;
  #lastSequence: number | undefined;
  protected trees: Trees<R>;
  protected readonly spec: TableSpec<R, Order>;

  /** A writable copy that shares everything with the table until it is written to. */
  constructor(origin: Table<R, Order>, name: string, hooks: DraftHooks = noHooks) {
    super();
    const { spec, trees } = Table.partsOf(origin);
    this.#origin = origin;
    this.#name = name;
    this.#hooks = hooks;
    this.trees = trees;
    this.spec = spec;
  }

  override at(sequence: number): R | undefined {
    const record = super.at(sequence);
    if (record) this.#remember(this.spec.key(record), sequence);
    return record;
  }

  /** Adds a record, with further members if given, and returns it. Throws if the key exists. */
  insert(record: R, ...members: readonly Partial<R>[]): R {
    this.#own();
    const key = this.spec.key(record);
    const added = members.length > 0 ? this.spec.copy(record) : this.spec.kept(record);
    for (const change of members) assign(added, change);
    const completed = this.#hooks.completed(this.#name, undefined, added);
    const sequence = this.trees.nextSequence++;
    const kept = this.#add(sequence, key, this.#with(added, completed));
    this.#hooks.changed(this.#name, sequence, undefined, kept);
    return kept;
  }

  /**
   * Changes a record and returns the new one: `update(key, { Status: "ACTIVE" })` replaces members, a recipe edits in
   * depth. A member set to `undefined` counts as absent. Recipes cost ten times as much: use members on hot paths.
   */
  update(key: string, ...changes: readonly Change<R>[]): R {
    const sequence = this.sequenceOf(key);
    const before = sequence === undefined ? undefined : this.trees.rows.get(sequence);
    if (sequence === undefined || !before) throw new Error(`No record ${key} to update.`);
    return this.#put(sequence, before, this.#withChanges(before, changes));
  }

  /** {@link update} of a record at hand. */
  change(record: R, ...changes: readonly Change<R>[]): R {
    return this.update(this.spec.key(record), ...changes);
  }

  /** Replaces the record with the same key. Throws if there is none. */
  replace(record: R): R {
    const key = this.spec.key(record);
    const sequence = this.sequenceOf(key);
    const before = sequence === undefined ? undefined : this.trees.rows.get(sequence);
    if (sequence === undefined || !before) throw new Error(`No record ${key} to replace.`);
    return this.#put(sequence, before, deepFreeze(this.spec.kept(record)));
  }

  /** Adds the record, or replaces the one with the same key. */
  put(record: R): R {
    return this.has(this.spec.key(record)) ? this.replace(record) : this.insert(record);
  }

  /** Removes a record, and with it its next step. */
  remove(key: string): R | undefined {
    const sequence = this.sequenceOf(key);
    const before = sequence === undefined ? undefined : this.trees.rows.get(sequence);
    if (sequence === undefined || !before) return undefined;
    this.#own();
    this.#remember(undefined);
    this.trees.keys.delete(key, sequence);
    this.trees.rows.delete(sequence);
    this.trees.groups.note(sequence, before, undefined);
    this.#hooks.changed(this.#name, sequence, before, undefined);
    return before;
  }

  /** Adds the records of a dump under their own sequence numbers, unobserved. */
  load({ next, rows }: TableDump<R>): void {
    this.#own();
    for (const [sequence, record] of rows) this.#add(sequence, this.spec.key(record), this.spec.kept(record));
    this.trees.nextSequence = next;
  }

  protected override sequenceOf(key: string): number | undefined {
    if (key === this.#lastKey) return this.#lastSequence;
    const sequence = super.sequenceOf(key);
    this.#remember(key, sequence);
    return sequence;
  }

  /** The immutable table with all changes, or the original when there were none. */
  sealed(): Table<R, Order> {
    return this.#changed ? Table.of(this.spec, this.trees) : this.#origin;
  }

  #add(sequence: number, key: string, record: R): R {
    const { keys, rows } = this.trees;
    if (!keys.add(key, sequence, rows, this.spec)) throw new Error(`Duplicate record ${key}.`);
    deepFreeze(record);
    this.#remember(key, sequence);
    this.trees.rows.set(sequence, record);
    this.trees.groups.note(sequence, undefined, record);
    return record;
  }

  #withChanges(before: R, changes: readonly Change<R>[]): R {
    let after = this.spec.copy(before);
    for (const change of changes) {
      if (typeof change === "function") after = this.spec.copy(edited(after, change));
      else assign(after, change);
    }
    return Object.freeze(after);
  }

  #put(sequence: number, before: R, given: R): R {
    this.#own();
    const completed = this.#hooks.completed(this.#name, before, given);
    const after = completed ? deepFreeze(this.#with(given, completed)) : given;
    this.trees.rows.set(sequence, after);
    this.trees.groups.note(sequence, before, after);
    this.#hooks.changed(this.#name, sequence, before, after);
    return after;
  }

  #with(record: R, members: object | undefined): R {
    return members ? Object.assign(this.spec.copy(record), members) : record;
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
      groups: groups.fork(rows),
      nextSequence,
    };
  }
}

/** Assigns members to a copy. `undefined` counts as absent, so it only overwrites members that exist. */
function assign<R extends object>(copy: R, members: Partial<R>): void {
  freezeMembers(members);
  for (const name in members) {
    const member = members[name];
    if (member !== undefined || name in copy) copy[name] = member as R[typeof name];
  }
}

/** The table of a {@link Table.dump}. */
export function loadTable<R extends object, Order extends string>(
  spec: TableSpec<R, Order>,
  dump: TableDump<R>,
): Table<R, Order> {
  const draft = new DraftTable(Table.empty(spec), "");
  draft.load(dump);
  return draft.sealed();
}
