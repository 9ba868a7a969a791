const bits = 5;
const width = 1 << bits;
const mask = width - 1;

/** A piece of a {@link Rows}: at the lowest level with records, above with further nodes. */
interface Node<R> {
  /** The one `Rows` that may write here; all others copy it first. */
  readonly owner: object;
  used: number;
  readonly children: (Node<R> | undefined)[];
  readonly records: (R | undefined)[];
}

/** The slots of a leaf, and the sequence number of the first of them. */
type Leaf<R> = readonly [records: readonly (R | undefined)[], base: number];

/**
 * Records by sequence number: a persistent vector with holes. Five bits of the number choose a slot at each level, so
 * nothing is compared on the way, and a copy shares all it has until one of the two is written to.
 */
export class Rows<R> {
  #owner: object = {};
  #root: Node<R> | undefined;
  /** How many bits of a sequence number are left for the levels below the root. */
  #shift = 0;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  get(sequence: number): R | undefined {
    if (this.#isBeyond(sequence)) return undefined;
    let node = this.#root;
    for (let shift = this.#shift; shift > 0 && node; shift -= bits)
      node = node.children[(sequence >>> shift) & mask];
    return node?.records[sequence & mask];
  }

  set(sequence: number, record: R): void {
    let node = this.#ownRoot(sequence);
    for (let shift = this.#shift; shift > 0; shift -= bits)
      node = this.#ownChild(node, (sequence >>> shift) & mask);
    const slot = sequence & mask;
    if (node.records[slot] === undefined) {
      node.used++;
      this.#size++;
    }
    node.records[slot] = record;
  }

  delete(sequence: number): void {
    if (this.get(sequence) === undefined) return;
    this.#size--;
    this.#root = this.#without(this.#ownRoot(sequence), this.#shift, sequence);
  }

  /** The same records, to go another way from here on. */
  clone(): Rows<R> {
    const copy = new Rows<R>();
    copy.#root = this.#root;
    copy.#shift = this.#shift;
    copy.#size = this.#size;
    this.#owner = {};
    return copy;
  }

  /** Sequence number and record, ascending, from a number on. */
  *entries(from = 0): Generator<[number, R], undefined> {
    let start = from;
    for (let leaf = this.#leaf(start, 1); leaf; leaf = this.#leaf(start, 1)) {
      const [records, base] = leaf;
      for (let slot = Math.max(0, start - base); slot < records.length; slot++) {
        const record = records[slot];
        if (record !== undefined) yield [base + slot, record];
      }
      start = base + width;
    }
  }

  /** Sequence number and record, descending, from before a number on. */
  *entriesReversed(before = Number.POSITIVE_INFINITY): Generator<[number, R], undefined> {
    let start = Math.min(before, width << this.#shift) - 1;
    for (let leaf = this.#leaf(start, -1); leaf; leaf = this.#leaf(start, -1)) {
      const [records, base] = leaf;
      for (let slot = Math.min(records.length - 1, start - base); slot >= 0; slot--) {
        const record = records[slot];
        if (record !== undefined) yield [base + slot, record];
      }
      start = base - 1;
    }
  }

  /** In ascending order. */
  *values(): Generator<R, undefined> {
    for (const [, record] of this.entries()) yield record;
  }

  #isBeyond(sequence: number): boolean {
    return sequence >= width << this.#shift;
  }

  /** The leaf of the first record from a number on, upwards or downwards. */
  #leaf(from: number, step: 1 | -1): Leaf<R> | undefined {
    if (!this.#root || from < 0 || this.#isBeyond(from)) return undefined;
    return nearestLeaf(this.#root, this.#shift, 0, from, step);
  }

  /** The root, owned and high enough for a sequence number. */
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

  /** An owned node after a record of it went, or nothing when that was its last one. */
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

/** Within a node that begins at `base`, the leaf of the first record from a number on. */
function nearestLeaf<R>(
  node: Node<R>,
  shift: number,
  base: number,
  from: number,
  step: 1 | -1,
): Leaf<R> | undefined {
  // Nodes that lie past the one of `from` itself are looked at from their own edge.
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
