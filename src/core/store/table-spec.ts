/** Puts records into groups, each of which is kept together in order of creation. */
export interface Grouping<R extends object> {
  readonly name: string;
  groupOf(record: R): string | undefined;
}

/**
 * A kind of thing that the state keeps: what names it, and by what else it is looked up. Methods, so that a table of
 * vaults counts as a table of objects where only its being a table matters.
 */
export interface TableSpec<R extends object, Order extends string = string> {
  key(record: R): string;
  readonly groupings: readonly Grouping<R>[];
  /** Where a grouping stands among the groupings. */
  indexOf(order: Order): number;
  /** Other names of a record, such as its ARN, by which `hold` and the like find it. */
  aliases(record: R): readonly (string | undefined)[];
  /** A copy of a record, for members of it to be replaced. */
  copy(record: R): R;
  /** A record in the form in which the table keeps it. */
  kept(record: R): R;
}

/** How the records of a table are copied; see {@link TableBuilder.copied}. */
type Copying<R> = (record: R) => R;

/** A record that is still being made. */
export type Writable<R> = { -readonly [Member in keyof R]: R[Member] };

/** A table being declared; itself a declaration at every point. */
export class TableBuilder<R extends object, Order extends string> implements TableSpec<R, Order> {
  readonly groupings: readonly Grouping<R>[];
  readonly #key: (record: R) => string;
  readonly #aliases: (record: R) => readonly (string | undefined)[];
  readonly #copy: Copying<R> | undefined;

  constructor(
    key: (record: R) => string,
    groupings: readonly Grouping<R>[],
    aliases: (record: R) => readonly (string | undefined)[],
    copy: Copying<R> | undefined,
  ) {
    this.#key = key;
    this.groupings = groupings;
    this.#aliases = aliases;
    this.#copy = copy;
  }

  key(record: R): string {
    return this.#key(record);
  }

  aliases(record: R): readonly (string | undefined)[] {
    return this.#aliases(record);
  }

  copy(record: R): R {
    return this.#copy ? this.#copy(record) : { ...record };
  }

  kept(record: R): R {
    return this.#copy ? this.#copy(record) : record;
  }

  indexOf(order: Order): number {
    return this.groupings.findIndex(grouping => grouping.name === order);
  }

  /** Keeps the records of a group together, so that a list by that group costs what it returns. */
  by<Name extends string>(
    name: Name,
    groupOf: (record: R) => string | undefined,
  ): TableBuilder<R, Order | Name> {
    const groupings = [...this.groupings, { name, groupOf }];
    return new TableBuilder<R, Order | Name>(this.#key, groupings, this.#aliases, this.#copy);
  }

  /** Further names by which users may call a record. */
  alias(aliases: (record: R) => readonly (string | undefined)[]): TableBuilder<R, Order> {
    return new TableBuilder<R, Order>(this.#key, this.groupings, aliases, this.#copy);
  }

  /**
   * Copies records by a function that names every member, and adds the rare ones only where they are there. For tables
   * whose records have dozens of members and come and go by the hundred thousand: there a spread takes twenty times as
   * long, and leaves objects twice as large.
   */
  copied(copy: Copying<R>): TableBuilder<R, Order> {
    return new TableBuilder<R, Order>(this.#key, this.groupings, this.#aliases, copy);
  }
}

/** Declares a table: `table<Vault>(v => v.BackupVaultName).by("type", v => v.VaultType)`. */
export const table = <R extends object>(key: (record: R) => string): TableBuilder<R, never> =>
  new TableBuilder<R, never>(key, [], () => [], undefined);
