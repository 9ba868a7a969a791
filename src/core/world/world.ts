import { hash, LruCache, MockError, type PlaceKey, sentence, suggestion } from "../basics";
import { draftsWith, emptyTables, TableDrafts } from "../store";
import {
  Alarms,
  checkedInstant,
  type EpochMs,
  isOneDuration,
  milliseconds,
  type Tally,
  type Timeline,
} from "../time";
import type { AnyKind } from "./kind";
import { type EventListener, EventListeners, type Runtime } from "./listeners";
import type { AnyService, DurationSetting } from "./service";
import { emptyWorld, type PlaceState, type WorldState } from "./state";
import { takeSteps } from "./steps";
import { Transaction } from "./transaction";
import { View } from "./view";
import type { Watch } from "./watching";
import type { WorldContext } from "./world-context";

/** How many untouched places are kept; callers may name any number of Regions. Others are made again, the very same. */
const pristinePlaces = 256;

/** The settings of a world. */
export interface WorldOptions {
  readonly now: EpochMs;
  readonly idSeed: string;
  readonly eventLimit: number;
  readonly quotas: Readonly<Record<string, number>>;
  /** The most that a page of a list may have. Default: no limit but the service's. */
  readonly pageSize?: number | undefined;
  /** Called when time was moved on purpose. */
  readonly moved?: (() => void) | undefined;
  /** What the world runs in. Default: one that recognizes nothing. */
  readonly runtime?: Runtime;
  /** One setting for everything, or one for each kind of work. */
  readonly durations: DurationSetting | Readonly<Record<string, DurationSetting>>;
}

/** What a branch has of its own, and the classes that it shares, as the code is compiled for them. */
interface BranchParts {
  readonly watch: Watch;
  /** The world that it branches off from. Code that is called inside a change of the branch must not change that. */
  readonly origin: World;
  readonly drafts: ReadonlyMap<string, typeof TableDrafts>;
}

/**
 * The state, and what changes it: transactions and time. Knows services by their contract only.
 */
export class World implements WorldContext, Timeline {
  readonly seed: number;
  readonly eventLimit: number;
  /** What a branch tells its watcher; a branch emits no events. */
  readonly watch: Watch | undefined;
  readonly #services: ReadonlyMap<string, AnyService>;
  readonly #drafts: ReadonlyMap<string, typeof TableDrafts>;
  readonly #options: WorldOptions;
  /** When the clock started. */
  #start: EpochMs;
  readonly #durations: Readonly<Record<string, DurationSetting>> | undefined;
  readonly #lengths = new Map<string, number>();
  readonly #pristine = new LruCache<PlaceKey, PlaceState>(pristinePlaces);
  readonly #listeners: EventListeners;
  readonly #alarms = new Alarms();
  /** Whether an alarm has rung, and the program it was for has not gone on yet. */
  #hasRung = false;
  readonly #tallies = new Set<Tally>();
  #state: WorldState;
  #revision = 0;
  readonly #origin: World | undefined;
  #isChanging = false;
  #pauses = 0;
  /** The view of the state read last. */
  #view: View | undefined;

