import type { PlaceKey } from "../basics";
import { BTree } from "../store";
import type { EpochMs } from "./time";

/** Which table a record is in. */
export interface TableAddress {
  readonly place: PlaceKey;
  readonly service: string;
  readonly table: string;
}

/** Which record is due, by its sequence number in its table. */
export interface Appointment extends TableAddress {
  readonly sequence: number;
}

interface When {
  readonly at: EpochMs;
  readonly order: number;
}

/**
 * A table's number among the addresses and a record's in its table, in one: there is one entry for every job and point
 * there is, and as objects they would take as much room as the records' own dates.
 */
type Entry = number;

const sequences = 2 ** 32;

type Entries = BTree<When, Entry>;

const byTime = (a: When, b: When): number => a.at - b.at || a.order - b.order;

/** What is due when, over all places: an ordered view of the records' own `next`. Immutable. */
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

  /** When the first appointment is due. */
  get first(): EpochMs | undefined {
    return this.#entries.minKey()?.at;
  }

  draft(): DraftAgenda {
    const seal = (entries: Entries, addresses: readonly TableAddress[]) => new Agenda(entries, addresses);
    return new DraftAgenda(this.#entries.clone(), this.#addresses, seal);
  }

  /** In the order in which they are due. */
  *entries(): Generator<readonly [EpochMs, Appointment], undefined> {
    for (const [{ at }, entry] of this.#entries.entries()) {
      const appointment = appointmentOf(entry, this.#addresses);
      if (appointment) yield [at, appointment];
    }
  }

  toJSON(): readonly (Appointment & { readonly at: EpochMs })[] {
    return [...this.entries()].map(([at, appointment]) => ({ at, ...appointment }));
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

  /** A record of the table of that {@link numberOf number} is due. */
  add(when: When, table: number, sequence: number): void {
    this.#entries.set(when, table * sequences + sequence);
  }

  remove(when: When): void {
    this.#entries.delete(when);
  }

  /** The first appointment, if it is due at that instant or before. */
  due(at: EpochMs): readonly [EpochMs, Appointment] | undefined {
    const first = this.#entries.minKey();
    if (first === undefined || first.at > at) return undefined;
    const appointment = appointmentOf(this.#entries.get(first) ?? -1, this.#addresses);
    return appointment && [first.at, appointment];
  }

  sealed(): Agenda {
    return this.#seal(this.#entries, this.#addresses);
  }

  /** The number of a table in this agenda and all that come of it. */
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

function appointmentOf(entry: Entry, addresses: readonly TableAddress[]): Appointment | undefined {
  const address = addresses[Math.floor(entry / sequences)];
  if (!address) return undefined;
  const { place, service, table } = address;
  return { place, service, table, sequence: entry % sequences };
}
