/** Collects when the records in an output will change next. */
export interface Seen {
  /** Epoch milliseconds of the earliest change of an unfinished record; undefined if no record is unfinished. */
  due: number | undefined;
  /** Whether a record is on hold. */
  held?: boolean;
}

/** Copies one value for an output; undefined when the output leaves it out. */
export type Projector<T = unknown> = (value: unknown, seen: Seen | undefined) => T | undefined;

/** A member of an output shape. Without a projector, its scalar values are copied unchanged. */
export interface ProjectedMember {
  readonly name: string;
  readonly project: Projector | undefined;
}

/** How a member of an output is taken from a record. */
interface Part {
  readonly name: string;
  /** The index of its value among the record's values. */
  readonly slot: number;
  readonly project: Projector | undefined;
}

/** How records with the same keys become outputs. */
export class Layout {
  readonly keys: readonly string[];
  readonly parts: readonly Part[];
  /** An object with the output's keys in order, which is cloned and filled. */
  readonly blank: Readonly<Record<string, unknown>>;
  /** `blank` with `$metadata` at the end: adding a member to a clone would take longer than everything else. */
  readonly blankAnswer: Readonly<Record<string, unknown>>;
  readonly #smaller = new Map<Part, Layout>();

  constructor(keys: readonly string[], parts: readonly Part[]) {
    this.keys = keys;
    this.parts = parts;
    const names = parts.map(({ name }) => name);
    this.blank = blankWith(names);
    this.blankAnswer = blankWith([...names, "$metadata"]);
  }

  /** The layout of an output without this member, for records that have the key but no value. */
  without(part: Part): Layout {
    const known = this.#smaller.get(part);
    if (known) return known;
    const smaller = new Layout(
      this.keys,
      this.parts.filter(other => other !== part),
    );
    this.#smaller.set(part, smaller);
    return smaller;
  }
}

/** Made by `JSON.parse` because V8 clones such an object faster than one whose keys were added one by one. */
const blankWith = (names: readonly string[]): Record<string, unknown> =>
  JSON.parse(JSON.stringify(Object.fromEntries(names.map(name => [name, null]))));

/**
 * A cache of layouts, since records of one kind have few different sets of keys. Cloning an object of 25 members and
 * filling it takes two thirds of the time of adding each member to an empty object.
 */
export class Layouts {
  readonly #members: readonly ProjectedMember[];
  #known: readonly Layout[] = [];

  constructor(members: readonly ProjectedMember[]) {
    this.#members = members;
  }

  of(keys: readonly string[]): Layout {
    for (const layout of this.#known) if (sameKeys(layout.keys, keys)) return layout;
    const layout = this.#make(keys);
    this.#known = [layout, ...this.#known.slice(0, maxLayouts - 1)];
    return layout;
  }

  #make(keys: readonly string[]): Layout {
    const shown = this.#members.filter(({ name }) => keys.includes(name));
    return new Layout(
      keys,
      shown.map(member => ({ ...member, slot: keys.indexOf(member.name) })),
    );
  }
}

const maxLayouts = 8;

function sameKeys(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
