import type { ServiceName } from "../../model";
import type { Tables } from "../store";

/** What tells one service from another by type. */
export interface Shape {
  readonly name: ServiceName;
  readonly tables: Tables;
  /** What the service asks of other services; `integrations/` answers. */
  readonly links: object;
  /** The kinds of things whose duration can be set, and what a function that is set for one is given. */
  readonly durations: Readonly<Record<string, object>>;
  /** The limits that can be overridden. */
  readonly quotas: string;
}

/** Names a service whose tables another one may open; see {@link Shape}. */
export interface ServiceRef<S extends Shape> {
  readonly name: S["name"];
  readonly tables: S["tables"];
}
