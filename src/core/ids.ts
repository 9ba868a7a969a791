/**
 * Ids that look random and are not: the n-th id of a seed is always the same, so two runs of a test see the
 * same ids. All the state it needs is how many were handed out.
 */
export interface IdSource {
  /** A lower-case UUID of version 4. */
  uuid(): string;
  /** Lower-case hexadecimal digits, as after `fs-` or `snap-`. */
  hex(length: number): string;
  /** A whole number from 0 up to, but not including, `bound`. */
  below(bound: number): number;
}

/** Every byte in hexadecimal: looking a pair of digits up is several times faster than formatting a number. */
const bytes = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

const hexOf = (word: number): string =>
  `${bytes[word >>> 24]}${bytes[(word >>> 16) & 255]}${bytes[(word >>> 8) & 255]}${bytes[word & 255]}`;

/** FNV-1a, to turn a seed of any text into a starting word. */
export function hash(text: string): number {
  let word = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    word = Math.imul(word ^ text.charCodeAt(index), 0x01000193);
  }
  return word >>> 0;
}

/** The 32-bit finaliser of MurmurHash3: every input bit reaches every output bit. */
function mix(word: number): number {
  let mixed = word;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/**
 * Word number `lane` of id number `count`. Lane 0 is a bijection of the count, so no two ids of a seed are equal.
 */
const word = (seed: number, count: number, lane: number): number =>
  mix(mix(seed ^ Math.imul(count, 0x9e3779b1)) + Math.imul(lane, 0x7f4a7c15));

/** The UUID that belongs to a count under a seed. */
export function uuidAt(seed: number, count: number): string {
  const a = hexOf(word(seed, count, 0));
  const b = hexOf(word(seed, count, 1));
  const c = hexOf(word(seed, count, 2));
  const variant = "89ab"[word(seed, count, 4) & 3];
  return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-${variant}${c.slice(1, 4)}-${c.slice(4)}${hexOf(word(seed, count, 3))}`;
}

/** Ids counted from `count` on; `count` afterwards tells how far it came. */
export class Ids implements IdSource {
  readonly #seed: number;
  count: number;
  #given: string | undefined;

  constructor(seed: number, count: number) {
    this.#seed = seed;
    this.count = count;
  }

  uuid(): string {
    return this.#takeGiven(given => given.includes("-")) ?? uuidAt(this.#seed, ++this.count);
  }

  /** Has the next id of its form, a UUID or digits, be this one: a thing that is put into the world brings its own. */
  give(id: string): void {
    this.#given = id;
  }

  #takeGiven(fits: (given: string) => boolean): string | undefined {
    const given = this.#given;
    if (given === undefined || !fits(given)) return undefined;
    this.#given = undefined;
    return given;
  }

  /** The id given that nobody has asked for yet. */
  get notTaken(): string | undefined {
    return this.#given;
  }

  hex(length: number): string {
    const given = this.#takeGiven(id => !id.includes("-"));
    if (given !== undefined) return given;
    const count = ++this.count;
    let digits = "";
    for (let lane = 0; digits.length < length; lane++) digits += hexOf(word(this.#seed, count, lane));
    return digits.slice(0, length);
  }

  below(bound: number): number {
    return word(this.#seed, ++this.count, 0) % bound;
  }
}

/** The UUID that belongs to a text: for things that have always been there, such as an account's default keys. */
export const uuidOf = (text: string): string => uuidAt(hash(text), 0);
