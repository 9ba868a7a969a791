import { accountsOf, Ids, type Place, type PlaceKey, placeKey, placeOfKey } from "../basics";
import { type AnyTables, type DraftHooks, type DraftTable, TableDrafts } from "../store";
import {
  type DraftAgenda,
  type EpochMs,
  isWork,
  keptHeld,
  type Next,
  nextOf,
  type Outcome,
  outcomeOf,
  type TableAddress,
  Tally,
  type Timed,
} from "../time";
import { type Account, BaseAccount } from "./account";
import type { BusEvent, DraftEventLog, EmittedEvent } from "./events";
import { type AnyKind, sideWorkOn, type Work, workOn } from "./kind";
import {
  noOutcomes,
  type PendingOutcome,
  type PendingOutcomes,
  takeOutcome,
  withOutcome,
} from "./pending-outcomes";
import type { ServiceRef, Shape } from "./shape";
import type { WorldState } from "./state";
import type { AnyWatchers } from "./watching";
import type { WorldContext } from "./world-context";

type TimedWork = Pick<Work<Shape>, "duration" | "share" | "atMost">;

/** A service of a place, opened by a transaction. */
class OpenedService implements DraftHooks {
  readonly key: PlaceKey;
  readonly service: string;
  readonly origin: AnyTables;
  readonly drafts: TableDrafts;
  readonly account: LiveAccount;
  readonly #transaction: Transaction;
  readonly #watchers: AnyWatchers | undefined;
  readonly #numbers = new Map<string, number>();

  constructor(transaction: Transaction, service: ServiceRef<Shape>, place: Place, origin: AnyTables) {
    const Drafts = transaction.world.draftsOf(service.name);
    this.key = placeKey(place);
    this.service = service.name;
    this.origin = origin;
    this.drafts = new Drafts(origin, this);
    this.account = new LiveAccount(transaction, service, place, this.drafts);
    this.#transaction = transaction;
    const { watch } = transaction.world;
    this.#watchers = watch?.service === service.name ? watch.watchers : undefined;
  }

  completed(table: string, before: Timed | undefined, after: Timed): Timed | undefined {
    const next = before && keptHeld(nextOf(before), nextOf(after));
    const members = next && { next };
    if (outcomeOf(after) === undefined && !this.#transaction.hasOutcomes) return members;
    return this.#withOutcome(table, before, { ...after, ...members }) ?? members;
  }

  /** Lets a record that begins work take an outcome, apply its duration, and drop it when the work has ended. */
  #withOutcome(table: string, before: Timed | undefined, after: Timed): Timed | undefined {
    const kind = this.#transaction.world.kindOf(this.service, table);
    if (!kind) return undefined;
    const next = nextOf(after);
    const begins = isWork(next) && next?.order !== (before && nextOf(before)?.order);
    const known = outcomeOf(after);
    const take = () => this.#transaction.takeOutcome(this.key, `${this.service}.${table}`, kind, after);
    const side = begins && next ? sideWorkOn(kind, next.step) : undefined;
    if (side && next) {
      const outcome = take();
      return outcome && { outcome, next: this.#delayed(side, after, next, outcome) };
    }
    if (kind.handlesOutcome) {
      if (before || !begins) return undefined;
      const outcome = take();
      return outcome && { outcome };
    }
    if (!begins || !next) return known && !isWork(next) ? { next, outcome: undefined } : undefined;
    const outcome = known ?? take();
    const work = workOn(kind, after);
    const isDelayed = work?.step === next.step && work.phase !== "waiting";
    return outcome && { outcome, next: isDelayed ? this.#delayed(work, after, next, outcome) : next };
  }

  /** A step of work that takes as long as its outcome says. */
  #delayed(work: TimedWork, record: Timed, next: Next, { takes }: Outcome): Next {
    if (takes === undefined) return next;
    const { duration, share = 1, atMost = Number.POSITIVE_INFINITY } = work;
    const { world, now } = this.#transaction;
    const usual = world.duration(this.service, duration, record);
    const difference = Math.min(takes, atMost) - Math.min(usual, atMost);
    return Object.freeze({ ...next, at: Math.max(now, next.at + difference * share) });
  }

  changed(table: string, sequence: number, before: Timed | undefined, after: Timed | undefined): void {
    this.#watchers?.[table]?.(before, after, this.#transaction.now, this.key);
    const earlier = before && nextOf(before);
    const later = after && nextOf(after);
    if (earlier === later) return;
    this.#transaction.reschedule(this.#numberOf(table), sequence, earlier, later);
  }

  /** The number of a table on the agenda. */
  #numberOf(table: string): number {
    const known = this.#numbers.get(table);
    if (known !== undefined) return known;
    const number = this.#transaction.agenda.numberOf({ place: this.key, service: this.service, table });
    this.#numbers.set(table, number);
    return number;
  }
}

