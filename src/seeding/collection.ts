import { AwsError, MockError, type Place } from "../core/basics";
import type { Account, AnyService, Shape, Stored, Transaction } from "../core/world";
import { serviceModel } from "../model";
import { instant } from "./dates";
import type { Made } from "./made";
import { isObject, type Members } from "./members";
import type { PlainMembers } from "./plain";
import { formsOf, itemReader, plainReader, type Read } from "./reading";

/** How the items of one list of a fixture become records. */
export interface Collection<S extends Shape, Sdk = unknown, Created extends object = object> {
  /** The operations whose inputs say which members an item may have, all of which `make` takes. */
  readonly inputsOf: readonly string[];
  /** How a thing is shown, which says what else an item may have and must not contradict. */
  readonly shown?: Showing<Created>;
  /** Makes the record of an item that its members' constraints let through. Throws what is wrong with it. */
  readonly make: (item: never, account: Account<S>, context: SeedContext, shown: Members) => Created;
  /** The members that name a thing, by which other things of the fixture refer to it. */
  readonly names?: readonly string[];
  /** The member with the date of an item, if lists show the newest items first. */
  readonly orderedBy?: string;
  /** Members that describing shows and the mock does not keep. */
  readonly unkept?: readonly string[];
  /** An item in the words of creating, where describing has others. */
  readonly reword?: (item: Members) => Members;
  /** Whether the thing that an item describes comes with another one, and is created by nobody. */
  readonly isThere?: (shown: Members, account: Account<S>) => boolean;
  /** For things that are none of the SDK's, such as a subnet: their members, and what these are. */
  readonly members?: PlainMembers;
  /** Not there: only tells, by type, what an item looks like in the SDK's words. */
  readonly item?: Sdk;
}

/** How things of a kind are shown. */
export interface Showing<Created extends object> {
  /** The output that is such a thing, or the member of it that is one or a list of them: `DescribeFileSystems.FileSystems`. */
  readonly by: string;
  /** The input by which just this thing is shown. A method, so that a thing of any kind can be handed over. */
  ask(created: Created): object;
}

/** Where things are made: a transaction that is all of the fixture, or nothing. */
export interface SeedContext {
  readonly transaction: Transaction;
  readonly service: AnyService;
  readonly place: Place;
  /** What was made so far, to be held against what the fixture says of it. */
  readonly made: Made[];
  /** What this fixture has said so far of things that need not be new, each by its name: it can say it once. */
  readonly set: Set<string>;
  /** The names of things that are not there because something is wrong with them. */
  readonly faulty: Set<unknown>;
}

/** An item once read: in the state's form, any member may be missing. */
export type Item<Sdk> = Partial<Stored<Sdk>>;

/** What creating and describing have between them; where their words for a member differ, either will do. */
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
      readonly inputsOf?: readonly string[];
      readonly shown: Showing<Created>;
      readonly names: readonly string[];
      readonly isThere?: (shown: Members) => boolean;
      readonly orderedBy?: string;
    },
    make: (item: Item<Sdk>, account: Account<S>, shown: Members) => Created,
  ): Collection<S, Sdk, Created> => ({
    inputsOf: [],
    ...from,
    make: (item: Item<Sdk>, account: Account<S>, _: SeedContext, shown: Members) =>
      make(item, account, shown),
  });

/** A member that an item cannot do without. */
export function needed<T>(value: T | undefined, name: string): T {
  if (value !== undefined) return value;
  throw invalidItem(`lacks ${name}`);
}

/** An item that cannot be made, and why. */
export const invalidItem = (why: string): MockError => new MockError("InvalidFixture", why);

/** What is wrong with a fixture, each with the path to it. */
export type Problems = { readonly path: string; readonly message: string }[];

