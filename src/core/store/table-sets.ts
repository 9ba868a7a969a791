import type { DraftTable } from "./draft-table";
import { Table } from "./table";
import type { TableReader } from "./table-reader";
import type { TableSpec } from "./table-spec";

/** Declarations of a set of tables, by name. */
export type Tables = Readonly<Record<string, TableSpec<object>>>;

type OfTable<Spec, Kind extends "frozen" | "draft" | "reader"> =
  Spec extends TableSpec<infer R extends object, infer Order extends string>
    ? Kind extends "frozen"
      ? Table<R, Order>
      : Kind extends "draft"
        ? DraftTable<R, Order>
        : TableReader<R, Order>
    : never;

/** The tables of a set, frozen. */
export type FrozenTables<T extends Tables> = { readonly [Name in keyof T]: OfTable<T[Name], "frozen"> };

/** The tables of a set, inside a transaction. */
export type DraftTables<T extends Tables> = { readonly [Name in keyof T]: OfTable<T[Name], "draft"> };

/** The tables of a set, frozen or in a transaction. */
export type ReadableTables<T extends Tables> = { readonly [Name in keyof T]: OfTable<T[Name], "reader"> };

/** The records of a table. */
export type RecordOf<Spec> = Spec extends TableSpec<infer R extends object> ? R : never;

/** The frozen tables of any set, by name. */
export type AnyTables = Readonly<Record<string, Table<object>>>;

export function emptyTables(tables: Tables): AnyTables {
  const state: Record<string, Table<object>> = {};
  for (const [name, spec] of Object.entries(tables)) state[name] = Table.empty(spec);
  return Object.freeze(state);
}
