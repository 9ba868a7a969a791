import type { Place } from "../../../src/core/basics";
import type { AccountView, ServiceRef, Shape, WorldContext, WorldState } from "../../../src/core/world";
import { View } from "../../../src/core/world";

/** A copy of an object that reports each member that is read. */
const observed = <T extends object>(target: T, onRead: (name: string, value: unknown) => unknown): T =>
  new Proxy({ ...target }, { get: (copy, name) => onRead(String(name), Reflect.get(copy, name)) });

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

interface TableRead {
  readonly place: string;
  readonly service: string;
  readonly name: string;
  readonly table: unknown;
}

/**
 * Records which tables a check reads from a state. A check need not be repeated on a later state in which all of these
 * are the same objects.
 */
export class ReadTracker {
  readonly places: WorldState["places"];
  readonly #state: WorldState;
  readonly #reads = new Map<string, TableRead>();
  /** Number of accounts and Regions: some checks read all of them. */
  readonly #placeCount: number;
  #readTime = false;

  constructor(state: WorldState) {
    this.#state = state;
    this.#placeCount = Object.keys(state.places).length;
    this.places = observed(state.places, (place, services) =>
      isObject(services)
        ? observed(services, (service, tables) =>
            isObject(tables)
              ? observed(tables, (name, table) => this.#record({ place, service, name, table }))
              : tables,
          )
        : services,
    );
  }

  #record(read: TableRead): unknown {
    this.#reads.set(`${read.place} ${read.service} ${read.name}`, read);
    return read.table;
  }

  /** A view of the state for operations that only read. */
  view(surroundings: WorldContext): View {
    return new TimeTrackingView(surroundings, { ...this.#state, places: this.places }, () => {
      this.#readTime = true;
    });
  }

  /** Whether everything that was read is the same object in another state. */
  isUnchangedIn(state: WorldState): boolean {
    if (Object.keys(state.places).length !== this.#placeCount) return false;
    if (this.#readTime && state.now !== this.#state.now) return false;
    const places: Readonly<Record<string, WorldState["places"][keyof WorldState["places"]]>> = state.places;
    for (const { place, service, name, table } of this.#reads.values()) {
      if (places[place]?.[service]?.[name] !== table) return false;
    }
    return true;
  }
}

/** A view that reports when the current time is read. */
class TimeTrackingView extends View {
  readonly #onTimeRead: () => void;

  constructor(surroundings: WorldContext, state: WorldState, onTimeRead: () => void) {
    super(surroundings, state);
    this.#onTimeRead = onTimeRead;
  }

  override account<S extends Shape>(service: ServiceRef<S>, place: Place): AccountView<S> {
    return new Proxy(super.account(service, place), {
      get: (account, name) => {
        if (name === "now") this.#onTimeRead();
        const value: unknown = Reflect.get(account, name);
        return typeof value === "function" ? value.bind(account) : value;
      },
    });
  }
}
