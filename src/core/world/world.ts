import { hash, Ids, MockError, type Place, type PlaceKey, placeOfKey, sentence, suggestion } from "../basics";
import { draftsWith, emptyTables, TableDrafts } from "../store";
import { type EpochMs, isOneDuration, milliseconds, type Tally, type Timeline, Waiters } from "../time";
import { type EventListener, EventListeners } from "./listeners";
import type { AnyService, DurationSetting } from "./service";
import type { Shape } from "./shape";
import { emptyWorld, type PlaceState, type WorldState } from "./state";
import { takeSteps } from "./steps";
import { Transaction } from "./transaction";
import { View } from "./view";
import type { WorldContext } from "./world-context";

/** The settings of a world. */
export interface WorldOptions {
  readonly now: EpochMs;
  readonly idSeed: string;
  readonly eventLimit: number;
  readonly quotas: Readonly<Record<string, number>>;
  /** One setting for everything, or one for each kind of work. */
  readonly durations: DurationSetting | Readonly<Record<string, DurationSetting>>;
}

/**
 * The state, and what changes it: transactions and time. Knows services by their contract only.
 */
export class World implements WorldContext, Timeline {
  readonly seed: number;
  readonly eventLimit: number;
  readonly #services: ReadonlyMap<string, AnyService>;
  readonly #drafts: ReadonlyMap<string, typeof TableDrafts>;
  readonly #options: WorldOptions;
  /** When the clock started. */
  #start: EpochMs;
  readonly #durations: Readonly<Record<string, DurationSetting>> | undefined;
  readonly #pristine = new Map<PlaceKey, PlaceState>();
  readonly #listeners = new EventListeners();
  readonly #waiters = new Waiters();
  readonly #tallies = new Set<Tally>();
  #state: WorldState;
  /** The view of the state read last. */
  #view: View | undefined;

  constructor(services: readonly AnyService[], options: WorldOptions) {
    this.#services = new Map(services.map(service => [service.name, service]));
    this.#drafts = new Map(services.map(({ name, tables }) => [name, draftsWith(tables)]));
    this.#options = options;
    this.#start = options.now;
    this.seed = hash(options.idSeed);
    this.eventLimit = options.eventLimit;
    this.#state = emptyWorld(options.now);
    checkNames(
      "quotas",
      options.quotas,
      services.flatMap(service => Object.keys(service.quotas)),
    );
    this.#durations = settingsPerKind(options.durations);
    const kinds = services.flatMap(service => Object.keys(service.durations));
    checkNames("durations", this.#durations ?? {}, kinds);
  }

  get state(): WorldState {
    return this.#state;
  }

  /** Replaces the state, for a rollback. */
  replace(state: WorldState): void {
    this.#state = state;
  }

  /** Empties the world and sets its clock. */
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

  /** Runs a change. If it throws, the state stays the same object. */
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
    // Listeners must see the state of the moment of their event: with listeners, take one instant at a time.
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

  /** Moves time forward to an instant. */
  passAll(until: EpochMs): void {
    while (this.now < until || (this.nextDue ?? Number.POSITIVE_INFINITY) <= until) {
      this.pass(until, Number.POSITIVE_INFINITY);
    }
  }

  /** Resolves when the clock has reached an instant. */
  reached(at: EpochMs): Promise<void> {
    return at <= this.now ? Promise.resolve() : this.#waiters.until(at);
  }

  // For transactions

  draftsOf(service: string): typeof TableDrafts {
    return this.#drafts.get(service) ?? TableDrafts;
  }

  linksOf(service: string): object {
    return this.#services.get(service)?.links ?? {};
  }

  quota(service: string, name: string): number {
    const limit = this.#options.quotas[name] ?? this.#services.get(service)?.quotas[name];
    if (limit === undefined) throw new Error(`Unknown quota ${name} of ${service}.`);
    return limit;
  }

  duration(service: string, kind: string, subject: object): number {
    const own = this.#durations ? this.#durations[kind] : this.#options.durations;
    const setting = own ?? this.#services.get(service)?.durations[kind];
    if (setting === undefined) throw new Error(`Unknown duration ${kind} of ${service}.`);
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

  /** What every account has from the start. Its ids depend on the place only, not on when it is first read. */
  #initialPlace(key: PlaceKey, place: Place): PlaceState {
    const ids = new Ids(hash(`${this.#options.idSeed}/${key}`), 0);
    const transaction = new Transaction(this, emptyWorld(this.#start), ids);
    for (const service of this.services) service.initialize(transaction.account<Shape>(service, place));
    return transaction.commit().places[key] ?? this.#pristine.get(key) ?? {};
  }
}

/** `{ days: 1 }` is one duration for everything, `{ backupJob: … }` one for each kind of work. */
function settingsPerKind(
  durations: WorldOptions["durations"],
): Readonly<Record<string, DurationSetting>> | undefined {
  if (typeof durations !== "object" || isOneDuration(durations)) return undefined;
  return { ...durations };
}

function checkNames(option: string, given: object, known: readonly string[]): void {
  const unknown = Object.keys(given).find(name => !known.includes(name));
  if (unknown === undefined) return;
  throw new MockError(
    "InvalidOption",
    sentence(`Cannot set ${option}.${unknown}: unknown name; ${suggestion(unknown, [...known].sort())}`),
  );
}
