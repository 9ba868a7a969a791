import { BTree } from "./btree";
import type { PlaceKey } from "./place";
import type { EpochMs } from "./time";

/** Which table a record is in; one object for all of a transaction's appointments there. */
export interface TableAddress {
  readonly place: PlaceKey;
  readonly service: string;
  readonly table: string;
}

/** Which record is due. */
export interface Appointment {
  readonly address: TableAddress;
  readonly key: string;
  /** Under which the table finds it at once. */
  readonly sequence: number;
}

/** What is due, in words. */
export interface Due extends TableAddress {
  readonly key: string;
}

interface When {
  readonly at: EpochMs;
  readonly order: number;
}

type Entries = BTree<When, Appointment>;

const byTime = (a: When, b: When): number => a.at - b.at || a.order - b.order;

/** What is due when, over all places: an ordered view of the records' own `next`. Immutable. */
export class Agenda {
  readonly #entries: Entries;

  private constructor(entries: Entries) {
    this.#entries = entries;
    Object.freeze(this);
  }

  static readonly empty = new Agenda(new BTree<When, Appointment>(undefined, byTime, 32));

  get size(): number {
    return this.#entries.size;
  }

  /** When the first appointment is due. */
  get first(): EpochMs | undefined {
    return this.#entries.minKey()?.at;
  }

  draft(): DraftAgenda {
    return new DraftAgenda(this.#entries.clone(), entries => new Agenda(entries));
  }

  /** In the order in which they are due. */
  *entries(): Generator<readonly [EpochMs, Due], undefined> {
    for (const [{ at }, { address, key }] of this.#entries.entries()) yield [at, { ...address, key }];
  }

  toJSON(): readonly (Due & { readonly at: EpochMs })[] {
    return [...this.entries()].map(([at, due]) => ({ at, ...due }));
  }
}

/** An agenda inside a transaction. */
export class DraftAgenda {
  readonly #entries: Entries;
  readonly #seal: (entries: Entries) => Agenda;

  constructor(entries: Entries, seal: (entries: Entries) => Agenda) {
    this.#entries = entries;
    this.#seal = seal;
  }

  add(when: When, appointment: Appointment): void {
    this.#entries.set(when, appointment);
  }

  remove(when: When): void {
    this.#entries.delete(when);
  }

  /** The first appointment, if it is due at that instant or before. */
  due(at: EpochMs): readonly [EpochMs, Appointment] | undefined {
    const first = this.#entries.minKey();
    if (first === undefined || first.at > at) return undefined;
    const appointment = this.#entries.get(first);
    return appointment && [first.at, appointment];
  }

  sealed(): Agenda {
    return this.#seal(this.#entries);
  }
}
