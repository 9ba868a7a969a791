import { Rows } from "./rows";

/**
 * A sequence number with eight more bits of the key's hash, which tell most other keys of the same bucket apart: reading
 * their records would cost more than all else. Small numbers, which need no memory of their own, up to four million records.
 */
type Mark = number;

/** The mark of one record, or a list where several keys come to the same bucket. */
type Bucket = Mark | readonly Mark[];

/** The part of a table's declaration that lookups need. */
interface Keyed<R> {
  key(record: R): string;
}

const fewest = 32;

/** Only the end of a key is hashed: names and ARNs differ there, and hashing whole ARNs would dominate a lookup. */
const readOfKey = 40;

export function hashOf(key: string, read = readOfKey): number {
  const { length } = key;
  let word = length;
  for (let index = Math.max(0, length - read); index < length; index++) {
    word = Math.imul(word ^ key.charCodeAt(index), 0x01000193);
  }
  return word ^ (word >>> 15);
}

/**
 * Finds records by key: a hash table of sequence numbers in a persistent vector. The records hold the keys, so a
 * lookup compares one string, where a tree of strings would compare one at every node.
 */
export class Keys<R extends object> {
  #buckets: Rows<Bucket>;
  /** The number of buckets, a power of two, minus one. */
  #mask: number;

  constructor(buckets = new Rows<Bucket>(), mask = fewest - 1) {
    this.#buckets = buckets;
    this.#mask = mask;
  }

  /** The sequence number of the record with this key. */
  find(key: string, rows: Rows<R>, spec: Keyed<R>): number | undefined {
    const hash = hashOf(key);
    return among(this.#buckets.get(hash & this.#mask), hash, key, rows, spec);
  }

  /** Adds a key, before its record is added to the rows. Returns false if the key exists. */
  add(key: string, sequence: number, rows: Rows<R>, spec: Keyed<R>): boolean {
    if (rows.size > this.#mask) this.#grow(rows, spec);
    const hash = hashOf(key);
    const bucket = this.#buckets.get(hash & this.#mask);
    if (among(bucket, hash, key, rows, spec) !== undefined) return false;
    this.#buckets.set(hash & this.#mask, withOne(bucket, markOf(sequence, hash)));
    return true;
  }

  delete(key: string, sequence: number): void {
    const hash = hashOf(key);
    const place = hash & this.#mask;
    const left = without(this.#buckets.get(place), markOf(sequence, hash));
    if (left === undefined) this.#buckets.delete(place);
    else this.#buckets.set(place, left);
  }

  /** An independent copy. */
  clone(): Keys<R> {
    return new Keys<R>(this.#buckets.clone(), this.#mask);
  }

  #grow(rows: Rows<R>, spec: Keyed<R>): void {
    this.#mask = this.#mask * 4 + 3;
    this.#buckets = new Rows();
    for (const [sequence, record] of rows.entries()) {
      const hash = hashOf(spec.key(record));
      const place = hash & this.#mask;
      this.#buckets.set(place, withOne(this.#buckets.get(place), markOf(sequence, hash)));
    }
  }
}

/** The bucket is chosen by the low bits of the hash, so the mark has the high ones. */
const bitsOf = (hash: number): number => hash >>> 24;
const markOf = (sequence: number, hash: number): Mark => sequence * 256 + bitsOf(hash);

function withOne(bucket: Bucket | undefined, mark: Mark): Bucket {
  if (bucket === undefined) return mark;
  return typeof bucket === "number" ? [bucket, mark] : [...bucket, mark];
}

function without(bucket: Bucket | undefined, mark: Mark): Bucket | undefined {
  if (typeof bucket !== "object") return undefined;
  const others = bucket.filter(other => other !== mark);
  return others.length > 1 ? others : others[0];
}

/** The record of a bucket that has this key. */
function among<R>(
  bucket: Bucket | undefined,
  hash: number,
  key: string,
  rows: Rows<R>,
  spec: Keyed<R>,
): number | undefined {
  if (bucket === undefined) return undefined;
  if (typeof bucket === "number") return at(bucket, hash, key, rows, spec);
  for (const mark of bucket) {
    const sequence = at(mark, hash, key, rows, spec);
    if (sequence !== undefined) return sequence;
  }
  return undefined;
}

/** The sequence number in a mark, if its record has this key. */
function at<R>(mark: Mark, hash: number, key: string, rows: Rows<R>, spec: Keyed<R>): number | undefined {
  if ((mark & 255) !== bitsOf(hash)) return undefined;
  const sequence = Math.floor(mark / 256);
  const record = rows.get(sequence);
  return record !== undefined && spec.key(record) === key ? sequence : undefined;
}
