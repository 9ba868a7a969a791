import { BTree } from "./btree";
import type { Rows } from "./rows";
import type { Grouping } from "./table-spec";

/** The sequence numbers of a group's records. */
export type Sequences = BTree<number, undefined>;

/** The records of a group. Many groups have one record, whose number is then kept without a tree. */
export type Group = number | Sequences;

/** The groups of one grouping, by name. */
type Tree = BTree<string, Group>;

/** Compares by code units. The tree's default comparison checks types first and takes twice as long. */
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const nodeSize = 32;

const newTree = (): Tree => new BTree<string, Group>(undefined, byText, nodeSize);
const newSequences = (): Sequences => new BTree<number, undefined>(undefined, (a, b) => a - b, nodeSize);

/** One record, before and after a change. */
interface Move<R> {
  readonly sequence: number;
  readonly before: R | undefined;
  readonly after: R | undefined;
}

/** A write, linked to the one before it. */
interface Change<R> extends Move<R> {
  readonly earlier: Change<R> | undefined;
  readonly number: number;
}

/** Cap on deferred changes, which keep the records alive that they replaced. */
const maxDeferred = 2_000;

/**
 * The groups of a table's records. A grouping applies writes when it is read: most calls write without reading, and of
 * the many changes of a job only the first and the last then count. Groupings that were never read are given up once
 * many changes are deferred, and built from the records if they are read after all.
 */
export class Groups<R extends object> {
  readonly #groupings: readonly Grouping<R>[];
  /** The trees by grouping, up to date as of {@link #seen}; undefined if given up. */
  #trees: (Tree | undefined)[];
  /** By grouping, the newest change applied. */
  #seen: (Change<R> | undefined)[];
  /** By grouping, the groups that are not shared with another `Groups`; undefined while the whole tree is shared. */
  #own: (Map<string, Sequences> | undefined)[] = [];
  #newest: Change<R> | undefined;
  /** The number of the newest change that all groupings have applied. */
  #settled: number;
  /** By grouping, whether it was ever read: shared by all copies, as what a refused call reads is read again. */
  readonly #read: boolean[];

  constructor(groupings: readonly Grouping<R>[], from?: Groups<R>) {
    this.#groupings = groupings;
    this.#trees = from ? from.#trees.slice() : groupings.map(newTree);
    this.#seen = from ? from.#seen.slice() : [];
    this.#newest = from ? from.#newest : undefined;
    this.#settled = from ? from.#settled : 0;
    this.#read = from && (from.#newest || from.#settled > 0) ? from.#read : [];
  }