/** Makes the records of a list. What is wrong is added to the problems. */
export function seedList<S extends Shape>(
  context: SeedContext,
  collection: Collection<S>,
  items: unknown,
  path: string,
  problems: Problems,
): readonly object[] {
  if (!Array.isArray(items)) {
    problems.push({ path, message: "must be a list" });
    return [];
  }
  const one = makerOf(context, collection);
  const records: (object | undefined)[] = [];
  const faults: Problems[number][][] = [];
  for (const index of orderOf(context, collection, items)) {
    const at = `${path}[${index}]`;
    const made = one(items[index], at);
    if ("record" in made) records[index] = made.record;
    else faults[index] = made.faults.map(message => ({ path: at, message }));
  }
  problems.push(...faults.flat());
  return records.filter(record => record !== undefined);
}

/** The order in which items are made: as listed or, where lists show the newest first, from the oldest to the newest. */
function orderOf<S extends Shape>(
  { transaction, service, place }: SeedContext,
  { orderedBy }: Collection<S>,
  items: readonly unknown[],
): readonly number[] {
  const indexes = items.map((_, index) => index);
  if (orderedBy === undefined) return indexes;
  const { now } = transaction.account<S>(service, place);
  const instants = items.map(item => (isObject(item) ? instant(item[orderedBy], now) : undefined) ?? now);
  return indexes.sort((one, other) => (instants[one] ?? now) - (instants[other] ?? now));
}

type MadeOf = { readonly record: object } | { readonly faults: readonly string[] };

/** Makes the things of a collection one by one, and keeps book of them. */
function makerOf<S extends Shape>(
  context: SeedContext,
  collection: Collection<S>,
): (item: unknown, path: string) => MadeOf {
  const { transaction, service, place, faulty } = context;
  const { shown, names = [], unkept = [] } = collection;
  const account = transaction.account<S>(service, place);
  const forms = formsOf(serviceModel(service.name), collection.inputsOf, shown?.by);
  const read = readerOf(context, collection);
  return (item, path) => {
    const reading = read(item, account.now);
    const isThere = collection.isThere?.(reading.shown, account) ?? false;
    const faults = [...reading.faults, ...(isThere ? [] : reading.refused)];
    try {
      if (faults.length === 0) {
        // The item has just been read by the members that its collection names.
        const record = collection.make(reading.value as never, account, context, reading.shown);
        if (shown) {
          const { by: shownBy } = shown;
          const input = shown.ask(record);
          context.made.push({ path, given: reading.shown, record, shownBy, input, forms, unkept });
        }
        return { record };
      }
    } catch (thrown) {
      if (!(thrown instanceof AwsError || thrown instanceof MockError)) throw thrown;
      // What depends on something faulty can be told from what is faulty itself when that is mended.
      if (!dependsOn(faulty, item)) faults.push(messageOf(thrown));
    }
    if (isObject(item)) for (const name of names) faulty.add(item[name]);
    faulty.delete(undefined);
    return { faults };
  };
}

/** Whether an item names any of these, or an ARN that ends in one. */
function dependsOn(faulty: ReadonlySet<unknown>, value: unknown): boolean {
  if (faulty.size === 0) return false;
  if (typeof value === "string") return faulty.has(value) || faulty.has(value.split(/[/:]/).at(-1));
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some(member => dependsOn(faulty, member));
}

/** AWS's own words; where these are no more than an id, as with FSx, the error's name says what there is not. */
const messageOf = ({ name, message }: Error): string =>
  name.endsWith("NotFound") && /^\S+$/.test(message) ? `${name}: ${message} does not exist` : message;

function readerOf<S extends Shape>({ service }: SeedContext, collection: Collection<S>): Read {
  const { members, inputsOf, shown, reword = item => item } = collection;
  if (members) return plainReader(members);
  const model = serviceModel(service.name);
  const [name = ""] = [...inputsOf, shown?.by].join(".").split(".");
  const operation = model.operation(name);
  if (!operation) throw new Error(`There is no operation ${name} to read items by.`);
  return itemReader(operation, formsOf(model, inputsOf, shown?.by), reword);
}
