import type { PlainMembers } from "../core/basics";
import { MockError, type Place } from "../core/basics";
import type { Account, AnyService, Shape, Stored, Transaction } from "../core/world";
import type { FixtureItem } from "./fixture-items";
import type { Members } from "./members";
import type { SeededItem } from "./seeded-item";

/** How the items of one list of a fixture become records. */
export interface Collection<S extends Shape, Sdk = unknown, Created extends object = object> {
  /** The operations whose input members an item may have. */
  readonly createdBy: readonly string[];
  /** How a record is described. An item may also have the described members, and must not contradict them. */
  readonly described?: Description<Created>;
  /** Makes the record of an item that satisfies the constraints of its members. Throws what else is wrong with it. */
  readonly make: (item: never, account: Account<S>, context: SeedContext, described: Members) => Created;
  /** The members that identify a resource, by which other items refer to it. */
  readonly ids?: readonly string[];
  /** The member with the date of an item, if lists show the newest records first. */
  readonly orderedBy?: string;
  /** Described members that the mock does not store. */
  readonly notStored?: readonly string[];
  /** Members of AWS's answers that items may have and that are not read, because they follow from the others. */
  readonly unread?: readonly string[];
  /** Rewords an item that is an answer of AWS in other members than the description's. */
  readAnswer?(item: Members): Members;
  /** Rewords a described item in the members of the creating operation. */
  readonly reword?: (item: Members) => Members;
  /** Completes an item that is written in a shorter form. */
  complete?(item: Members, account: Account<S>): Members;
  /** The lists that an item may hold, such as the selections of a plan, by their member. */
  readonly children?: Readonly<Record<string, Children>>;
  /** Whether the resource of an item comes with another one, so that no operation creates it. */
  readonly comesWithAnother?: (described: Members, account: Account<S>) => boolean;
  /** The members of a resource that the SDK does not have, such as a subnet. */
  readonly members?: PlainMembers;
  /** Never set. Carries the SDK type of an item. */
  readonly item?: Sdk;
}

/** Items that stand inside the item of their parent. */
export interface Children {
  /** The list that they belong to. */
  readonly list: string;
  /** The member that names the parent, in the records of both. */
  readonly parent: string;
}

export interface Description<Created extends object> {
  /** The operation, and the member of its output that holds the resource or a list: `DescribeFileSystems.FileSystems`. */
  readonly by: string;
  /** The input that describes this record only. A method, so that it accepts records of any type. */
  inputFor(created: Created): object;
}

/** Where the items of a service are seeded. */
export interface SeedContext {
  readonly transaction: Transaction;
  readonly service: AnyService;
  readonly place: Place;
  /** What has been seeded so far, to be compared with its description at the end. */
  readonly seeded: SeededItem[];
  /** Names that this fixture has used for records that it may overwrite, but only once. */
  readonly usedNames: Set<string>;
  /** The ids of items that could not be seeded. */
  readonly failedIds: Set<unknown>;
  /** The items that stood inside others, by the list that they belong to. */
  readonly children: Map<string, FixtureItem[]>;
}

/** An item in the form of the state. Any member may be missing. */
export type Item<Sdk> = Partial<Stored<Sdk>>;

/** The members of a creating operation's input and of a description; where their types differ, either is accepted. */
export type Either<Create, Shown> = {
  readonly [Name in keyof Create | keyof Shown]?:
    | (Name extends keyof Create ? Create[Name] : never)
    | (Name extends keyof Shown ? Shown[Name] : never);
};

/** Declares the collections of a service. */
export const collectionsOf =
  <S extends Shape>() =>
  <Sdk, Created extends object>(
    from: {
      readonly createdBy?: readonly string[];
      readonly described: Description<Created>;
      readonly ids: readonly string[];
      readonly comesWithAnother?: (described: Members) => boolean;
      readonly orderedBy?: string;
      readonly children?: Readonly<Record<string, Children>>;
      readonly unread?: readonly string[];
      readAnswer?(item: Members): Members;
      complete?(item: Members, account: Account<S>): Members;
    },
    make: (item: Item<Sdk>, account: Account<S>, described: Members) => Created,
  ): Collection<S, Sdk, Created> => ({
    createdBy: [],
    ...from,
    make: (item: Item<Sdk>, account: Account<S>, _: SeedContext, described: Members) =>
      make(item, account, described),
  });

/** A member that an item must have. */
export function required<T>(value: T | undefined, name: string): T {
  if (value !== undefined) return value;
  throw invalidItem(`${name} is required`);
}

/** An item that cannot be seeded, and why. */
export const invalidItem = (why: string): MockError => new MockError("InvalidFixture", why);

export const alreadyExists = (what: string): MockError => invalidItem(`${what} already exists`);

/** Refuses a second entry in the same fixture. A later fixture may add to it, to disable a key for example. */
export function useOnce(usedNames: Set<string>, what: string, key = what): void {
  if (usedNames.has(key)) throw alreadyExists(what);
  usedNames.add(key);
}

/** The problem of a member that cannot have the value in the fixture; both values are written out. */
export const contradicts = (path: string, given: string, actual: string | undefined): string =>
  actual === undefined
    ? `${path} is ${given}, but would be absent; leave it out`
    : `${path} is ${given}, but would be ${actual}; correct it or leave it out`;
