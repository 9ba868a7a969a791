import { DraftTable, type Schedule } from "./draft-table";
import { emptyTrees, TableReader, type Trees } from "./table-reader";
import type { TableSpec } from "./table-spec";

/** For records whose steps are put on the agenda by other means. */
const unscheduled: Schedule = { numberOf: () => 0, reschedule() {} };

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

  protected get trees(): Trees<R> {
    return this.#trees;
  }

  protected get spec(): TableSpec<R, Order> {
    return this.#spec;
  }

  /** A writable copy that shares everything with this table until it is written to. */
  draft(name: string, schedule: Schedule): DraftTable<R, Order> {
    return new DraftTable(this, this.#spec, this.#trees, name, schedule, Table.#of);
  }

  static #of<R extends object, Order extends string>(
    spec: TableSpec<R, Order>,
    trees: Trees<R>,
  ): Table<R, Order> {
    return new Table(spec, trees);
  }

  /** Sequence numbers and records, for a snapshot in a file. */
  dump(): { readonly next: number; readonly rows: readonly (readonly [number, R])[] } {
    return { next: this.#trees.nextSequence, rows: [...this.#trees.rows.entries()] };
  }

  /** The table that a {@link Table.dump} describes. */
  static load<R extends object, Order extends string>(
    spec: TableSpec<R, Order>,
    dump: { readonly next: number; readonly rows: readonly (readonly [number, R])[] },
  ): Table<R, Order> {
    const draft = Table.empty(spec).draft("", unscheduled);
    for (const [sequence, record] of dump.rows) draft.restore(sequence, record);
    return draft.restored(dump.next);
  }
}
