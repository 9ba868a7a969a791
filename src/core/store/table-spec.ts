/** Assigns records to groups. A group keeps its records in order of creation. */
export interface Grouping<R extends object> {
  readonly name: string;
  groupOf(record: R): string | undefined;
}

/**
 * Declares a table: the key of its records, and the groups they are looked up by. Methods rather than functions, so
 * that a table of vaults is assignable to a table of objects.
 */
export interface TableSpec<R extends object, Order extends string = string> {
  key(record: R): string;
  readonly groupings: readonly Grouping<R>[];
  /** The index of a grouping. */
  indexOf(order: Order): number;
  /** Further names of a record, such as its ARN, by which `hold` finds it. */
  aliases(record: R): readonly (string | undefined)[];
  /** A writable copy of a record. */
  copy(record: R): R;
  /** A record in the form that the table stores. */
  kept(record: R): R;
}

/** Copies a record; see {@link TableBuilder.copied}. */
type Copying<R> = (record: R) => R;

/** A record under construction. */
export type Writable<R> = { -readonly [Member in keyof R]: R[Member] };

/** Builds the declaration of a table; valid as a declaration at every step. */
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

  /** Adds a grouping: listing a group costs what it returns. */
  by<Name extends string>(
    name: Name,
    groupOf: (record: R) => string | undefined,
  ): TableBuilder<R, Order | Name> {
    const groupings = [...this.groupings, { name, groupOf }];
    return new TableBuilder<R, Order | Name>(this.#key, groupings, this.#aliases, this.#copy);
  }

  /** Adds further names of a record. */
  alias(aliases: (record: R) => readonly (string | undefined)[]): TableBuilder<R, Order> {
    return new TableBuilder<R, Order>(this.#key, this.groupings, aliases, this.#copy);
  }

  /**
   * Copies records with a function that names every member, and sets rare ones only if present. For tables with
   * hundreds of thousands of records of dozens of members: a spread takes 20 times as long there, and its objects are
   * twice as large.
   */
  copied(copy: Copying<R>): TableBuilder<R, Order> {
    return new TableBuilder<R, Order>(this.#key, this.groupings, this.#aliases, copy);
  }
}

/** Declares a table: `table<Vault>(v => v.BackupVaultName).by("type", v => v.VaultType)`. */
export const table = <R extends object>(key: (record: R) => string): TableBuilder<R, never> =>
  new TableBuilder<R, never>(key, [], () => [], undefined);
