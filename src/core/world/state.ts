import type { PlaceKey } from "../basics";
import type { AnyTables } from "../store";
import { Agenda, type EpochMs } from "../time";
import { EventLog } from "./events";
import { noOutcomes, type PendingOutcomes } from "./pending-outcomes";

/** The tables of one account and Region, by service. */
export type PlaceState = Readonly<Record<string, AnyTables>>;

/** The whole state: deeply frozen, replaced by every change. */
export interface WorldState {
  readonly now: EpochMs;
  /** The number of ids generated. */
  readonly ids: number;
  /** The number of steps scheduled. */
  readonly order: number;
  /** The number of steps in flight. */
  readonly inFlight: number;
  readonly agenda: Agenda;
  readonly events: EventLog;
  /** What tests have set for records to come. */
  readonly outcomes: PendingOutcomes;
  /** The places that have changed since the start. */
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
    outcomes: noOutcomes,
    places: Object.freeze({}),
  });
