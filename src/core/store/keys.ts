import { Rows } from "./rows";

/** The sequence number of one record, or a list where several keys have the same hash. */
type Bucket = number | readonly number[];

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
    return among(this.#buckets.get(this.#placeOf(key)), key, rows, spec);
  }

  /** Adds a key, before its record is added to the rows. Returns false if the key exists. */
  add(key: string, sequence: number, rows: Rows<R>, spec: Keyed<R>): boolean {
    if (rows.size > this.#mask) this.#grow(rows, spec);
    const place = this.#placeOf(key);
    const bucket = this.#buckets.get(place);
    if (among(bucket, key, rows, spec) !== undefined) return false;
    this.#buckets.set(place, withOne(bucket, sequence));
    return true;
  }

  delete(key: string, sequence: number): void {
    const place = this.#placeOf(key);
    const bucket = this.#buckets.get(place);
    const [first, ...more] = typeof bucket === "object" ? bucket.filter(other => other !== sequence) : [];
    if (first === undefined) this.#buckets.delete(place);
    else this.#buckets.set(place, more.length === 0 ? first : [first, ...more]);
  }

  /** An independent copy. */
  clone(): Keys<R> {
    return new Keys<R>(this.#buckets.clone(), this.#mask);
  }

  #placeOf(key: string): number {
    return hashOf(key) & this.#mask;
  }

  #grow(rows: Rows<R>, spec: Keyed<R>): void {
    this.#mask = this.#mask * 4 + 3;
    this.#buckets = new Rows();
    for (const [sequence, record] of rows.entries()) {
      const place = this.#placeOf(spec.key(record));
      this.#buckets.set(place, withOne(this.#buckets.get(place), sequence));
    }
  }
}

function withOne(bucket: Bucket | undefined, sequence: number): Bucket {
  if (bucket === undefined) return sequence;
  return typeof bucket === "number" ? [bucket, sequence] : [...bucket, sequence];
}

/** The record of a bucket that has this key. */
function among<R>(
  bucket: Bucket | undefined,
  key: string,
  rows: Rows<R>,
  spec: Keyed<R>,
): number | undefined {
  if (bucket === undefined) return undefined;
  if (typeof bucket !== "number") return bucket.find(sequence => isAt(sequence, key, rows, spec));
  return isAt(bucket, key, rows, spec) ? bucket : undefined;
}

function isAt<R>(sequence: number, key: string, rows: Rows<R>, spec: Keyed<R>): boolean {
  const record = rows.get(sequence);
  return record !== undefined && spec.key(record) === key;
}
