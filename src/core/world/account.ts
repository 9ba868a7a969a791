import type { IdSource, Place } from "../basics";
import type { DraftTables, ReadableTables } from "../store";
import type { EpochMs, Next } from "../time";
import type { EmittedEvent } from "./events";
import type { ServiceRef, Shape } from "./shape";

const otherService = Symbol("other service");

/** The way from one service of a place to another one, which only {@link viewOf} and {@link accountOf} know. */
export interface ServiceOpener {
  readonly [otherService]: (service: ServiceRef<Shape>) => unknown;
}

/** What a read sees: one service's things in one account and Region, at one instant. */
export type AccountView<S extends Shape> = ServiceOpener & {
  readonly place: Place;
  readonly now: EpochMs;
  readonly links: S["links"];
  /** The same service in another place. */
  at(place: Place): AccountView<S>;
  /** Every account in which anything has happened. */
  accountIds(): readonly string[];
  quota(name: S["quotas"]): number;
} & { readonly [Name in S["name"]]: ReadableTables<S["tables"]> };

/** What a write sees: the same, writable until the call is over. If the handler throws, nothing was written. */
export type Account<S extends Shape> = ServiceOpener & {
  readonly place: Place;
  readonly now: EpochMs;
  readonly links: S["links"];
  readonly ids: IdSource;
  at(place: Place): Account<S>;
  accountIds(): readonly string[];
  quota(name: S["quotas"]): number;
  /** How long a thing of this kind takes, as set by the `durations` option. */
  duration<Kind extends keyof S["durations"] & string>(kind: Kind, subject: S["durations"][Kind]): number;
  /** Work under way: the table's step of that name comes after so many milliseconds. */
  inFlight(step: string, milliseconds: number): Next;
  /** Something planned, such as an expiry: `settle` does not wait for it. */
  planned(step: string, at: EpochMs): Next;
  /** Puts an event on the account's event bus. */
  emit<Subject>(event: EmittedEvent<Subject>): void;
  /** Counts something for whoever lets time pass: `tally("jobs", "COMPLETED")`. */
  tally(group: string, name: string): void;
} & { readonly [Name in S["name"]]: DraftTables<S["tables"]> };

/** Another service of the same place, to read. For `integrations/` alone: services do not know each other. */
export const viewOf = <S extends Shape>(account: ServiceOpener, service: ServiceRef<S>): AccountView<S> =>
  account[otherService](service) as AccountView<S>;

/** Another service of the same place, within the same transaction. For `integrations/` alone. */
export const accountOf = <S extends Shape>(
  account: ServiceOpener & { readonly ids: IdSource },
  service: ServiceRef<S>,
): Account<S> => account[otherService](service) as Account<S>;

/** What makes an account {@link ServiceOpener}. */
export abstract class BaseAccount implements ServiceOpener {
  [otherService](service: ServiceRef<Shape>): unknown {
    return this.open(service);
  }

  protected abstract open(service: ServiceRef<Shape>): unknown;
}
