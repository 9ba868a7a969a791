import { BTree } from "./btree";
import type { Grouping } from "./table-spec";

/** The sequence numbers of a group's records. */
export type Sequences = BTree<number, undefined>;

/** What is in a group. Many groups consist of one record: then its number stands alone. */
export type Group = number | Sequences;

/** The groups of one grouping, by name. */
type Tree = BTree<string, Group>;

/** Texts by their code units; the tree's own comparison asks for types first and is half as fast. */
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const nodeSize = 32;

const newTree = (): Tree => new BTree<string, Group>(undefined, byText, nodeSize);
const newSequences = (): Sequences => new BTree<number, undefined>(undefined, (a, b) => a - b, nodeSize);

/** What became of one record. */
interface Move<R> {
  readonly sequence: number;
  readonly before: R | undefined;
  readonly after: R | undefined;
}

/** What a write did, and the write before it. */
interface Change<R> extends Move<R> {
  readonly earlier: Change<R> | undefined;
  readonly number: number;
}

/** No more changes than these are put off, so that whoever looks first does not wait for long. */
const maxDeferred = 2_000;

/**
 * The groups of a table's records. A grouping follows the writes when somebody looks at it, not before: most calls
 * write without looking, and of the many changes that a job goes through only the first and the last matter then.
 */
export class Groups<R extends object> {
  readonly #groupings: readonly Grouping<R>[];
  /** By grouping, as far as {@link #seen}. */
  #trees: Tree[];
  /** By grouping, the newest change that it has followed. */
  #seen: (Change<R> | undefined)[];
  /** By grouping, the groups that only these `Groups` hold; nothing while the trees are shared as well. */
  #own: (Map<string, Sequences> | undefined)[] = [];
  #newest: Change<R> | undefined;
  /** The number of the newest change that all groupings have followed. */
  #settled: number;

  constructor(groupings: readonly Grouping<R>[], from?: Groups<R>) {
    this.#groupings = groupings;
    this.#trees = from ? from.#trees.slice() : groupings.map(newTree);
    this.#seen = from ? from.#seen.slice() : [];
    this.#newest = from ? from.#newest : undefined;
    this.#settled = from ? from.#settled : 0;
  }

  /** The same groups, to go another way from here on. */
  fork(): Groups<R> {
    this.#settleIfLong();
    this.#own = [];
    return new Groups(this.#groupings, this);
  }

  /** Notes that a record came, changed or went. */
  note(sequence: number, before: R | undefined, after: R | undefined): void {
    if (this.#groupings.length === 0) return;
    const earlier = this.#newest;
    this.#newest = { sequence, before, after, earlier, number: (earlier?.number ?? this.#settled) + 1 };
  }

  /** The groups of a grouping, by the order in which the table declares them. */
  of(order: number): Tree | undefined {
    this.#settleIfLong();
    this.#follow(order);
    return this.#trees[order];
  }

  /** Lets every grouping follow what has been put off for long, and forgets it. */
  #settleIfLong(): void {
    if (!this.#newest || this.#newest.number - this.#settled <= maxDeferred) return;
    const moves = new Map<Change<R> | undefined, readonly Move<R>[]>();
    for (let order = 0; order < this.#groupings.length; order++) {
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

  /** The numbers of a group, copied the first time these `Groups` write to them. */
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
    const tree = this.#trees[order] ?? newTree();
    if (this.#own[order]) return tree;
    const own = tree.clone();
    this.#own[order] = new Map<string, Sequences>();
    this.#trees[order] = own;
    return own;
  }
}

/** Up to so many changes, it takes longer to find those of the same record than to make each of them. */
const few = 8;

/** What became of the records since a change: the steps of each in turn, or where there are many, in one. */
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
