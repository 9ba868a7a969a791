import { type AccountView, Opening } from "./account";
import { type Place, placeKey } from "./place";
import type { ServiceRef, Shape } from "./shape";
import type { WorldState } from "./state";
import type { Surroundings } from "./surroundings";

/** Reads a frozen world. */
export class View {
  readonly world: Surroundings;
  readonly state: WorldState;

  constructor(world: Surroundings, state: WorldState) {
    this.world = world;
    this.state = state;
  }

  /** What a service has in a place. */
  account<S extends Shape>(service: ServiceRef<S>, place: Place): AccountView<S> {
    // The tables under a service's name are those of its own shape: `emptyTables` made them from it.
    return new FrozenAccount(this, service, place) as unknown as AccountView<S>;
  }
}

class FrozenAccount extends Opening {
  readonly place: Place;
  readonly now: number;
  readonly links: object;
  readonly #view: View;
  readonly #service: ServiceRef<Shape>;

  constructor(view: View, service: ServiceRef<Shape>, place: Place) {
    super();
    const { world, state } = view;
    const key = placeKey(place);
    this.place = place;
    this.now = state.now;
    this.links = world.linksOf(service.name);
    this.#view = view;
    this.#service = service;
    Object.assign(this, { [service.name]: (state.places[key] ?? world.pristine(key))[service.name] });
  }

  at(place: Place): object {
    return this.#view.account(this.#service, place);
  }

  quota(name: string): number {
    return this.#view.world.quota(this.#service.name, name);
  }

  protected open(service: ServiceRef<Shape>): object {
    return this.#view.account(service, this.place);
  }
}
