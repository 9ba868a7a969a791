import type { PlaceKey } from "../basics";
import type { TableDrafts } from "../store";
import type { PlaceState } from "./state";

/** What transactions and views need to know of the mock they belong to. Fixed for the mock's life. */
export interface Surroundings {
  readonly seed: number;
  readonly eventLimit: number;
  linksOf(service: string): object;
  quota(service: string, name: string): number;
  duration(service: string, kind: string, subject: object): number;
  /** What a place holds that nothing has happened in yet. */
  pristine(place: PlaceKey): PlaceState;
  /** What a service's tables are drafted with. */
  draftsOf(service: string): typeof TableDrafts;
}
