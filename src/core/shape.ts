import type { ServiceName } from "../model";
import type { DraftTable } from "./draft-table";
import type { Table } from "./table";
import type { TableReader } from "./table-reader";
import type { TableSpec } from "./table-spec";

/** The kinds of things a service keeps. */
export type Tables = Readonly<Record<string, TableSpec<object>>>;

type OfTable<Spec, Kind extends "frozen" | "draft" | "reader"> =
  Spec extends TableSpec<infer R extends object, infer Order extends string>
    ? Kind extends "frozen"
      ? Table<R, Order>
      : Kind extends "draft"
        ? DraftTable<R, Order>
        : TableReader<R, Order>
    : never;

/** What a service keeps of one place, frozen. */
export type ServiceState<T extends Tables> = { readonly [Name in keyof T]: OfTable<T[Name], "frozen"> };
/** The same inside a transaction. */
export type ServiceDraft<T extends Tables> = { readonly [Name in keyof T]: OfTable<T[Name], "draft"> };
/** The same where it does not matter which of the two it is. */
export type ServiceTables<T extends Tables> = { readonly [Name in keyof T]: OfTable<T[Name], "reader"> };

export type RecordOf<Spec> = Spec extends TableSpec<infer R extends object> ? R : never;

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