/** The table of a due step, and its account. */
interface StepTarget {
  readonly records: DraftTable<object> | undefined;
  readonly account: Account<Shape>;
}

const noTables: AnyTables = Object.freeze({});

/** A change of the state, committed completely or not at all: one call, or a batch of due steps. */
export class Transaction {
  readonly world: WorldContext;
  readonly ids: Ids;
  readonly #base: WorldState;
  readonly #opened: OpenedService[] = [];
  readonly #targets = new Map<TableAddress, StepTarget>();
  #order: number;
  #inFlight: number;
  #agenda: DraftAgenda | undefined;
  #events: DraftEventLog | undefined;
  #tally: Tally | undefined;
  #isMuted = false;
  #outcomes: PendingOutcomes;
  #ownOutcomes: PendingOutcomes = noOutcomes;
  now: EpochMs;

  constructor(world: WorldContext, base: WorldState, ids = new Ids(world.seed, base.ids)) {
    this.world = world;
    this.#base = base;
    this.ids = ids;
    this.#order = base.order;
    this.#inFlight = base.inFlight;
    this.#outcomes = base.outcomes;
    this.now = base.now;
  }

  /** A service of a place, writable. */
  account<S extends Shape>(service: ServiceRef<S>, place: Place): Account<S> {
    // `draftsWith` made the drafts from the tables of this very service.
    return this.#open(service, placeKey(place), place).account as unknown as Account<S>;
  }

