import { BTree } from "./btree";
import type { Grouping } from "./table-spec";

/** The sequence numbers of a group's records. */
export type Sequences = BTree<number, undefined>;

/** Texts by their code units; the tree's own comparison asks for types first and is half as fast. */
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const nodeSize = 32;

const newSequences = (): Sequences => new BTree<number, undefined>(undefined, (a, b) => a - b, nodeSize);

/** What a write did to one record, for the groups to follow. Newest first. */
interface Change<R> {
  readonly sequence: number;
  readonly before: R | undefined;
  readonly after: R | undefined;
  readonly earlier: Change<R> | undefined;
  readonly count: number;
}

type Tree = BTree<string, Sequences>;

/** More than so many changes are not put off, lest the first to look wait for long. */
const mostPutOff = 2_000;

/**
 * The groups of a table's records. They follow the writes when somebody looks at them, not before: most calls write
 * without looking, and many changes at once cost a fraction of as many one by one.
 */
export class Groups<R extends object> {
  readonly #groupings: readonly Grouping<R>[];
  #trees: Tree[];
  /** By grouping, the groups that only these `Groups` hold; nothing while the trees are shared as well. */
  #own: (Map<string, Sequences> | undefined)[] | undefined;
  #changes: Change<R> | undefined;

  constructor(groupings: readonly Grouping<R>[], from?: Groups<R>) {
    this.#groupings = groupings;
    this.#trees = from
      ? from.#trees
      : groupings.map(() => new BTree<string, Sequences>(undefined, byText, nodeSize));
    this.#changes = from ? from.#changes : undefined;
  }

  /** The same groups, to go another way from here on. */
  fork(): Groups<R> {
    if (this.#changes && this.#changes.count > mostPutOff) this.#catchUp();
    this.#own = undefined;
    return new Groups(this.#groupings, this);
  }

  /** Notes that a record came, changed or went. */
  note(sequence: number, before: R | undefined, after: R | undefined): void {
    if (this.#groupings.length === 0) return;
    const earlier = this.#changes;
    this.#changes = { sequence, before, after, earlier, count: (earlier?.count ?? 0) + 1 };
  }

  /** The groups of a grouping, by the order in which the table declares them. */
  of(order: number): Tree | undefined {
    this.#catchUp();
    return this.#trees[order];
  }

  #catchUp(): void {
    if (!this.#changes) return;
    const changes: Change<R>[] = [];
    for (let change: Change<R> | undefined = this.#changes; change; change = change.earlier)
      changes.push(change);
    this.#changes = undefined;
    if (!this.#own) {
      this.#trees = this.#trees.map(tree => tree.clone());
      this.#own = [];
    }
    for (let index = changes.length - 1; index >= 0; index--) {
      const change = changes[index];
      if (change) this.#regroup(change);
    }
  }

  #regroup({ sequence, before, after }: Change<R>): void {
    let order = 0;
    for (const grouping of this.#groupings) {
      const left = before && grouping.groupOf(before);
      const joined = after && grouping.groupOf(after);
      if (left !== joined) {
        if (left !== undefined) this.#leave(order, left, sequence);
        if (joined !== undefined) this.#ownGroup(order, joined).set(sequence, undefined);
      }
      order++;
    }
  }

  #leave(order: number, group: string, sequence: number): void {
    const sequences = this.#ownGroup(order, group);
    sequences.delete(sequence);
    if (sequences.size > 0) return;
    this.#trees[order]?.delete(group);
    this.#own?.[order]?.delete(group);
  }

  /** The numbers of a group, cloned the first time these `Groups` write to them. */
  #ownGroup(order: number, group: string): Sequences {
    this.#own ??= [];
    const own = this.#own[order] ?? new Map<string, Sequences>();
    this.#own[order] = own;
    const known = own.get(group);
    if (known) return known;
    const sequences = this.#trees[order]?.get(group)?.clone() ?? newSequences();
    own.set(group, sequences);
    this.#trees[order]?.set(group, sequences);
    return sequences;
  }
}