  constructor(services: readonly AnyService[], options: WorldOptions, branch?: BranchParts) {
    this.watch = branch?.watch;
    this.#origin = branch?.origin;
    this.#services = new Map(services.map(service => [service.name, service]));
    this.#drafts = branch?.drafts ?? new Map(services.map(({ name, tables }) => [name, draftsWith(tables)]));
    this.#options = options;
    this.#listeners = new EventListeners(options.runtime);
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
    if (this.#isChanging) throw nestedChange();
    this.#state = state;
    this.#revision++;
  }

  /** Empties the world and sets its clock. */
  reset(now: EpochMs): void {
    if (now !== this.#start) this.#pristine.clear();
    this.#start = now;
    this.replace(emptyWorld(now));
    this.#alarms.clear();
  }

  /**
   * Another world with the same settings, at a state of this one. Its time passes separately. It has no listeners and no
   * alarms, and emits no events.
   */
  branch(state: WorldState, watch: Watch): World {
    const options = { ...this.#options, now: this.#start };
    const branch = new World([...this.services], options, { watch, origin: this, drafts: this.#drafts });
    branch.replace(state);
    return branch;
  }

  service(name: string): AnyService | undefined {
    return this.#services.get(name);
  }

  get services(): Iterable<AnyService> {
    return this.#services.values();
  }

  /** The types of all events that can be sent. */
  get eventTypes(): readonly string[] {
    return [...this.#services.values()].flatMap(({ eventTypes = [] }) => eventTypes);
  }

  view(): View {
    if (this.#view?.state !== this.#state) this.#view = new View(this, this.#state);
    return this.#view;
  }

  /** Runs a change. If it throws, the state stays the same object. */
  transact<T>(change: (transaction: Transaction) => T): T {
    const before = this.#state;
    const result = this.#commit(change);
    if (this.#state !== before) this.#revision++;
    return result;
  }

  /** Counts changes other than the passage of time, and moves of the clock on purpose. */
  get revision(): number {
    return this.#revision;
  }

  /** Whether a change is being made: what is called from inside it must not make another one. */
  get isChanging(): boolean {
    return this.#isChanging;
  }

  /** A change of a branch also keeps its origin from being changed. */
  #setChanging(isChanging: boolean): void {
    this.#isChanging = isChanging;
    if (this.#origin) this.#origin.#isChanging = isChanging;
  }

  #commit<T>(change: (transaction: Transaction) => T): T {
    if (this.#isChanging) throw nestedChange();
    const before = this.#state;
    const transaction = new Transaction(this, before);
    this.#setChanging(true);
    let result: T;
    try {
      result = change(transaction);
    } finally {
      this.#setChanging(false);
    }
    this.#state = transaction.commit();
    const { tally } = transaction;
    const events = this.#state.events.count - before.events.count;
    for (const counted of this.#tallies) {
      if (tally) counted.addAll(tally);
      if (events > 0) counted.add("events", "emitted", events);
    }
    const emitted = this.#listeners.size > 0 ? transaction.emitted : undefined;
    if (emitted) this.#listeners.tell(emitted, transaction.now);
    return result;
  }

  onEvent(listener: EventListener): () => void {
    return this.#listeners.add(listener);
  }

  async listeners(): Promise<void> {
    if (this.#hasRung) {
      this.#hasRung = false;
      await this.otherTasks();
    }
    await this.#listeners.done();
  }

  // Time

  get now(): EpochMs {
    return this.#state.now;
  }

  get inFlight(): number {
    return this.#state.inFlight + this.#alarms.size;
  }

  get nextDue(): EpochMs | undefined {
    const step = this.#state.agenda.first;
    const alarm = this.#alarms.first;
    return step === undefined || (alarm !== undefined && alarm < step) ? alarm : step;
  }

  pass(until: EpochMs, limit: number): number {
    const step = this.#state.agenda.first ?? Number.POSITIVE_INFINITY;
    const alarm = this.#alarms.first ?? Number.POSITIVE_INFINITY;
    if (Math.min(step, alarm) > until) {
      this.#moveTo(until);
      return 0;
    }
    if (alarm < step) {
      this.#moveTo(alarm);
      this.#alarms.ringFirst();
      this.#hasRung = true;
      return 1;
    }
    // Listeners must see the state of the moment of their event: with listeners, take one instant at a time.
    const end = this.#listeners.size > 0 ? step : Math.min(until, alarm);
    return this.#commit(transaction => takeSteps(this.#services, transaction, end, limit));
  }

  #moveTo(at: EpochMs): void {
    if (at <= this.now) return;
    this.#commit(transaction => {
      transaction.now = at;
    });
  }

  /**
   * Does work of the test's own at an instant. `cancel` is called in its place if the world is reset before. Returns a
   * function that takes it back: true if it was still to ring.
   */
  alarm(at: EpochMs, ring: () => void, cancel: () => void): () => boolean {
    const wake = this.#listeners.sleep();
    const waking = (work: () => void) => () => {
      wake();
      work();
    };
    const takeBack = this.#alarms.set({ at: checkedInstant(at), ring: waking(ring), cancel: waking(cancel) });
    return () => {
      const isTaken = takeBack();
      if (isTaken) wake();
      return isTaken;
    };
  }

  moved(): void {
    this.#revision++;
    this.#options.moved?.();
  }

  pause(): () => void {
    this.#pauses++;
    return () => {
      this.#pauses--;
    };
  }

  otherTasks(): Promise<void> {
    return this.#listeners.otherTasks();
  }

  isInListener(): boolean {
    return this.#listeners.isInside();
  }

  runInside<T>(work: () => T): T {
    return this.#listeners.runInside(work);
  }

  count(tally: Tally): () => void {
    this.#tallies.add(tally);
    return () => this.#tallies.delete(tally);
  }

  /** Moves time forward to an instant. Does nothing inside a change, or while a move makes room for other work. */
  passAll(until: EpochMs): void {
    if (this.#pauses > 0 || this.#isChanging) return;
    checkedInstant(until);
    while (this.now < until || (this.nextDue ?? Number.POSITIVE_INFINITY) <= until) {
      this.pass(until, Number.POSITIVE_INFINITY);
    }
  }

  // For transactions

  draftsOf(service: string): typeof TableDrafts {
    return this.#drafts.get(service) ?? TableDrafts;
  }

  linksOf(service: string): object {
    return this.#services.get(service)?.links ?? {};
  }

  kindOf(service: string, table: string): AnyKind | undefined {
    const kinds = this.#services.get(service)?.kinds;
    return kinds && Object.hasOwn(kinds, table) ? kinds[table] : undefined;
  }

  get pageSize(): number {
    return this.#options.pageSize ?? Number.POSITIVE_INFINITY;
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
    if (typeof setting === "function") return milliseconds(setting(subject));
    return typeof setting === "string" ? this.#lengthOf(setting) : milliseconds(setting);
  }

  /** The length of a text that is a setting, read once: every job asks for several. */
  #lengthOf(setting: string): number {
    const known = this.#lengths.get(setting);
    if (known !== undefined) return known;
    const length = milliseconds(setting);
    this.#lengths.set(setting, length);
    return length;
  }

  pristine(key: PlaceKey): PlaceState {
    const known = this.#pristine.get(key);
    if (known) return known;
    const empty = Object.fromEntries(
      [...this.services].map(({ name, tables }) => [name, emptyTables(tables)]),
    );
    this.#pristine.set(key, Object.freeze(empty));
    return empty;
  }
}

const nestedChange = (): MockError =>
  new MockError(
    "NestedChange",
    "Cannot change the account: a change is being made, and this code was called from inside it, for example by a duration function; only read there.",
  );

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
