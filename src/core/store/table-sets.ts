import type { DraftTable } from "./draft-table";
import { Table } from "./table";
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
export type FrozenTables<T extends Tables> = { readonly [Name in keyof T]: OfTable<T[Name], "frozen"> };

/** The same inside a transaction. */
export type DraftTables<T extends Tables> = { readonly [Name in keyof T]: OfTable<T[Name], "draft"> };

/** The same where it does not matter which of the two it is. */
export type ReadableTables<T extends Tables> = { readonly [Name in keyof T]: OfTable<T[Name], "reader"> };

export type RecordOf<Spec> = Spec extends TableSpec<infer R extends object> ? R : never;

/** The tables of one service in one place, by name. */
export type AnyTables = Readonly<Record<string, Table<object>>>;

export function emptyTables(tables: Tables): AnyTables {
  const state: Record<string, Table<object>> = {};
  for (const [name, spec] of Object.entries(tables)) state[name] = Table.empty(spec);
  return Object.freeze(state);
}
