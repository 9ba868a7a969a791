import type { IdSource, Place } from "../basics";
import type { DraftTables, ReadableTables } from "../store";
import type { EpochMs, Next, Outcome } from "../time";
import type { EmittedEvent } from "./events";
import type { ServiceRef, Shape } from "./shape";

const otherService = Symbol("other service");

/** Opens another service of the same place. Use it through {@link viewOf} and {@link accountOf}. */
export interface ServiceOpener {
  readonly [otherService]: (service: ServiceRef<Shape>) => unknown;
}

/** What a read sees: the records of one service in one account and Region. */
export type AccountView<S extends Shape> = ServiceOpener & {
  readonly place: Place;
  readonly now: EpochMs;
  readonly links: S["links"];
  /** The same service in another place. */
  at(place: Place): AccountView<S>;
  /** The accounts that have changed since the start. */
  accountIds(): readonly string[];
  quota(name: S["quotas"]): number;
  /** The most that a page of a list may have, by the `pageSize` option: for lists that ignore the page size of the input. */
  readonly pageSize: number;
} & { readonly [Name in S["name"]]: ReadableTables<S["tables"]> };

/** What a write sees: the same, writable until the call ends. If the handler throws, nothing was written. */
export type Account<S extends Shape> = ServiceOpener & {
  readonly place: Place;
  readonly now: EpochMs;
  readonly links: S["links"];
  readonly ids: IdSource;
  at(place: Place): Account<S>;
  accountIds(): readonly string[];
  quota(name: S["quotas"]): number;
  readonly pageSize: number;
  /** How long work of this kind takes, in milliseconds, by the `durations` option. */
  duration<Kind extends keyof S["durations"] & string>(kind: Kind, subject: S["durations"][Kind]): number;
  /** Schedules a step of the record's table as work in flight, after this many milliseconds. */
  inFlight(step: string, milliseconds: number): Next;
  /** Schedules a planned change, such as an expiry, which `settle` does not wait for. */
  planned(step: string, at: EpochMs): Next;
  /** Sets the outcome of the next record of a table, within the same change. */
  setNextOutcome(table: keyof S["tables"] & string, outcome: Outcome): void;
  /** Emits an event on the account's bus. */
  emit<Subject>(event: EmittedEvent<Subject>): void;
  /** Counts something for the `Passage` of a clock move: `tally("jobs", "COMPLETED")`. */
  tally(group: string, name: string): void;
  /** The same for one rule of a backup plan: `tallyRule("plan / daily", "displaced")`. */
  tallyRule(rule: string, name: string): void;
} & { readonly [Name in S["name"]]: DraftTables<S["tables"]> };

/** Another service of the same place, to read. For `integrations/` only: services do not know each other. */
export const viewOf = <S extends Shape>(account: ServiceOpener, service: ServiceRef<S>): AccountView<S> =>
  account[otherService](service) as AccountView<S>;

/** Another service of the same place, in the same transaction. For `integrations/` only. */
export const accountOf = <S extends Shape>(
  account: ServiceOpener & { readonly ids: IdSource },
  service: ServiceRef<S>,
): Account<S> => account[otherService](service) as Account<S>;

/** Base of accounts and views: implements {@link ServiceOpener}. */
export abstract class BaseAccount implements ServiceOpener {
  [otherService](service: ServiceRef<Shape>): unknown {
    return this.open(service);
  }

  protected abstract open(service: ServiceRef<Shape>): unknown;
}
