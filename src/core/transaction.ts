import { type Account, type AccountView, opening } from "./account";
import type { DraftAgenda } from "./agenda";
import type { DraftEventLog, EmittedEvent } from "./events";
import { Ids } from "./ids";
import type { Next } from "./next";
import { type Place, type PlaceKey, placeKey } from "./place";
import type { ServiceRef, Shape } from "./shape";
import type { AnyServiceState, PlaceState, WorldState } from "./state";
import type { DraftTable, Table } from "./table";
import { Tally } from "./tally";
import type { EpochMs } from "./time";

/** What transactions and views need to know of the mock they belong to. Fixed for the mock's life. */
export interface Surroundings {
  readonly seed: number;
  readonly eventLimit: number;
  linksOf(service: string): object;
  quota(service: string, name: string): number;
  duration(service: string, kind: string, subject: object): number;
  /** What a place holds that nothing has happened in yet. */
  pristine(place: PlaceKey): PlaceState;
}

const noTables: AnyServiceState = Object.freeze({});

/** Reads a frozen world. */
export class View {
  readonly #world: Surroundings;
  readonly #state: WorldState;

  constructor(world: Surroundings, state: WorldState) {
    this.#world = world;
    this.#state = state;
  }

  /** What a service has in a place. */
  account<S extends Shape>(service: ServiceRef<S>, place: Place): AccountView<S> {
    const world = this.#world;
    const key = placeKey(place);
    const tables = (this.#state.places[key] ?? world.pristine(key))[service.name] ?? noTables;
    const view = {
      place,
      now: this.#state.now,
      links: world.linksOf(service.name),
      at: (elsewhere: Place) => this.account(service, elsewhere),
      ...opening(other => this.account(other, place)),
      quota: (name: string) => world.quota(service.name, name),
      [service.name]: tables,
    };
    // The tables under a service's name are those of its own shape: `emptyTables` made them from it.
    return view as unknown as AccountView<S>;
  }
}

interface OpenAccount {
  readonly account: object;
  readonly place: PlaceKey;
  readonly service: string;
  readonly origin: AnyServiceState;
  readonly drafts: Map<string, DraftTable<object>>;
}

/** One change of the world: all of it is committed, or nothing. Used by one call, or by a batch of due steps. */
export class Transaction {
  readonly #world: Surroundings;
  readonly #base: WorldState;
  readonly #open = new Map<string, OpenAccount>();
  readonly ids: Ids;
  #order: number;
  #inFlight: number;
  #agenda: DraftAgenda | undefined;
  #events: DraftEventLog | undefined;
  #tally: Tally | undefined;
  now: EpochMs;

  constructor(world: Surroundings, base: WorldState, ids = new Ids(world.seed, base.ids)) {
    this.#world = world;
    this.#base = base;
    this.ids = ids;
    this.#order = base.order;
    this.#inFlight = base.inFlight;
    this.now = base.now;
  }

  /** The agenda as it is at this point of the transaction. */
  get agenda(): DraftAgenda {
    this.#agenda ??= this.#base.agenda.draft();
    return this.#agenda;
  }

  get inFlight(): number {
    return this.#inFlight;
  }

  /** What a service has in a place, writable. */
  account<S extends Shape>(service: ServiceRef<S>, place: Place): Account<S> {
    const key = placeKey(place);
    const name = `${key}/${service.name}`;
    const open = this.#open.get(name) ?? this.#openAccount(service, place, key);
    this.#open.set(name, open);
    // As in View: the drafts under a service's name are those of its own shape.
    return open.account as Account<S>;
  }

  /** A table by name, for whoever has an appointment's text only. */
  table(service: ServiceRef<Shape>, place: Place, table: string): DraftTable<object> | undefined {
    this.account(service, place);
    return this.#draft(`${placeKey(place)}/${service.name}`, table);
  }

  commit(): WorldState {
    const places = this.#sealedPlaces();
    const base = this.#base;
    if (places === base.places && !this.#events && this.ids.count === base.ids && this.now === base.now) {
      return base;
    }
    return Object.freeze({
      now: this.now,
      ids: this.ids.count,
      order: this.#order,
      inFlight: this.#inFlight,
      agenda: this.#agenda?.sealed() ?? base.agenda,
      events: this.#events?.sealed() ?? base.events,
      places,
    });
  }

