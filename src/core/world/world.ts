import { hash, Ids, LruCache, MockError, type Place, type PlaceKey, placeOfKey } from "../basics";
import { draftsWith, emptyTables, TableDrafts } from "../store";
import { type EpochMs, isOneDuration, milliseconds, type Tally, type Timeline, Waiters } from "../time";
import { type EventListener, EventListeners } from "./listeners";
import type { AnyService, DurationSetting } from "./service";
import type { Shape } from "./shape";
import { emptyWorld, type PlaceState, type WorldState } from "./state";
import { takeSteps } from "./steps";
import type { Surroundings } from "./surroundings";
import { Transaction } from "./transaction";
import { View } from "./view";

/** How many untouched places are kept; callers may name any number of Regions. Others are made again, the very same. */
const pristinePlaces = 256;

/** What can be set of a world when it is made. */
export interface WorldOptions {
  readonly now: EpochMs;
  readonly idSeed: string;
  readonly eventLimit: number;
  readonly quotas: Readonly<Record<string, number>>;
  /** One setting for everything, or one for each kind of thing. */
  readonly durations: DurationSetting | Readonly<Record<string, DurationSetting>>;
}

/**
 * The state and everything that may change it: transactions, and time. Knows the services by their contract only.
 */
export class World implements Surroundings, Timeline {
  readonly seed: number;
  readonly eventLimit: number;
  readonly #services: ReadonlyMap<string, AnyService>;
  readonly #drafts: ReadonlyMap<string, typeof TableDrafts>;
  readonly #options: WorldOptions;
  /** When the world began. */
  #start: EpochMs;
  readonly #durations: Readonly<Record<string, DurationSetting>> | undefined;
  readonly #pristine = new LruCache<PlaceKey, PlaceState>(pristinePlaces);
  readonly #listeners = new EventListeners();
  readonly #waiters = new Waiters();
  readonly #tallies = new Set<Tally>();
  #state: WorldState;
  #pauses = 0;
  /** The view of the state that was read last. */
  #view: View | undefined;

