import { emptyTrees, TableReader, type Trees } from "./table-reader";
import type { TableSpec } from "./table-spec";

/** The rows of a table, as data that survives JSON. */
export interface TableDump<R extends object> {
  readonly next: number;
  readonly rows: readonly (readonly [sequence: number, record: R])[];
}

/** An immutable, ordered collection of frozen records with constant-time counts. */
export class Table<R extends object, Order extends string = string> extends TableReader<R, Order> {
  readonly #trees: Trees<R>;
  readonly #spec: TableSpec<R, Order>;

  private constructor(spec: TableSpec<R, Order>, trees: Trees<R>) {
    super();
    this.#spec = spec;
    this.#trees = trees;
    Object.freeze(this);
  }

  static empty<R extends object, Order extends string>(spec: TableSpec<R, Order>): Table<R, Order> {
    return new Table(spec, emptyTrees(spec.groupings));
  }

  /** For drafts: a table of finished parts. */
  static of<R extends object, Order extends string>(
    spec: TableSpec<R, Order>,
    trees: Trees<R>,
  ): Table<R, Order> {
    return new Table(spec, trees);
  }

  /** For drafts: the parts of a table. */
  static partsOf<R extends object, Order extends string>(
    table: Table<R, Order>,
  ): { readonly spec: TableSpec<R, Order>; readonly trees: Trees<R> } {
    return { spec: table.#spec, trees: table.#trees };
  }

  protected get trees(): Trees<R> {
    return this.#trees;
  }

  protected get spec(): TableSpec<R, Order> {
    return this.#spec;
  }

  /** The table as data; `loadTable` reads it. */
  dump(): TableDump<R> {
    return { next: this.#trees.nextSequence, rows: [...this.#trees.rows.entries()] };
  }
}