  /** An independent copy. */
  fork(rows: Rows<R>): Groups<R> {
    this.#settleIfLong();
    for (let order = 0; order < this.#groupings.length; order++) {
      if (this.#read[order] && !this.#trees[order]) this.#build(order, rows);
    }
    this.#own = [];
    return new Groups(this.#groupings, this);
  }

  /** Records that a record was added, changed or removed. */
  note(sequence: number, before: R | undefined, after: R | undefined): void {
    if (this.#groupings.length === 0) return;
    const earlier = this.#newest;
    this.#newest = { sequence, before, after, earlier, number: (earlier?.number ?? this.#settled) + 1 };
  }

  /** The groups of a grouping, given by its index in the table's declaration. */
  of(order: number, rows: Rows<R>): Tree {
    this.#read[order] = true;
    this.#settleIfLong();
    if (!this.#trees[order]) return this.#build(order, rows);
    this.#follow(order);
    return this.#treeOf(order);
  }

  #treeOf(order: number): Tree {
    return this.#trees[order] ?? newTree();
  }

  /** Builds the groups of a grouping from the records. */
  #build(order: number, rows: Rows<R>): Tree {
    const numbers = new Map<string, number[]>();
    for (const [sequence, record] of rows.entries()) {
      const group = this.#groupings[order]?.groupOf(record);
      const known = group === undefined ? undefined : numbers.get(group);
      if (known) known.push(sequence);
      else if (group !== undefined) numbers.set(group, [sequence]);
    }
    const tree = newTree();
    // In order, so that each entry goes to the end.
    for (const group of [...numbers.keys()].sort(byText)) tree.set(group, groupOf(numbers.get(group) ?? []));
    this.#trees[order] = tree;
    this.#own[order] = undefined;
    this.#seen[order] = this.#newest;
    return tree;
  }

  /** Once there are many deferred changes, applies them to every grouping that is read, and gives up the others. */
  #settleIfLong(): void {
    if (!this.#newest || this.#newest.number - this.#settled <= maxDeferred) return;
    const moves = new Map<Change<R> | undefined, readonly Move<R>[]>();
    for (let order = 0; order < this.#groupings.length; order++) {
      if (!this.#read[order] || !this.#trees[order]) {
        this.#trees[order] = undefined;
        continue;
      }
      const seen = this.#seen[order];
      const since = moves.get(seen) ?? movesSince(seen, this.#newest);
      moves.set(seen, since);
      for (const move of since) this.#move(order, move);
    }
    this.#settled = this.#newest.number;
    this.#newest = undefined;
    this.#seen = [];
  }

  #follow(order: number): void {
    const seen = this.#seen[order];
    if (this.#newest === seen) return;
    for (const move of movesSince(seen, this.#newest)) this.#move(order, move);
    this.#seen[order] = this.#newest;
  }

  #move(order: number, { sequence, before, after }: Move<R>): void {
    const grouping = this.#groupings[order];
    const left = before && grouping?.groupOf(before);
    const joined = after && grouping?.groupOf(after);
    if (left === joined) return;
    if (left !== undefined) this.#leave(order, left, sequence);
    if (joined !== undefined) this.#join(order, joined, sequence);
  }

  #join(order: number, group: string, sequence: number): void {
    const tree = this.#ownTree(order);
    const held = tree.get(group);
    if (held === undefined) tree.set(group, sequence);
    else this.#ownGroup(order, group, held).set(sequence, undefined);
  }

  #leave(order: number, group: string, sequence: number): void {
    const tree = this.#ownTree(order);
    const held = tree.get(group);
    if (typeof held === "object") {
      const sequences = this.#ownGroup(order, group, held);
      sequences.delete(sequence);
      if (sequences.size > 0) return;
      this.#own[order]?.delete(group);
    }
    tree.delete(group);
  }

  /** The numbers of a group, copied before the first write. */
  #ownGroup(order: number, group: string, held: Group): Sequences {
    const known = this.#own[order]?.get(group);
    if (known) return known;
    const sequences = typeof held === "number" ? newSequences() : held.clone();
    if (typeof held === "number") sequences.set(held, undefined);
    this.#own[order]?.set(group, sequences);
    this.#trees[order]?.set(group, sequences);
    return sequences;
  }

  #ownTree(order: number): Tree {
    const tree = this.#treeOf(order);
    if (this.#own[order]) return tree;
    const own = tree.clone();
    this.#own[order] = new Map<string, Sequences>();
    this.#trees[order] = own;
    return own;
  }
}

/** The group of these records. */
function groupOf(numbers: readonly number[]): Group {
  const [first] = numbers;
  if (numbers.length === 1 && first !== undefined) return first;
  const sequences = newSequences();
  for (const number of numbers) sequences.set(number, undefined);
  return sequences;
}

/** Up to this many changes, applying each is faster than merging those of the same record. */
const few = 8;

/** The moves since a change: one by one, or merged per record if there are many. */
function movesSince<R>(seen: Change<R> | undefined, newest: Change<R> | undefined): readonly Move<R>[] {
  const changes: Change<R>[] = [];
  for (let change = newest; change && change !== seen; change = change.earlier) changes.push(change);
  changes.reverse();
  return changes.length <= few ? changes : merged(changes);
}

function merged<R>(changes: readonly Change<R>[]): readonly Move<R>[] {
  const moves = new Map<number, Move<R>>();
  for (const { sequence, before, after } of changes) {
    const earlier = moves.get(sequence);
    moves.set(sequence, { sequence, before: earlier ? earlier.before : before, after });
  }
  return [...moves.values()];
}
