const bits = 5;
const width = 1 << bits;
/** The number of records in a leaf. */
export const leafSize = width;
const mask = width - 1;

/** A node of {@link Rows}: a leaf has records as slots, other nodes have nodes. */
interface Node<R> {
  /** Identifies the `Rows` that may write here; others copy the node first. */
  readonly owner: object;
  used: number;
  readonly children: (Node<R> | undefined)[];
  readonly records: Slots<R>;
}

type Slots<R> = (R | undefined)[];

/** The records of a leaf, and the number of its first slot. */
type Leaf<R> = readonly [records: Readonly<Slots<R>>, base: number];

/**
 * Records by sequence number: a persistent vector with holes. Five bits of the number select a slot at each level, so a
 * lookup compares nothing, and copies share their nodes until one is written to. The leaf with the highest numbers, the
 * tail, is kept outside the tree: new records go there without copying a path.
 */
export class Rows<R> {
  /** A token rather than these `Rows`: otherwise every node would keep its writer alive. */
  #owner: object = {};
  #root: Node<R> | undefined;
  /** The number of bits of a sequence number that the levels below the root use. */
  #shift: number;
  #size: number;
  #tail: Slots<R>;
  #tailBase: number;
  #ownsTail: boolean;

  constructor(from?: Rows<R>) {
    this.#root = from ? from.#root : undefined;
    this.#shift = from ? from.#shift : 0;
    this.#size = from ? from.#size : 0;
    this.#tail = from ? from.#tail : [];
    this.#tailBase = from ? from.#tailBase : 0;
    this.#ownsTail = !from;
  }

  get size(): number {
    return this.#size;
  }

