import type { PlaceKey } from "../basics";
import type { AnyTables } from "../store";
import { Agenda, type EpochMs } from "../time";
import { EventLog } from "./events";

/** What there is in one account and Region, service by service. */
export type PlaceState = Readonly<Record<string, AnyTables>>;

/** The whole world: frozen all through, replaced as a whole by every change. */
export interface WorldState {
  readonly now: EpochMs;
  /** How many ids were handed out. */
  readonly ids: number;
  /** How many steps were arranged. */
  readonly order: number;
  /** How much work is under way. */
  readonly inFlight: number;
  readonly agenda: Agenda;
  readonly events: EventLog;
  /** The places anything has happened in. */
  readonly places: Readonly<Record<PlaceKey, PlaceState>>;
}

export const emptyWorld = (now: EpochMs): WorldState =>
  Object.freeze({
    now,
    ids: 0,
    order: 0,
    inFlight: 0,
    agenda: Agenda.empty,
    events: EventLog.empty,
    places: Object.freeze({}),
  });
