import type { PlaceKey } from "../basics";
import type { TableDrafts } from "../store";
import type { AnyKind } from "./kind";
import type { PlaceState } from "./state";
import type { Watch } from "./watching";

/** What transactions and views need from their world. */
export interface WorldContext {
  readonly seed: number;
  readonly eventLimit: number;
  /** In a branch: what it reports its changes to. */
  readonly watch: Watch | undefined;
  linksOf(service: string): object;
  /** What users know of a table's records; undefined if they never see them. */
  kindOf(service: string, table: string): AnyKind | undefined;
  /** The most that a page of a list may have. */
  readonly pageSize: number;
  quota(service: string, name: string): number;
  duration(service: string, kind: string, subject: object): number;
  /** The initial state of a place. */
  pristine(place: PlaceKey): PlaceState;
  /** The class that drafts a service's tables. */
  draftsOf(service: string): typeof TableDrafts;
}