  get(sequence: number): R | undefined {
    if (sequence >= this.#tailBase) return this.#tail[sequence - this.#tailBase];
    if (this.#isBeyond(sequence)) return undefined;
    let node = this.#root;
    for (let shift = this.#shift; shift > 0 && node; shift -= bits)
      node = node.children[(sequence >>> shift) & mask];
    return node?.records[sequence & mask];
  }

  set(sequence: number, record: R): void {
    if (sequence >= this.#tailBase + width) this.#beginTail(sequence);
    if (sequence >= this.#tailBase) {
      const tail = this.#ownTail();
      const slot = sequence - this.#tailBase;
      if (tail[slot] === undefined) this.#size++;
      tail[slot] = record;
      return;
    }
    const leaf = this.#ownLeaf(sequence);
    const slot = sequence & mask;
    if (leaf.records[slot] === undefined) {
      leaf.used++;
      this.#size++;
    }
    leaf.records[slot] = record;
  }

  delete(sequence: number): void {
    if (this.get(sequence) === undefined) return;
    this.#size--;
    if (sequence >= this.#tailBase) this.#ownTail()[sequence - this.#tailBase] = undefined;
    else this.#root = this.#without(this.#ownRoot(sequence), this.#shift, sequence);
  }

  /** An independent copy. */
  clone(): Rows<R> {
    this.#ownsTail = false;
    this.#owner = {};
    return new Rows(this);
  }

  /** Sequence numbers and records from a number on, ascending. */
  *entries(from = 0): Generator<[number, R], undefined> {
    let start = from;
    for (let leaf = this.#leafFrom(start); leaf; leaf = this.#leafFrom(start)) {
      const [records, base] = leaf;
      for (let slot = Math.max(0, start - base); slot < records.length; slot++) {
        const record = records[slot];
        if (record !== undefined) yield [base + slot, record];
      }
      start = base + width;
    }
  }

  /** Sequence numbers and records below a number, descending. */
  *entriesReversed(before = Number.POSITIVE_INFINITY): Generator<[number, R], undefined> {
    let start = Math.min(before, this.#tailBase + width) - 1;
    for (let leaf = this.#leafDownFrom(start); leaf; leaf = this.#leafDownFrom(start)) {
      const [records, base] = leaf;
      for (let slot = Math.min(records.length - 1, start - base); slot >= 0; slot--) {
        const record = records[slot];
        if (record !== undefined) yield [base + slot, record];
      }
      start = base - 1;
    }
  }

  /** The records by ascending sequence number. */
  *values(): Generator<R, undefined> {
    for (const [, record] of this.entries()) yield record;
  }

  /** Whether a number exceeds the capacity of the tree. */
  #isBeyond(sequence: number): boolean {
    return sequence >= width << this.#shift;
  }

  /** The leaf of the first record at or above a number. */
  #leafFrom(from: number): Leaf<R> | undefined {
    const inTree = this.#root && !this.#isBeyond(from) && nearestLeaf(this.#root, this.#shift, 0, from, 1);
    if (inTree) return inTree;
    return from < this.#tailBase + width ? [this.#tail, this.#tailBase] : undefined;
  }

  /** The leaf of the first record at or below a number. */
  #leafDownFrom(from: number): Leaf<R> | undefined {
    if (from >= this.#tailBase) return [this.#tail, this.#tailBase];
    if (!this.#root || from < 0) return undefined;
    const highest = (width << this.#shift) - 1;
    return nearestLeaf(this.#root, this.#shift, 0, Math.min(from, highest), -1);
  }

  #ownTail(): Slots<R> {
    if (!this.#ownsTail) this.#tail = this.#tail.slice();
    this.#ownsTail = true;
    return this.#tail;
  }

  /** Moves the tail into the tree and starts a new one. */
  #beginTail(sequence: number): void {
    const records = this.#ownTail();
    const used = records.reduce((count, record) => (record === undefined ? count : count + 1), 0);
    if (used > 0) this.#putLeaf(this.#tailBase, { owner: this.#owner, used, children: [], records });
    this.#tail = [];
    this.#tailBase = sequence - (sequence & mask);
  }

  #putLeaf(base: number, leaf: Node<R>): void {
    let node = this.#ownRoot(base);
    if (this.#shift === 0) {
      this.#root = leaf;
      return;
    }
    for (let shift = this.#shift; shift > bits; shift -= bits)
      node = this.#ownChild(node, (base >>> shift) & mask);
    put(node, (base >>> bits) & mask, leaf);
  }

  #ownLeaf(sequence: number): Node<R> {
    let node = this.#ownRoot(sequence);
    for (let shift = this.#shift; shift > 0; shift -= bits)
      node = this.#ownChild(node, (sequence >>> shift) & mask);
    return node;
  }

  /** The root, writable and large enough for a sequence number. */
  #ownRoot(sequence: number): Node<R> {
    let root = this.#root ? this.#owned(this.#root) : this.#newNode();
    for (; this.#isBeyond(sequence); this.#shift += bits) {
      const above = this.#newNode();
      if (root.used > 0) put(above, 0, root);
      root = above;
    }
    this.#root = root;
    return root;
  }

  #ownChild(parent: Node<R>, slot: number): Node<R> {
    const child = parent.children[slot];
    const owned = child ? this.#owned(child) : this.#newNode();
    if (owned !== child) put(parent, slot, owned);
    return owned;
  }

  #newNode(): Node<R> {
    return { owner: this.#owner, used: 0, children: [], records: [] };
  }

  #owned(node: Node<R>): Node<R> {
    if (node.owner === this.#owner) return node;
    const { used, children, records } = node;
    return { owner: this.#owner, used, children: children.slice(), records: records.slice() };
  }

  /** A writable node without a record, or undefined if that was its last one. */
  #without(node: Node<R>, shift: number, sequence: number): Node<R> | undefined {
    const slot = (sequence >>> shift) & mask;
    if (shift === 0) {
      node.records[slot] = undefined;
      node.used--;
    } else {
      const left = this.#without(this.#ownChild(node, slot), shift - bits, sequence);
      node.children[slot] = left;
      if (!left) node.used--;
    }
    return node.used > 0 ? node : undefined;
  }
}

function put<R>(parent: Node<R>, slot: number, child: Node<R>): void {
  if (parent.children[slot] === undefined) parent.used++;
  parent.children[slot] = child;
}

/** In a node that starts at `base`, the leaf of the first record from a number on, up or down. */
function nearestLeaf<R>(
  node: Node<R>,
  shift: number,
  base: number,
  from: number,
  step: 1 | -1,
): Leaf<R> | undefined {
  // Nodes beyond the one that contains `from` are searched from their own edge.
  const first = Math.min(mask, Math.max(0, from - base) >>> shift);
  for (let slot = first; slot >= 0 && slot <= mask; slot += step) {
    if (shift === 0) {
      if (node.records[slot] !== undefined) return [node.records, base];
      continue;
    }
    const child = node.children[slot];
    const leaf = child && nearestLeaf(child, shift - bits, base + (slot << shift), from, step);
    if (leaf) return leaf;
  }
  return undefined;
}
