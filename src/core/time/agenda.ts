import type { PlaceKey } from "../basics";
import { BTree } from "../store";
import { byTime, Soon, type When } from "./soon";
import type { EpochMs } from "./time";

/** The table of a record. */
export interface TableAddress {
  readonly place: PlaceKey;
  readonly service: string;
  readonly table: string;
}

/** A record with a step on the agenda, by its sequence number in its table. */
export interface ScheduledStep extends TableAddress {
  readonly sequence: number;
}

/**
 * The index of a table and the sequence number of a record, packed into one number: every job and recovery point has an
 * entry, and objects would take as much memory as the dates of the records.
 */
type Entry = number;

const sequences = 2 ** 32;

type Entries = BTree<When, Entry>;

/** All steps to come, ordered by time: an index of the records' `next`. Immutable. */
export class Agenda {
  readonly #entries: Entries;
  readonly #addresses: readonly TableAddress[];

  private constructor(entries: Entries, addresses: readonly TableAddress[]) {
    this.#entries = entries;
    this.#addresses = addresses;
  }

  static readonly empty = new Agenda(new BTree<When, Entry>(undefined, byTime, 32), []);

  get size(): number {
    return this.#entries.size;
  }

  /** When the first step is due. */
  get first(): EpochMs | undefined {
    return this.#entries.minKey()?.at;
  }

  draft(): DraftAgenda {
    const seal = (entries: Entries, addresses: readonly TableAddress[]) => new Agenda(entries, addresses);
    return new DraftAgenda(this.#entries.clone(), this.#addresses, seal);
  }

  /** The steps in the order in which they are due. */
  *entries(): Generator<readonly [EpochMs, ScheduledStep], undefined> {
    for (const [{ at }, entry] of this.#entries.entries()) {
      const step = stepOf(at, entry, this.#addresses);
      if (step) yield [at, { ...step.table, sequence: step.sequence }];
    }
  }

  toJSON(): readonly (ScheduledStep & { readonly at: EpochMs })[] {
    return [...this.entries()].map(([at, scheduled]) => ({ at, ...scheduled }));
  }
}

type Pair = [When, Entry];

/** A step that is due, of the record with a sequence number in a table. */
export interface DueStep {
  readonly at: EpochMs;
  readonly table: TableAddress;
  readonly sequence: number;
}

/** An agenda inside a transaction. */
export class DraftAgenda {
  readonly #entries: Entries;
  readonly #seal: (entries: Entries, addresses: readonly TableAddress[]) => Agenda;
  #addresses: readonly TableAddress[];
  /** The steps that are added during a pass of time and due soon in it; all others are in the tree. */
  readonly #soon = new Soon();
  /** The end of the pass, and the instant that it has come to. */
  #until: EpochMs = Number.NEGATIVE_INFINITY;
  #now: EpochMs = Number.NEGATIVE_INFINITY;
  /** The first entry of the tree: undefined if it is not known, "none" if the tree is empty. */
  #first: Pair | "none" | undefined;

  constructor(
    entries: Entries,
    addresses: readonly TableAddress[],
    seal: (entries: Entries, addresses: readonly TableAddress[]) => Agenda,
  ) {
    this.#entries = entries;
    this.#addresses = addresses;
    this.#seal = seal;
  }

  /** Adds a step of a record. `table` is from {@link numberOf}. */
  add(when: When, table: number, sequence: number): void {
    const entry = table * sequences + sequence;
    if (when.at <= this.#until && Soon.isNear(when, this.#now)) this.#soon.add(when, entry);
    else this.#addToTree(when, entry);
  }

  remove(when: When): void {
    if (when === this.#soon.first || !this.#entries.delete(when)) this.#soon.remove(when);
    else this.#first = undefined;
  }

  /** The first step, if it is due at this instant or earlier. */
  due(at: EpochMs): DueStep | undefined {
    this.#until = at;
    this.#first ??= this.#entries.nextHigherPair(undefined) ?? "none";
    const [planned, plannedEntry = -1] = this.#first === "none" ? [] : this.#first;
    const { first: near, firstEntry = -1 } = this.#soon;
    const isNear = near !== undefined && (planned === undefined || byTime(near, planned) < 0);
    const first = isNear ? near : planned;
    if (first === undefined || first.at > at) return undefined;
    this.#now = first.at;
    return stepOf(first.at, isNear ? firstEntry : plannedEntry, this.#addresses);
  }

  sealed(): Agenda {
    for (const [when, entry] of this.#soon.steps()) this.#entries.set(when, entry);
    return this.#seal(this.#entries, this.#addresses);
  }

  #addToTree(when: When, entry: Entry): void {
    this.#entries.set(when, entry);
    if (this.#first === "none" || (this.#first && byTime(when, this.#first[0]) < 0))
      this.#first = [when, entry];
  }

  /** The number of a table in this agenda and its successors. */
  numberOf(address: TableAddress): number {
    const { place, service, table } = address;
    const known = this.#addresses.findIndex(
      other => other.table === table && other.service === service && other.place === place,
    );
    if (known !== -1) return known;
    this.#addresses = [...this.#addresses, address];
    return this.#addresses.length - 1;
  }
}

function stepOf(at: EpochMs, entry: Entry, addresses: readonly TableAddress[]): DueStep | undefined {
  const table = addresses[Math.floor(entry / sequences)];
  return table && { at, table, sequence: entry % sequences };
}
