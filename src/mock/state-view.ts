import { LruCache, type Place, type PlaceKey, placeKey } from "../core/basics";
import type { FrozenTables } from "../core/store";
import type { EventLog, PlaceState, World, WorldState } from "../core/world";
import type { backupTables } from "../services/backup/records";
import type { efsTables } from "../services/efs/records";
import type { fsxTables } from "../services/fsx/records";
import { Upcoming } from "./upcoming";

/** The tables of one account and Region, by service. */
export interface PlaceTables {
  /** AWS Backup: vaults, plans, jobs, recovery points … */
  readonly backup: FrozenTables<typeof backupTables>;
  /** Amazon EFS: file systems, mount targets, access points … */
  readonly efs: FrozenTables<typeof efsTables>;
  /** Amazon FSx: file systems, volumes, backups … */
  readonly fsx: FrozenTables<typeof fsxTables>;
}

/**
 * The state as a test reads it, seen from one account and Region. Deeply frozen, instants as epoch milliseconds. The
 * same object until something changes.
 */
export interface AccountState extends PlaceTables {
  /** The account this is the state of. */
  readonly accountId: string;
  /** The Region this is the state of. */
  readonly region: string;
  /** The time on the mock's clock, in epoch milliseconds. */
  readonly now: number;
  /** The newest events of all places, oldest first. */
  readonly events: EventLog;
  /** All changes that will happen by themselves, in all places, soonest first. */
  readonly agenda: Upcoming;
  /** The tables of every place that has changed, by `account/region`. */
  readonly places: Readonly<Record<PlaceKey, PlaceTables>>;
}

/** How many places are kept per state; requests over HTTP may name any number of Regions. */
const mostViews = 256;

/** Views of the state, one per state and place: rolling back to a state gives the same object again. */
export class StateViews {
  readonly #world: World;
  readonly #views = new WeakMap<WorldState, LruCache<PlaceKey, AccountState>>();

  constructor(world: World) {
    this.#world = world;
  }

  at(place: Place): AccountState {
    const { state } = this.#world;
    const views = this.#views.get(state) ?? new LruCache<PlaceKey, AccountState>(mostViews);
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

/** The core keeps tables by name; this gives them their types. */
const tablesOf = (state: PlaceState): PlaceTables => state as PlaceState & PlaceTables;
