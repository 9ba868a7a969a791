import { type Place, type PlaceKey, placeKey } from "../core/basics";
import type { FrozenTables } from "../core/store";
import type { EventLog, PlaceState, World, WorldState } from "../core/world";
import type { backupTables } from "../services/backup/records";
import type { efsTables } from "../services/efs/records";
import type { fsxTables } from "../services/fsx/records";
import { Upcoming } from "./upcoming";

/** What there is in one account and Region, service by service. */
export interface PlaceTables {
  readonly backup: FrozenTables<typeof backupTables>;
  readonly efs: FrozenTables<typeof efsTables>;
  readonly fsx: FrozenTables<typeof fsxTables>;
}

/**
 * The world as a test reads it, seen from one account and Region. Frozen all through, instants as epoch
 * milliseconds; the same object until something changes.
 */
export interface AccountState extends PlaceTables {
  readonly accountId: string;
  readonly region: string;
  /** The instant on the mock's clock. */
  readonly now: number;
  /** The newest events of all places, oldest first. */
  readonly events: EventLog;
  /** Everything that will happen by itself, in all places, soonest first. */
  readonly agenda: Upcoming;
  /** Every place anything has happened in, by `account/region`. */
  readonly places: Readonly<Record<PlaceKey, PlaceTables>>;
}

/** Views of the world, made once per state and place: a state that a rollback brings back is seen as the same object. */
export class StateViews {
  readonly #world: World;
  readonly #views = new WeakMap<WorldState, Map<PlaceKey, AccountState>>();

  constructor(world: World) {
    this.#world = world;
  }

  at(place: Place): AccountState {
    const { state } = this.#world;
    const views = this.#views.get(state) ?? new Map<PlaceKey, AccountState>();
    this.#views.set(state, views);
    const key = placeKey(place);
    const known = views.get(key);
    if (known) return known;
    const { now, events, places } = state;
    const view: AccountState = Object.freeze({
      ...tablesOf(places[key] ?? this.#world.pristine(key)),
      ...place,
      now,
      events,
      agenda: new Upcoming(state),
      places: places as Readonly<Record<PlaceKey, PlaceState & PlaceTables>>,
    });
    views.set(key, view);
    return view;
  }
}

/** The core keeps tables by name; which ones they are is said here, for the users' eyes. */
const tablesOf = (state: PlaceState): PlaceTables => state as PlaceState & PlaceTables;