  #openAccount<S extends Shape>(service: ServiceRef<S>, place: Place, key: PlaceKey): OpenAccount {
    const world = this.#world;
    const transaction = this;
    const name = `${key}/${service.name}`;
    const account = {
      place,
      get now() {
        return transaction.now;
      },
      ids: this.ids,
      links: world.linksOf(service.name),
      at: (elsewhere: Place) => this.account(service, elsewhere),
      ...opening(other => this.account(other, place)),
      quota: (quota: string) => world.quota(service.name, quota),
      duration: (kind: string, subject: object) => world.duration(service.name, kind, subject),
      inFlight: (step: string, milliseconds: number) => this.#next(step, this.now + milliseconds, true),
      planned: (step: string, at: EpochMs) => this.#next(step, at, false),
      emit: (event: EmittedEvent) => this.#emit(event, place),
      tally: (group: string, name: string) => this.#count(group, name),
      [service.name]: draftsOf(service, table => this.#draft(name, table)),
    };
    return {
      account,
      place: key,
      service: service.name,
      origin: (this.#base.places[key] ?? world.pristine(key))[service.name] ?? noTables,
      drafts: new Map(),
    };
  }

  #draft(account: string, table: string): DraftTable<object> | undefined {
    const open = this.#open.get(account);
    const draft = open?.drafts.get(table);
    if (draft || !open) return draft;
    const { place, service } = open;
    const opened = open.origin[table]?.draft((key, before, after) => {
      this.#reschedule({ place, service, table, key }, before, after);
    });
    if (opened) open.drafts.set(table, opened);
    return opened;
  }

  #next(step: string, at: EpochMs, inFlight: boolean): Next {
    return Object.freeze({ at: Math.max(at, this.now), step, inFlight, order: ++this.#order });
  }

  #reschedule(appointment: Parameters<DraftAgenda["add"]>[1], before?: Next, after?: Next): void {
    if (before === after) return;
    if (before && !before.held) this.agenda.remove(before);
    if (after && !after.held) this.agenda.add(after, appointment);
    this.#inFlight +=
      Number(after?.inFlight === true && !after.held) - Number(before?.inFlight === true && !before.held);
  }

  #emit(event: EmittedEvent, place: Place): void {
    this.#events ??= this.#base.events.draft(this.#world.eventLimit);
    this.#events.add(event, place, this.now, this.#world.seed);
  }

  #count(group: string, name: string): void {
    this.#tally ??= new Tally();
    this.#tally.add(group, name);
  }

  /** What was counted, if anything was. */
  get tally(): Tally | undefined {
    return this.#tally;
  }

  #sealedPlaces(): WorldState["places"] {
    let places = this.#base.places;
    for (const { place, service, origin, drafts } of this.#open.values()) {
      const tables = sealedTables(origin, drafts);
      if (tables === origin) continue;
      const before = places[place] ?? this.#world.pristine(place);
      places = Object.freeze({ ...places, [place]: Object.freeze({ ...before, [service]: tables }) });
    }
    return places;
  }
}

function sealedTables(
  origin: AnyServiceState,
  drafts: ReadonlyMap<string, DraftTable<object>>,
): AnyServiceState {
  let changes: Record<string, Table<object>> | undefined;
  for (const [name, draft] of drafts) {
    const sealed = draft.sealed();
    if (sealed === origin[name]) continue;
    changes ??= {};
    changes[name] = sealed;
  }
  return changes ? Object.freeze({ ...origin, ...changes }) : origin;
}

type Open = (table: string) => DraftTable<object> | undefined;
type Drafts = new (open: Open) => object;

/** One class per service: a getter per table, so that a call opens only the tables it touches. */
const draftClasses = new WeakMap<object, Drafts>();

function draftsOf(service: ServiceRef<Shape>, open: Open): object {
  let Class = draftClasses.get(service.tables);
  if (!Class) {
    Class = class {
      readonly open: Open;
      constructor(openTable: Open) {
        this.open = openTable;
      }
    };
    for (const table of Object.keys(service.tables)) {
      Object.defineProperty(Class.prototype, table, {
        get(this: { readonly open: Open }) {
          return this.open(table);
        },
      });
    }
    draftClasses.set(service.tables, Class);
  }
  return new Class(open);
}
