import type { Account, Shape } from "../core/world";
import type { Children } from "./collection";
import type { Members } from "./members";

/**
 * How resources are seeded by the operation that creates them, with all its rules and defaults. The steps that follow
 * are taken at once, until the resource is in the state of the item.
 */
export interface Replay<S extends Shape> {
  /** The creating operation. */
  readonly operation: string;
  readonly table: keyof S["tables"] & string;
  /** How the resource is described. A method's parameter, so that it accepts the records of any table. */
  readonly description: { readonly by: string; inputFor(record: object): object };
  /** Path of the id in the creating operation's output: `FileSystem.FileSystemId`. */
  readonly idPath: string;
  /** The member whose ARN ends in a UUID, for resources that are identified by name. */
  readonly arnWithUuid?: string;
  /** The member with the parent's name, if the table's key starts with it. */
  readonly parent?: string;
  /** Further operations whose input members an item may have, such as `PutBackupPolicy`. */
  readonly furtherOperations?: readonly string[];
  /** Described members that are computed from other records. */
  readonly computed?: readonly string[];
  /** Described members that the mock does not store. */
  readonly notStored?: readonly string[];
  /** Members of AWS's answers that items may have and that are not read, because they follow from the others. */
  readonly unread?: readonly string[];
  /** Rewords a described item in the members of the creating operation. */
  readonly reword?: (item: Members) => Members;
  /** Members, at any depth, that an item may set otherwise than the creating operation does. Dates, states and sizes always may be. */
  readonly settable?: readonly string[];
  /** The lists that an item may hold, by their member. */
  readonly children?: Readonly<Record<string, Children>>;
  /** The key of an item's resource if that came with another one, such as a root volume. */
  readonly keyIfPresent?: (described: Members, account: Account<S>) => string | undefined;
  /** Inserts the record of an item that is not to be run, such as an ended job, and returns its key. */
  readonly insertRecord?: (item: Members, account: Account<S>) => string | undefined;
  /** Called before the creating operation, to set an outcome for it. */
  readonly prepare?: (item: Readonly<Record<string, unknown>>, account: Account<S>) => void;
  /** Called after the steps, to adjust the record or those that came with it. */
  readonly adjust?: (key: string, described: Members, account: Account<S>) => void;
}

/** The member with the id of a resource. */
export const idMember = ({ idPath }: { readonly idPath: string }): string => idPath.split(".").at(-1) ?? "";
