/**
 * Generates ids that look random but are not: the n-th id of a seed is always the same, so two runs of a test see the
 * same ids. Its only state is the number of ids generated.
 */
export interface IdSource {
  /** A lower-case UUID of version 4. */
  uuid(): string;
  /** Lower-case hexadecimal digits, for ids such as `fs-…` or `snap-…`. */
  hex(length: number): string;
  /** A whole number from 0 up to, but excluding, `bound`. */
  below(bound: number): number;
}

const hexOf = (word: number): string => word.toString(16).padStart(8, "0");

/** FNV-1a: turns a text into a seed. */
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

/** The root of all words of an id: a bijection of the count, so that the ids of a seed are unique. */
const root = (seed: number, count: number): number => mix(seed ^ Math.imul(count, 0x9e3779b1));

/** The word of an id at an index. */
const word = (root: number, lane: number): number => mix(root + Math.imul(lane, 0x7f4a7c15));

/** The character code of each hexadecimal digit. */
const digits = Array.from("0123456789abcdef", digit => digit.charCodeAt(0));
const variants = Array.from("89ab", digit => digit.charCodeAt(0));
const hyphen = "-".charCodeAt(0);
const version = "4".charCodeAt(0);

/** The UUID of a seed and count. Made from character codes in one call: every job and recovery point has one. */
export function uuidAt(seed: number, count: number): string {
  const id = root(seed, count);
  const a = word(id, 0);
  const b = word(id, 1);
  const c = word(id, 2);
  const d = word(id, 3);
  const at = (word: number, shift: number): number => digits[(word >>> shift) & 15] ?? 0;
  // biome-ignore format: one line per group of the UUID
  return String.fromCharCode(
    at(a, 28), at(a, 24), at(a, 20), at(a, 16), at(a, 12), at(a, 8), at(a, 4), at(a, 0), hyphen,
    at(b, 28), at(b, 24), at(b, 20), at(b, 16), hyphen,
    version, at(b, 8), at(b, 4), at(b, 0), hyphen,
    variants[word(id, 4) & 3] ?? 0, at(c, 24), at(c, 20), at(c, 16), hyphen,
    at(c, 12), at(c, 8), at(c, 4), at(c, 0),
    at(d, 28), at(d, 24), at(d, 20), at(d, 16), at(d, 12), at(d, 8), at(d, 4), at(d, 0),
  );
}

/** Generates ids from `count` on. */
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

  /** Goes on with other ids: those of an account that was made with the same seed may be in use. */
  moveOn(reason: string): void {
    // Half of the range, so that the ids before come again no sooner than after two thousand million more.
    this.count += hash(reason) >>> 1;
  }

  /** Sets the next id of this form (UUID or digits), or none: a seeded record brings its own. */
  give(id: string | undefined): void {
    this.#given = id;
  }

  #takeGiven(fits: (given: string) => boolean): string | undefined {
    const given = this.#given;
    if (given === undefined || !fits(given)) return undefined;
    this.#given = undefined;
    return given;
  }

  /** The id that was set and not used yet. */
  get notTaken(): string | undefined {
    return this.#given;
  }

  hex(length: number): string {
    const given = this.#takeGiven(id => !id.includes("-"));
    if (given !== undefined) return given;
    const id = root(this.#seed, ++this.count);
    let digits = "";
    for (let lane = 0; digits.length < length; lane++) digits += hexOf(word(id, lane));
    return digits.slice(0, length);
  }

  below(bound: number): number {
    return word(root(this.#seed, ++this.count), 0) % bound;
  }
}

/** The UUID of a text: for what always exists, such as an account's default keys. */
export const uuidOf = (text: string): string => uuidAt(hash(text), 0);
