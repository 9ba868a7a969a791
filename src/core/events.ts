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

  /** The events after the first `count` ones, as far as they are kept. */
  *since(count: number): Generator<BusEvent, undefined> {
    for (const [, posted] of this.#entries.entries(count + 1)) yield posted.get();
  }

  draft(limit: number): DraftEventLog {
    return new DraftEventLog(
      this.#entries.clone(),
      this.count,
      limit,
      (entries, count) => new EventLog(entries, count),
    );
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
  #count: number;

  constructor(
    entries: Entries,
    count: number,
    limit: number,
    seal: (entries: Entries, count: number) => EventLog,
  ) {
    this.#entries = entries;
    this.#count = count;
    this.#limit = limit;
    this.#seal = seal;
  }

  add(event: EmittedEvent, place: Place, now: EpochMs, seed: number): void {
    const count = ++this.#count;
    this.#entries.set(count, new PostedEvent(event, place, now, seed, count));
    if (this.#entries.size > this.#limit) this.#entries.delete(count - this.#limit);
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