  /** The accounts that have changed since the start. */
  get accountIds(): readonly string[] {
    return accountsOf([...Object.keys(this.#base.places), ...this.#opened.map(({ key }) => key)]);
  }

  /** A table by name. */
  table(service: ServiceRef<Shape>, place: Place, table: string): DraftTable<object> | undefined {
    return TableDrafts.table(this.#open(service, placeKey(place), place).drafts, table);
  }

  /** The table and account of a due step. */
  stepTarget(service: ServiceRef<Shape>, address: TableAddress): StepTarget {
    const known = this.#targets.get(address);
    if (known) return known;
    const { drafts, account } = this.#open(service, address.place);
    const records = TableDrafts.table(drafts, address.table);
    const target = { records, account: account as unknown as Account<Shape> };
    this.#targets.set(address, target);
    return target;
  }

  /** The agenda with the changes so far. */
  get agenda(): DraftAgenda {
    this.#agenda ??= this.#base.agenda.draft();
    return this.#agenda;
  }

  /** The events so far, if any. */
  get emitted(): Iterable<BusEvent> | undefined {
    return this.#events?.added();
  }

  /** What was counted so far, if anything. */
  get tally(): Tally | undefined {
    return this.#tally;
  }

  next(step: string, at: EpochMs, inFlight: boolean): Next {
    return Object.freeze({ at: Math.max(at, this.now), step, inFlight, order: ++this.#order });
  }

  /** Emits no events from here on: seeding is not something that happened. */
  muteEvents(): void {
    this.#isMuted = true;
  }

  emit(event: EmittedEvent, place: Place): void {
    if (this.#isMuted || this.world.watch) return;
    this.#events ??= this.#base.events.draft(this.world.eventLimit);
    this.#events.add(event, place, this.now, this.world.seed);
  }

  /** Whether there are outcomes that a record could take. */
  get hasOutcomes(): boolean {
    return this.#eligible.length > 0;
  }

  /** What is seeded or edited leaves the outcomes of tests alone. */
  get #eligible(): PendingOutcomes {
    return this.#isMuted ? this.#ownOutcomes : this.#outcomes;
  }

  /** Sets an outcome for a record to come, or changes the one of the same setter. */
  setOutcome(outcome: PendingOutcome, changes: Partial<PendingOutcome>): void {
    this.#outcomes = withOutcome(this.#outcomes, outcome, changes);
  }

  /** Sets the outcome of the next record of a kind in this very transaction. */
  setOwnOutcome(outcome: PendingOutcome): void {
    this.#ownOutcomes = withOutcome(this.#ownOutcomes, outcome);
  }

  takeOutcome(place: PlaceKey, name: string, kind: AnyKind, record: Timed): Outcome | undefined {
    const { taken, left } = takeOutcome(this.#eligible, { place, name, kind, record });
    if (this.#isMuted) this.#ownOutcomes = left;
    else this.#outcomes = left;
    return taken;
  }

  count(group: string, name: string): void {
    this.#tally ??= new Tally();
    this.#tally.add(group, name);
  }

  countOfRule(rule: string, name: string): void {
    this.#tally ??= new Tally();
    this.#tally.addOfRule(rule, name);
  }

  note(fact: object, place: Place): void {
    this.world.watch?.noted(fact, this.now, placeKey(place));
  }

  /** The state with all changes, or the same object if there were none. */
  commit(): WorldState {
    const places = this.#sealedPlaces();
    const base = this.#base;
    const isUnchanged =
      places === base.places &&
      !this.#events &&
      this.ids.count === base.ids &&
      this.now === base.now &&
      this.#outcomes === base.outcomes;
    if (isUnchanged) return base;
    return Object.freeze({
      now: this.now,
      ids: this.ids.count,
      order: this.#order,
      inFlight: this.#inFlight,
      agenda: this.#agenda?.sealed() ?? base.agenda,
      events: this.#events?.sealed() ?? base.events,
      outcomes: this.#outcomes,
      places,
    });
  }

  /** Updates the agenda for a record whose next step changed. */
  reschedule(table: number, sequence: number, before: Next | undefined, after: Next | undefined): void {
    if (before && !before.held) this.agenda.remove(before);
    if (after && !after.held) this.agenda.add(after, table, sequence);
    this.#inFlight +=
      Number(after?.inFlight === true && !after.held) - Number(before?.inFlight === true && !before.held);
  }

  #open(service: ServiceRef<Shape>, key: PlaceKey, place?: Place): OpenedService {
    for (const opened of this.#opened) {
      if (opened.service === service.name && opened.key === key) return opened;
    }
    const origin = (this.#base.places[key] ?? this.world.pristine(key))[service.name] ?? noTables;
    const opened = new OpenedService(this, service, place ?? placeOfKey(key), origin);
    this.#opened.push(opened);
    return opened;
  }

  #sealedPlaces(): WorldState["places"] {
    let places = this.#base.places;
    for (const { key, service, origin, drafts } of this.#opened) {
      const tables = TableDrafts.sealed(drafts);
      if (tables === origin) continue;
      const before = places[key] ?? this.world.pristine(key);
      places = Object.freeze({ ...places, [key]: Object.freeze({ ...before, [service]: tables }) });
    }
    return places;
  }
}

/** The account that handlers and steps work on. */
class LiveAccount extends BaseAccount {
  readonly place: Place;
  readonly ids: Ids;
  readonly links: object;
  readonly #transaction: Transaction;
  readonly #service: ServiceRef<Shape>;

  constructor(transaction: Transaction, service: ServiceRef<Shape>, place: Place, drafts: TableDrafts) {
    super();
    this.place = place;
    this.ids = transaction.ids;
    this.links = transaction.world.linksOf(service.name);
    this.#transaction = transaction;
    this.#service = service;
    Object.assign(this, { [service.name]: drafts });
  }

  get now(): EpochMs {
    return this.#transaction.now;
  }

  at(place: Place): object {
    return this.#transaction.account(this.#service, place);
  }

  accountIds(): readonly string[] {
    return this.#transaction.accountIds;
  }

  get pageSize(): number {
    return this.#transaction.world.pageSize;
  }

  quota(name: string): number {
    return this.#transaction.world.quota(this.#service.name, name);
  }

  duration(kind: string, subject: object): number {
    return this.#transaction.world.duration(this.#service.name, kind, subject);
  }

  inFlight(step: string, milliseconds: number): Next {
    return this.#transaction.next(step, this.now + milliseconds, true);
  }

  planned(step: string, at: EpochMs): Next {
    return this.#transaction.next(step, at, false);
  }

  setNextOutcome(table: string, { fails, takes, transfers }: Outcome): void {
    const target = { kind: `${this.#service.name}.${table}`, match: {}, state: fails?.state };
    this.#transaction.setOwnOutcome({
      place: placeKey(this.place),
      targets: [target],
      request: target.kind,
      message: fails?.message,
      takes,
      transfers,
    });
  }

  emit(event: EmittedEvent): void {
    this.#transaction.emit(event, this.place);
  }

  tally(group: string, name: string): void {
    this.#transaction.count(group, name);
  }

  tallyRule(rule: string, name: string): void {
    this.#transaction.countOfRule(rule, name);
  }

  note(fact: object): void {
    this.#transaction.note(fact, this.place);
  }

  protected open(service: ServiceRef<Shape>): object {
    return this.#transaction.account(service, this.place);
  }
}
