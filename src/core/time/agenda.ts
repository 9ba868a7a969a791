import type { PlaceKey } from "../basics";
import { BTree } from "../store";
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

interface When {
  readonly at: EpochMs;
  readonly order: number;
}

/**
 * The index of a table and the sequence number of a record, packed into one number: every job and recovery point has an
 * entry, and objects would take as much memory as the dates of the records.
 */
type Entry = number;

const sequences = 2 ** 32;

type Entries = BTree<When, Entry>;

const byTime = (a: When, b: When): number => a.at - b.at || a.order - b.order;

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
      const scheduled = stepOf(entry, this.#addresses);
      if (scheduled) yield [at, scheduled];
    }
  }

  toJSON(): readonly (ScheduledStep & { readonly at: EpochMs })[] {
    return [...this.entries()].map(([at, scheduled]) => ({ at, ...scheduled }));
  }
}

/** An agenda inside a transaction. */
export class DraftAgenda {
  readonly #entries: Entries;
  readonly #seal: (entries: Entries, addresses: readonly TableAddress[]) => Agenda;
  #addresses: readonly TableAddress[];

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
    this.#entries.set(when, table * sequences + sequence);
  }

  remove(when: When): void {
    this.#entries.delete(when);
  }

  /** The first step, if it is due at this instant or earlier. */
  due(at: EpochMs): readonly [EpochMs, ScheduledStep] | undefined {
    const [first, entry = -1] = this.#entries.nextHigherPair(undefined) ?? [];
    if (first === undefined || first.at > at) return undefined;
    const scheduled = stepOf(entry, this.#addresses);
    return scheduled && [first.at, scheduled];
  }

  sealed(): Agenda {
    return this.#seal(this.#entries, this.#addresses);
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

function stepOf(entry: Entry, addresses: readonly TableAddress[]): ScheduledStep | undefined {
  const address = addresses[Math.floor(entry / sequences)];
  if (!address) return undefined;
  const { place, service, table } = address;
  return { place, service, table, sequence: entry % sequences };
}
