import type { EmittedEvent } from "./events";
import type { IdSource } from "./ids";
import type { Next } from "./next";
import type { Place } from "./place";
import type { ServiceDraft, ServiceRef, ServiceTables, Shape } from "./shape";
import type { EpochMs } from "./time";

/** What a read sees: one service's things in one account and Region, at one instant. */
export type AccountView<S extends Shape> = {
  readonly place: Place;
  readonly now: EpochMs;
  readonly links: S["links"];
  /** The same service in another place. */
  at(place: Place): AccountView<S>;
  /** Another service in the same place; for `integrations/` alone. */
  of<Other extends Shape>(service: ServiceRef<Other>): AccountView<Other>;
  quota(name: S["quotas"]): number;
} & { readonly [Name in S["name"]]: ServiceTables<S["tables"]> };

/** What a write sees: the same, writable until the call is over. If the handler throws, nothing was written. */
export type Account<S extends Shape> = {
  readonly place: Place;
  readonly now: EpochMs;
  readonly links: S["links"];
  readonly ids: IdSource;
  at(place: Place): Account<S>;
  of<Other extends Shape>(service: ServiceRef<Other>): Account<Other>;
  quota(name: S["quotas"]): number;
  /** How long a thing of this kind takes, as set by the `durations` option. */
  duration(kind: S["durations"], subject: object): number;
  /** Work under way: the table's step of that name comes after so many milliseconds. */
  inFlight(step: string, milliseconds: number): Next;
  /** Something planned, such as an expiry: `settle` does not wait for it. */
  planned(step: string, at: EpochMs): Next;
  /** Puts an event on the account's event bus. */
  emit(event: EmittedEvent): void;
} & { readonly [Name in S["name"]]: ServiceDraft<S["tables"]> };
