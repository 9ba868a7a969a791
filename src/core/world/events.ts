import { type Place, uuidAt } from "../basics";
import { deepFreeze, inspected, leafSize, Rows } from "../store";
import type { EpochMs } from "../time";

/** An EventBridge event before the bus adds its envelope. */
export interface EmittedEvent<Subject = unknown> {
  readonly source: string;
  readonly detailType: string;
  readonly resources: readonly string[];
  /** The frozen record that the event is about. */
  readonly subject: Subject;
  /** Builds the detail, without members that are `undefined`. Called when the event is first read, which is rare. */
  detail(subject: Subject): EventDetail;
}

/** The `detail` of an event: the members depend on its `detail-type`. */
export type EventDetail = Readonly<Record<string, unknown>>;

/** An event on an account's default EventBridge bus, in the form in which a Lambda function receives it. */
export interface BusEvent {
  /** The version of the format. */
  readonly version: "0";
  /** A UUID. */
  readonly id: string;
  /** Such as `Backup Job State Change`. */
  readonly "detail-type": string;
  /** `aws.backup`; `aws.sns` for the notifications of vaults. */
  readonly source: string;
  /** The account, twelve digits. */
  readonly account: string;
  /** ISO 8601 in UTC, in whole seconds: `2026-01-01T05:00:10Z`. */
  readonly time: string;
  /** The Region, such as `eu-west-1`. */
  readonly region: string;
  /** The ARNs of the resources that the event is about. */
  readonly resources: readonly string[];
  /** What happened, with the members that AWS documents for this `detail-type`. */
  readonly detail: EventDetail;
}

/** An event in the log. */
interface Posted {
  get(): BusEvent;
}

/** An event whose members are built when first read. */
class PostedEvent implements Posted {
  readonly #event: EmittedEvent;
  readonly #place: Place;
  readonly #now: EpochMs;
  readonly #seed: number;
  readonly #count: number;
  #written: BusEvent | undefined = undefined;

  constructor(event: EmittedEvent, place: Place, now: EpochMs, seed: number, count: number) {
    this.#event = event;
    this.#place = place;
    this.#now = now;
    this.#seed = seed;
    this.#count = count;
  }

  get(): BusEvent {
    this.#written ??= deepFreeze(
      writtenOut(this.#event, this.#place, this.#now, uuidAt(this.#seed, this.#count)),
    );
    return this.#written;
  }
}

/** Events by number. */
type Entries = Rows<Posted>;

type Seal = (entries: Entries, oldest: number, count: number) => EventLog;

/** The newest events of all places, oldest first. Immutable, and bounded: years of backups emit millions. */
export class EventLog implements Iterable<BusEvent> {
  /** May start with a few events beyond the bound: old events are dropped by whole leaves. */
  readonly #entries: Entries;
  /** The number of the first event kept. */
  readonly #oldest: number;
  readonly #count: number;

  private constructor(entries: Entries, oldest: number, count: number) {
    this.#entries = entries;
    this.#oldest = oldest;
    this.#count = count;
    Object.freeze(this);
  }

  static readonly empty = new EventLog(new Rows<Posted>(), 1, 0);

  static of(events: readonly BusEvent[], count: number): EventLog {
    const entries = new Rows<Posted>();
    const oldest = count - events.length + 1;
    events.forEach((event, index) => {
      entries.set(oldest + index, { get: () => event });
    });
    return new EventLog(entries, oldest, count);
  }

  /** The number of events so far, including those no longer kept. */
  get count(): number {
    return this.#count;
  }

  get size(): number {
    return this.#count - this.#oldest + 1;
  }

  /** The same as `size`, as lists have it. */
  get length(): number {
    return this.size;
  }

  *[Symbol.iterator](): Generator<BusEvent, undefined> {
    for (const [, posted] of this.#entries.entries(this.#oldest)) yield posted.get();
  }

  draft(limit: number): DraftEventLog {
    const seal: Seal = (entries, oldest, count) => new EventLog(entries, oldest, count);
    return new DraftEventLog(this.#entries.clone(), this.#oldest, this.#count, limit, seal);
  }

  toJSON(): readonly BusEvent[] {
    return [...this];
  }

  [inspected](): readonly BusEvent[] {
    return this.toJSON();
  }
}

/** An event log inside a transaction. It keeps all events of the transaction until that ends. */
export class DraftEventLog {
  readonly #entries: Entries;
  readonly #limit: number;
  readonly #seal: Seal;
  readonly #oldest: number;
  readonly #before: number;
  #count: number;

  constructor(entries: Entries, oldest: number, count: number, limit: number, seal: Seal) {
    this.#entries = entries;
    this.#oldest = oldest;
    this.#before = count;
    this.#count = count;
    this.#limit = limit;
    this.#seal = seal;
  }

  add(event: EmittedEvent, place: Place, now: EpochMs, seed: number): void {
    const count = ++this.#count;
    this.#entries.set(count, new PostedEvent(event, place, now, seed, count));
  }

  /** All events of this transaction. */
  *added(): Generator<BusEvent, undefined> {
    for (const [, posted] of this.#entries.entries(this.#before + 1)) yield posted.get();
  }

  sealed(): EventLog {
    const oldest = Math.max(this.#oldest, this.#count - this.#limit + 1);
    return this.#seal(this.#from(firstOfLeaf(oldest)), oldest, this.#count);
  }

  /** The entries from a leaf on. Those of this transaction stay for the listeners. */
  #from(leaf: number): Entries {
    const first = firstOfLeaf(this.#oldest);
    if (leaf === first) return this.#entries;
    const kept = this.#entries.clone();
    for (let number = first; number < leaf; number++) kept.delete(number);
    return kept;
  }
}

/** Old events are dropped by whole leaves: dropping one would copy its leaf. */
const firstOfLeaf = (number: number): number => number - (number % leafSize);

const writtenOut = (event: EmittedEvent, place: Place, now: EpochMs, id: string): BusEvent => ({
  version: "0",
  id,
  "detail-type": event.detailType,
  source: event.source,
  account: place.accountId,
  time: new Date(now).toISOString().replace(/\.\d+Z$/, "Z"),
  region: place.region,
  resources: event.resources,
  detail: known(event.detail(event.subject)),
});

const known = (detail: EventDetail): EventDetail =>
  Object.fromEntries(Object.entries(detail).filter(([, value]) => value !== undefined));
