import { deepFreeze } from "./freeze";
import { uuidAt } from "./ids";
import type { Place } from "./place";
import { Rows } from "./rows";
import type { EpochMs } from "./time";

/** An EventBridge event before the bus adds its envelope. */
export interface EmittedEvent<Subject = unknown> {
  readonly source: string;
  readonly detailType: string;
  readonly resources: readonly string[];
  /** The frozen record that it is about. */
  readonly subject: Subject;
  /** What happened, members that are `undefined` left out; written only when somebody looks, which few do. */
  detail(subject: Subject): EventDetail;
}

export type EventDetail = Readonly<Record<string, unknown>>;

/** An event as it stands on the account's default EventBridge bus. */
export interface BusEvent {
  readonly version: "0";
  readonly id: string;
  readonly "detail-type": string;
  readonly source: string;
  readonly account: string;
  /** ISO 8601, whole seconds. */
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: EventDetail;
}

/** An event that is kept. */
interface Posted {
  get(): BusEvent;
}

/** An event on the bus, written out when it is first looked at. */
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

/** By their number. */
type Entries = Rows<Posted>;

/** The newest events of all places, oldest first. Immutable; bounded, since years of backups emit millions. */
export class EventLog implements Iterable<BusEvent> {
  readonly #entries: Entries;
  /** How many events there have been, those no longer kept included. */
  readonly count: number;

  private constructor(entries: Entries, count: number) {
    this.#entries = entries;
    this.count = count;
    Object.freeze(this);
  }

  static readonly empty = new EventLog(new Rows<Posted>(), 0);

  static of(events: readonly BusEvent[], count: number): EventLog {
    const entries = EventLog.empty.#entries.clone();
    events.forEach((event, index) => {
      entries.set(count - events.length + index + 1, { get: () => event });
    });
    return new EventLog(entries, count);
  }

  get size(): number {
    return this.#entries.size;
  }

  *[Symbol.iterator](): Generator<BusEvent, undefined> {
    for (const posted of this.#entries.values()) yield posted.get();
  }

  draft(limit: number): DraftEventLog {
    const entries = this.#entries.clone();
    // A snapshot may be of a mock that keeps more.
    for (const [count] of this.#entries.entries()) {
      if (entries.size <= limit) break;
      entries.delete(count);
    }
    return new DraftEventLog(entries, this.count, limit, (kept, count) => new EventLog(kept, count));
  }

  toJSON(): readonly BusEvent[] {
    return [...this];
  }
}

/** An event log inside a transaction. */
export class DraftEventLog {
  readonly #entries: Entries;
  readonly #limit: number;
  readonly #seal: (entries: Entries, count: number) => EventLog;
  readonly #before: number;
  /** Those of this transaction that are not kept, as newer ones take up the room. */
  readonly #passing: Posted[] = [];
  #count: number;

  constructor(
    entries: Entries,
    count: number,
    limit: number,
    seal: (entries: Entries, count: number) => EventLog,
  ) {
    this.#entries = entries;
    this.#before = count;
    this.#count = count;
    this.#limit = limit;
    this.#seal = seal;
  }

  add(event: EmittedEvent, place: Place, now: EpochMs, seed: number): void {
    const count = ++this.#count;
    this.#entries.set(count, new PostedEvent(event, place, now, seed, count));
    if (this.#entries.size <= this.#limit) return;
    const oldest = count - this.#limit;
    const passing = oldest > this.#before ? this.#entries.get(oldest) : undefined;
    if (passing) this.#passing.push(passing);
    this.#entries.delete(oldest);
  }

  /** The events of this transaction, kept or not. */
  *added(): Generator<BusEvent, undefined> {
    for (const posted of this.#passing) yield posted.get();
    for (const [, posted] of this.#entries.entries(this.#before + 1)) yield posted.get();
  }

  sealed(): EventLog {
    return this.#seal(this.#entries, this.#count);
  }
}

const writtenOut = (event: EmittedEvent, place: Place, now: EpochMs, id: string): BusEvent => ({
  version: "0",
  id,
  "detail-type": event.detailType,
  source: event.source,
  account: place.accountId,
  time: `${new Date(now).toISOString().slice(0, 19)}Z`,
  region: place.region,
  resources: event.resources,
  detail: known(event.detail(event.subject)),
});

const known = (detail: EventDetail): EventDetail =>
  Object.fromEntries(Object.entries(detail).filter(([, value]) => value !== undefined));
