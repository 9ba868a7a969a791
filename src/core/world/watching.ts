import type { PlaceKey } from "../basics";
import type { RecordOf } from "../store";
import type { EpochMs } from "../time";
import type { ServiceRef, Shape } from "./shape";

/** Called for every change of a table's records: no `before` if it was added, no `after` if it was removed. */
export type Watcher<R> = (before: R | undefined, after: R | undefined, at: EpochMs, place: PlaceKey) => void;

/** Watchers of a service's tables, by name. */
export type Watchers<S extends Shape> = {
  readonly [Name in keyof S["tables"]]?: Watcher<RecordOf<S["tables"][Name]>>;
};

/** Watchers of any service. */
export type AnyWatchers = Readonly<Record<string, Watcher<object> | undefined>>;

/** What a branch of a world tells while its time passes. */
export interface Watch {
  readonly service: string;
  readonly watchers: AnyWatchers;
  /** Called for what leaves no record; see `Account.note`. */
  noted(fact: object, at: EpochMs, place: PlaceKey): void;
}

/**
 * Declares what to watch of a service. Like `defineService`, it drops the types: a watcher is called with records of its
 * own table only.
 */
export const watchOf = <S extends Shape>(
  { name }: ServiceRef<S>,
  watchers: Watchers<S>,
  noted: Watch["noted"],
): Watch => ({ service: name, watchers: watchers as unknown as AnyWatchers, noted });