  constructor(services: readonly AnyService[], options: WorldOptions) {
    this.#services = new Map(services.map(service => [service.name, service]));
    this.#drafts = new Map(services.map(({ name, tables }) => [name, draftsWith(tables)]));
    this.#options = options;
    this.#start = options.now;
    this.seed = hash(options.idSeed);
    this.eventLimit = options.eventLimit;
    this.#state = emptyWorld(options.now);
    refuseUnknownNames(
      "quotas",
      options.quotas,
      services.flatMap(service => Object.keys(service.quotas)),
    );
    this.#durations = settingsPerKind(options.durations);
    const kinds = services.flatMap(service => Object.keys(service.durations));
    refuseUnknownNames("durations", this.#durations ?? {}, kinds);
  }

  get state(): WorldState {
    return this.#state;
  }

  /** Puts another state in the place of this one: a rollback, or the start. */
  replace(state: WorldState): void {
    this.#state = state;
  }

  /** An empty world again, from an instant on. */
  reset(now: EpochMs): void {
    if (now !== this.#start) this.#pristine.clear();
    this.#start = now;
    this.#state = emptyWorld(now);
  }

  service(name: string): AnyService | undefined {
    return this.#services.get(name);
  }

  get services(): Iterable<AnyService> {
    return this.#services.values();
  }

  view(): View {
    if (this.#view?.state !== this.#state) this.#view = new View(this, this.#state);
    return this.#view;
  }

  /** Runs a change. If it throws, the state is the very same object as before. */
  transact<T>(change: (transaction: Transaction) => T): T {
    const before = this.#state;
    const transaction = new Transaction(this, before);
    const result = change(transaction);
    const after = transaction.commit();
    this.#state = after;
    if (transaction.tally) for (const tally of this.#tallies) tally.addAll(transaction.tally);
    if (this.#waiters.size > 0) this.#waiters.wake(after.now);
    if (this.#listeners.size > 0 && transaction.emitted) this.#listeners.tell(transaction.emitted);
    return result;
  }

  onEvent(listener: EventListener): () => void {
    return this.#listeners.add(listener);
  }

  listeners(): Promise<void> {
    return this.#listeners.done();
  }

  // Time

  get now(): EpochMs {
    return this.#state.now;
  }

  get inFlight(): number {
    return this.#state.inFlight;
  }

  get nextDue(): EpochMs | undefined {
    return this.#state.agenda.first;
  }

  pass(until: EpochMs, limit: number): number {
    const due = this.nextDue;
    if (due === undefined || due > until) {
      if (until > this.now) {
        this.transact(transaction => {
          transaction.now = until;
        });
      }
      return 0;
    }
    // Whoever listens to events shall find the world as it is when they happen, so one instant at a time then.
    const end = this.#listeners.size > 0 ? due : until;
    return this.transact(transaction => takeSteps(this.#services, transaction, end, limit));
  }

  count(tally: Tally): () => void {
    this.#tallies.add(tally);
    return () => this.#tallies.delete(tally);
  }

  get eventCount(): number {
    return this.#state.events.count;
  }

  pause(): () => void {
    this.#pauses++;
    return () => {
      this.#pauses--;
    };
  }

  /** Moves time on to an instant, all at once; not while a move makes room for others, which goes on itself. */
  passAll(until: EpochMs): void {
    if (this.#pauses > 0) return;
    while (this.now < until || (this.nextDue ?? Number.POSITIVE_INFINITY) <= until) {
      this.pass(until, Number.POSITIVE_INFINITY);
    }
  }

  /** Resolves when the clock has come to an instant. */
  reached(at: EpochMs): Promise<void> {
    return at <= this.now ? Promise.resolve() : this.#waiters.until(at);
  }

  // What transactions need to know

  draftsOf(service: string): typeof TableDrafts {
    return this.#drafts.get(service) ?? TableDrafts;
  }

  linksOf(service: string): object {
    return this.#services.get(service)?.links ?? {};
  }

  quota(service: string, name: string): number {
    const limit = this.#options.quotas[name] ?? this.#services.get(service)?.quotas[name];
    if (limit === undefined) throw new Error(`There is no quota ${name} of ${service}.`);
    return limit;
  }

  duration(service: string, kind: string, subject: object): number {
    const own = this.#durations ? this.#durations[kind] : this.#options.durations;
    const setting = own ?? this.#services.get(service)?.durations[kind];
    if (setting === undefined) throw new Error(`There is no duration ${kind} of ${service}.`);
    return milliseconds(typeof setting === "function" ? setting(subject) : setting);
  }

  pristine(key: PlaceKey): PlaceState {
    const known = this.#pristine.get(key);
    if (known) return known;
    const empty = Object.fromEntries(
      [...this.services].map(({ name, tables }) => [name, emptyTables(tables)]),
    );
    this.#pristine.set(key, Object.freeze(empty));
    const initial = this.#initialPlace(key, placeOfKey(key));
    this.#pristine.set(key, initial);
    return initial;
  }

  /** What every account has from the start. Its ids depend on the place alone, not on when it is first looked at. */
  #initialPlace(key: PlaceKey, place: Place): PlaceState {
    const ids = new Ids(hash(`${this.#options.idSeed}/${key}`), 0);
    const transaction = new Transaction(this, emptyWorld(this.#start), ids);
    for (const service of this.services) service.initialize(transaction.account<Shape>(service, place));
    return transaction.commit().places[key] ?? this.#pristine.get(key) ?? {};
  }
}

/** `{ days: 1 }` is one duration for everything, `{ backupJob: … }` one for each kind of thing. */
function settingsPerKind(
  durations: WorldOptions["durations"],
): Readonly<Record<string, DurationSetting>> | undefined {
  if (typeof durations !== "object" || isOneDuration(durations)) return undefined;
  return { ...durations };
}

function refuseUnknownNames(option: string, given: object, known: readonly string[]): void {
  const unknown = Object.keys(given).find(name => !known.includes(name));
  if (unknown === undefined) return;
  throw new MockError(
    "InvalidOption",
    `Cannot set ${option}.${unknown}: there is nothing of that name; known are ${[...known].sort().join(", ")}.`,
  );
}
