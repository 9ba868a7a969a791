import { accountsOf, type Place, placeKey, samePlace } from "../basics";
import { type AccountView, BaseAccount } from "./account";
import type { ServiceRef, Shape } from "./shape";
import type { WorldState } from "./state";
import type { WorldContext } from "./world-context";

/** How many accounts a view keeps; callers may name any number of Regions. */
const mostAccounts = 64;

/** Reads a frozen state. Views of services are kept, since most reads follow other reads. */
export class View {
  readonly world: WorldContext;
  readonly state: WorldState;
  readonly #accounts: FrozenAccount[] = [];

  constructor(world: WorldContext, state: WorldState) {
    this.world = world;
    this.state = state;
  }

  /** A service of a place, to read. */
  account<S extends Shape>(service: ServiceRef<S>, place: Place): AccountView<S> {
    // `emptyTables` made the tables from those of this very service.
    return this.#open(service, place) as unknown as AccountView<S>;
  }

  #open(service: ServiceRef<Shape>, place: Place): FrozenAccount {
    for (const account of this.#accounts) {
      if (account.service === service && samePlace(account.place, place)) return account;
    }
    const account = new FrozenAccount(this, service, place);
    if (this.#accounts.length === mostAccounts) this.#accounts.shift();
    this.#accounts.push(account);
    return account;
  }
}

class FrozenAccount extends BaseAccount {
  readonly place: Place;
  readonly now: number;
  readonly links: object;
  readonly #view: View;
  readonly service: ServiceRef<Shape>;

  constructor(view: View, service: ServiceRef<Shape>, place: Place) {
    super();
    const { world, state } = view;
    const key = placeKey(place);
    this.place = place;
    this.now = state.now;
    this.links = world.linksOf(service.name);
    this.#view = view;
    this.service = service;
    Object.assign(this, { [service.name]: (state.places[key] ?? world.pristine(key))[service.name] });
  }

  at(place: Place): object {
    return this.#view.account(this.service, place);
  }

  accountIds(): readonly string[] {
    return accountsOf(Object.keys(this.#view.state.places));
  }

  get pageSize(): number {
    return this.#view.world.pageSize;
  }

  quota(name: string): number {
    return this.#view.world.quota(this.service.name, name);
  }

  protected open(service: ServiceRef<Shape>): object {
    return this.#view.account(service, this.place);
  }
}
