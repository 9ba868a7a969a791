import type { Place } from "../../../src/core/basics";
import {
  type AccountView,
  type ServiceRef,
  type Shape,
  View,
  type WorldContext,
  type WorldState,
} from "../../../src/core/world";

/** An object whose members are noticed when somebody reads them. */
const noticing = <T extends object>(target: T, notice: (name: string, value: unknown) => unknown): T =>
  new Proxy({ ...target }, { get: (copy, name) => notice(String(name), Reflect.get(copy, name)) });

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

interface SeenTable {
  readonly place: string;
  readonly service: string;
  readonly name: string;
  readonly table: unknown;
}

/** A look at a world that remembers what it saw: what saw the same would come to the same. */
export class Looking {
  readonly places: WorldState["places"];
  readonly #state: WorldState;
  readonly #tables = new Map<string, SeenTable>();
  /** How many places there were: some look at all of them. */
  readonly #breadth: number;
  #sawTime = false;

  constructor(state: WorldState) {
    this.#state = state;
    this.#breadth = Object.keys(state.places).length;
    this.places = noticing(state.places, (place, services) =>
      isObject(services)
        ? noticing(services, (service, tables) =>
            isObject(tables)
              ? noticing(tables, (name, table) => this.#noticed({ place, service, name, table }))
              : tables,
          )
        : services,
    );
  }

  #noticed(seen: SeenTable): unknown {
    this.#tables.set(`${seen.place} ${seen.service} ${seen.name}`, seen);
    return seen.table;
  }

  /** The world as reads see it. */
  through(surroundings: WorldContext): View {
    return new NoticingView(surroundings, { ...this.#state, places: this.places }, () => {
      this.#sawTime = true;
    });
  }

  /** Whether all that was seen is the very same in another world. */
  isAsItWasIn(world: WorldState): boolean {
    if (Object.keys(world.places).length !== this.#breadth) return false;
    if (this.#sawTime && world.now !== this.#state.now) return false;
    const places: Readonly<Record<string, WorldState["places"][keyof WorldState["places"]]>> = world.places;
    for (const { place, service, name, table } of this.#tables.values()) {
      if (places[place]?.[service]?.[name] !== table) return false;
    }
    return true;
  }
}

/** A view that notices when somebody reads the time. */
class NoticingView extends View {
  readonly #notice: () => void;

  constructor(surroundings: WorldContext, state: WorldState, notice: () => void) {
    super(surroundings, state);
    this.#notice = notice;
  }

  override account<S extends Shape>(service: ServiceRef<S>, place: Place): AccountView<S> {
    return new Proxy(super.account(service, place), {
      get: (account, name) => {
        if (name === "now") this.#notice();
        const value: unknown = Reflect.get(account, name);
        return typeof value === "function" ? value.bind(account) : value;
      },
    });
  }
}
