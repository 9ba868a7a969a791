import type { Appointment } from "./agenda";
import type { Timeline } from "./clock";
import { draftsWith, ServiceDrafts } from "./drafts";
import { MockError } from "./errors";
import type { BusEvent } from "./events";
import { hash, Ids } from "./ids";
import { nextOf } from "./next";
import { type Place, type PlaceKey, placeOfKey } from "./place";
import type { AnyService, DurationSetting } from "./service";
import type { Shape } from "./shape";
import { emptyTables, emptyWorld, type PlaceState, type WorldState } from "./state";
import type { Surroundings } from "./surroundings";
import type { Tally } from "./tally";
import { type EpochMs, milliseconds } from "./time";
import { Transaction } from "./transaction";
import { View } from "./view";

/** What can be set of a world when it is made. */
export interface WorldOptions {
  readonly now: EpochMs;
  readonly idSeed: string;
  readonly eventLimit: number;
  readonly quotas: Readonly<Record<string, number>>;
  /** One setting for everything, or one for each kind of thing. */
  readonly durations: DurationSetting | Readonly<Record<string, DurationSetting>>;
}

export type EventListener = (event: BusEvent) => unknown;

const durationNames = new Set(["milliseconds", "seconds", "minutes", "hours", "days", "weeks"]);

/**
 * The state and everything that may change it: transactions, and time. Knows the services by their contract only.
 */
export class World implements Surroundings, Timeline {
  readonly seed: number;
  readonly eventLimit: number;
  readonly #services: ReadonlyMap<string, AnyService>;
  readonly #drafts: ReadonlyMap<string, typeof ServiceDrafts>;
  readonly #options: WorldOptions;
  readonly #durations: Readonly<Record<string, DurationSetting>> | undefined;
  readonly #pristine = new Map<PlaceKey, PlaceState>();
  readonly #listeners = new Set<EventListener>();
  readonly #tallies = new Set<Tally>();
  #listening: Promise<unknown>[] = [];
  #waiting: { readonly at: EpochMs; readonly go: () => void }[] = [];
  #state: WorldState;

  constructor(services: readonly AnyService[], options: WorldOptions) {
    this.#services = new Map(services.map(service => [service.name, service]));
    this.#drafts = new Map(services.map(({ name, tables }) => [name, draftsWith(tables)]));
    this.#options = options;
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

  reset(): void {
    this.#state = emptyWorld(this.#options.now);
  }

  service(name: string): AnyService | undefined {
    return this.#services.get(name);
  }

  get services(): Iterable<AnyService> {
    return this.#services.values();
  }

  view(): View {
    return new View(this, this.#state);
  }

  /** Runs a change. If it throws, the state is the very same object as before. */
  transact<T>(change: (transaction: Transaction) => T): T {
    const before = this.#state;
    const transaction = new Transaction(this, before);
    const result = change(transaction);
    const after = transaction.commit();
    this.#state = after;
    if (transaction.tally) for (const tally of this.#tallies) tally.addAll(transaction.tally);
    if (this.#listeners.size > 0 && after.events !== before.events) this.#tell(before.events.count);
    if (this.#waiting.length > 0) this.#wake();
    return result;
  }

  /** Has a listener called for every event from now on; the function returned ends that. */
  onEvent(listener: EventListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async listeners(): Promise<void> {
    while (this.#listening.length > 0) {
      const running = this.#listening;
      this.#listening = [];
      await Promise.all(running);
    }
  }

  #tell(eventsBefore: number): void {
    for (const event of [...this.#state.events.since(eventsBefore)]) {
      for (const listener of this.#listeners) {
        const result = listener(event);
        if (result instanceof Promise) this.#listening.push(result);
      }
    }
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
    return this.transact(transaction => this.#takeSteps(transaction, end, limit));
  }

  count(tally: Tally): () => void {
    this.#tallies.add(tally);
    return () => this.#tallies.delete(tally);
  }

  get eventCount(): number {
    return this.#state.events.count;
  }

  /** Moves time on to an instant, all at once. */
  passAll(until: EpochMs): void {
    while (this.now < until || (this.nextDue ?? Number.POSITIVE_INFINITY) <= until) {
      this.pass(until, Number.POSITIVE_INFINITY);
    }
  }

  #takeSteps(transaction: Transaction, until: EpochMs, limit: number): number {
    let steps = 0;
    for (; steps < limit; steps++) {
      const due = transaction.agenda.due(until);
      if (!due) break;
      const [at, appointment] = due;
      transaction.now = Math.max(transaction.now, at);
      this.#takeStep(transaction, appointment);
    }
    return steps;
  }

  #takeStep(transaction: Transaction, { place, service: name, table, key }: Appointment): void {
    const service = this.#services.get(name);
    const here = placeOfKey(place);
    if (!service) throw new Error(`The agenda names the service ${name}, which there is not.`);
    const records = transaction.table(service, here, table);
    const record = records?.get(key);
    const next = record && nextOf(record);
    const step = next && service.steps[table]?.[next.step];
    if (!step)
      throw new Error(`The agenda names the step ${next?.step} of ${table} ${key}, which there is not.`);
    step(record, transaction.account(service, here));
    const after = records?.get(key);
    if (after && nextOf(after)?.order === next.order) {
      throw new Error(`The step ${next.step} of ${table} ${key} left itself on the agenda.`);
    }
  }

  /** Resolves when the clock has come to an instant. */
  reached(at: EpochMs): Promise<void> {
    if (at <= this.now) return Promise.resolve();
    return new Promise(go => {
      this.#waiting.push({ at, go });
    });
  }

  #wake(): void {
    const due = this.#waiting.filter(({ at }) => at <= this.now);
    if (due.length === 0) return;
    this.#waiting = this.#waiting.filter(({ at }) => at > this.now);
    for (const { go } of due) go();
  }

  // What transactions need to know

  draftsOf(service: string): typeof ServiceDrafts {
    return this.#drafts.get(service) ?? ServiceDrafts;
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
    const founded = this.#found(key, placeOfKey(key));
    this.#pristine.set(key, founded);
    return founded;
  }

  /** What every account has from the start. Its ids depend on the place alone, not on when it is first looked at. */
  #found(key: PlaceKey, place: Place): PlaceState {
    const ids = new Ids(hash(`${this.#options.idSeed}/${key}`), 0);
    const transaction = new Transaction(this, emptyWorld(this.#options.now), ids);
    for (const service of this.services) service.found(transaction.account<Shape>(service, place));
    return transaction.commit().places[key] ?? this.#pristine.get(key) ?? {};
  }
}

/** `{ days: 1 }` is one duration for everything, `{ backupJob: … }` one for each kind of thing. */
function settingsPerKind(
  durations: WorldOptions["durations"],
): Readonly<Record<string, DurationSetting>> | undefined {
  if (typeof durations !== "object") return undefined;
  const settings: Readonly<Record<string, DurationSetting | undefined>> = { ...durations };
  return Object.keys(settings).some(name => durationNames.has(name)) ? undefined : { ...durations };
}

function refuseUnknownNames(option: string, given: object, known: readonly string[]): void {
  const unknown = Object.keys(given).find(name => !known.includes(name));
  if (unknown === undefined) return;
  throw new MockError(
    "InvalidOption",
    `Cannot set ${option}.${unknown}: there is nothing of that name; known are ${[...known].sort().join(", ")}.`,
  );
}
