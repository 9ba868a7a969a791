import type { ServiceName } from "../../model";
import type { Tables } from "../store";

/** The types that define a service. */
export interface Shape {
  readonly name: ServiceName;
  readonly tables: Tables;
  /** What the service needs from other services; `integrations/` provides it. */
  readonly links: object;
  /** The kinds of work whose duration can be set, and the record that a duration function receives. */
  readonly durations: Readonly<Record<string, object>>;
  /** The quotas that can be set. */
  readonly quotas: string;
}

/** Refers to a service by name and tables. */
export interface ServiceRef<S extends Shape> {
  readonly name: S["name"];
  readonly tables: S["tables"];
}
