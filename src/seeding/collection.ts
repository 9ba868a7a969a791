import type { Account } from "../core/account";
import { AwsError, MockError } from "../core/errors";
import type { Place } from "../core/place";
import type { AnyService } from "../core/service";
import type { Shape } from "../core/shape";
import type { Stored } from "../core/stored";
import type { Transaction } from "../core/transaction";
import {
  type Member,
  type OperationModel,
  readInput,
  type ServiceModel,
  type StructureShape,
  serviceModel,
} from "../model";
import type { Made } from "./contradictions";
import { withDates } from "./dates";
import { type PlainMembers, plainFault } from "./plain";
import { membersShown } from "./shown-members";
import { strangers } from "./strangers";

/** How the items of one list of a fixture become records. */
export interface Collection<S extends Shape, Sdk = unknown, Thing extends object = object> {
  /** The operations whose inputs say which members an item may have, all of which `make` takes. */
  readonly inputsOf: readonly string[];
  /** How a thing is shown, which says what else an item may have and must not contradict. */
  readonly shown?: Showing<Thing>;
  /** Makes the record of an item that its members' constraints let through. Throws what is wrong with it. */
  readonly make: (item: never, account: Account<S>, workshop: Workshop) => Thing;
  /** For things that are none of the SDK's, such as a subnet: their members, and what these are. */
  readonly members?: PlainMembers;
  /** Not there: only tells, by type, what an item looks like in the SDK's words. */
  readonly item?: Sdk;
}

/** How things of a kind are shown. */
export interface Showing<Thing extends object> {
  /** The output that is such a thing, or the member of it that is one or a list of them: `DescribeFileSystems.FileSystems`. */
  readonly by: string;
  /** The input by which just this thing is shown. A method, so that a thing of any kind can be handed over. */
  ask(thing: Thing): object;
}

/** Where things are made: a transaction that is all of the fixture, or nothing. */
export interface Workshop {
  readonly transaction: Transaction;
  readonly service: AnyService;
  readonly place: Place;
  /** What was made so far, to be held against what the fixture says of it. */
  readonly made: Made[];
}

/** An item once read: in the state's form, any member may be missing. */
export type Item<Sdk> = Partial<Stored<Sdk>>;

/** Declares the collections of a service. */
export const collectionsOf =
  <S extends Shape>() =>
  <Sdk, Thing extends object>(
    from: { readonly inputsOf?: readonly string[]; readonly shown: Showing<Thing> },
    make: (item: Item<Sdk>, account: Account<S>) => Thing,
  ): Collection<S, Sdk, Thing> => ({ inputsOf: from.inputsOf ?? [], shown: from.shown, make });

/** A member that an item cannot do without. */
export function needed<T>(value: T | undefined, name: string): T {
  if (value !== undefined) return value;
  throw unfit(`lacks ${name}`);
}

/** An item that cannot be made, and why. */
export const unfit = (why: string): MockError => new MockError("InvalidFixture", why);

/** What is wrong with a fixture, each with the path to it. */
export type Problems = { readonly path: string; readonly message: string }[];

/** Makes the records of a list. What is wrong is added to the problems. */
export function seedList<S extends Shape>(
  workshop: Workshop,
  { inputsOf, shown, make, members }: Collection<S>,
  items: unknown,
  path: string,
  problems: Problems,
): readonly object[] {
  if (!Array.isArray(items)) {
    problems.push({ path, message: "must be a list" });
    return [];
  }
  const { transaction, service, place } = workshop;
  const account = transaction.account<S>(service, place);
  const model = serviceModel(service.name);
  const read = members ? plainReader(members) : shapeReader(model, inputsOf, shown?.by);
  const taken = new Set(inputsOf.flatMap(name => inputMembers(model, name)).map(({ name }) => name));
  return items.flatMap((item: unknown, index) => {
    const at = `${path}[${index}]`;
    const { value, faults } = read(item, account.now);
    for (const message of faults) problems.push({ path: at, message });
    if (faults.length > 0) return [];
    try {
      // The item has just been read by the members that its collection names.
      const record = make(value as never, account, workshop);
      if (shown) {
        const item: Made["item"] = { ...value };
        workshop.made.push({ path: at, item, record, shownBy: shown.by, input: shown.ask(record), taken });
      }
      return [record];
    } catch (thrown) {
      if (!(thrown instanceof AwsError || thrown instanceof MockError)) throw thrown;
      problems.push({ path: at, message: thrown.message });
      return [];
    }
  });
}

type Read = (item: unknown, now: number) => { readonly value: object; readonly faults: readonly string[] };

const inputMembers = (model: ServiceModel, operation: string): readonly Member[] =>
  model.operation(operation)?.input.members ?? [];

const shapeReader = (model: ServiceModel, inputsOf: readonly string[], shownBy: string | undefined): Read => {
  const reader = itemReader(model, inputsOf, shownBy);
  return (item, now) => readItem(reader, item, now);
};

const plainReader =
  (members: PlainMembers): Read =>
  item => {
    if (typeof item !== "object" || item === null) return { value: {}, faults: ["must be an object"] };
    const fault = plainFault(members, item);
    return { value: { ...item }, faults: fault === undefined ? [] : [fault] };
  };

/** A stand-in for an operation whose input are all members of the named inputs and of what is shown, none required. */
function itemReader(
  model: ServiceModel,
  inputsOf: readonly string[],
  shownBy: string | undefined,
): OperationModel {
  const inputs = inputsOf.flatMap(name => inputMembers(model, name));
  const outputs = shownBy === undefined ? [] : membersShown(model, shownBy);
  const members = new Map<string, Member>();
  for (const member of [...outputs, ...inputs]) {
    if (member.name !== "NextToken") members.set(member.name, { ...member, required: false });
  }
  const [name = ""] = [...inputsOf, shownBy].join(".").split(".");
  const operation = model.operation(name);
  if (!operation) throw new Error(`There is no operation ${name} to read items by.`);
  const input: StructureShape = {
    type: "structure",
    name: "SeedItem",
    sensitive: false,
    members: [...members.values()],
    member: wanted => members.get(wanted),
  };
  return { ...operation, input };
}

function readItem(
  reader: OperationModel,
  item: unknown,
  now: number,
): { readonly value: object; readonly faults: readonly string[] } {
  if (typeof item !== "object" || item === null || Array.isArray(item)) {
    return { value: {}, faults: ["must be an object"] };
  }
  const { value, violations } = readInput(reader, withDates(reader.input, item, now));
  return {
    value,
    faults: [...strangers(reader.input, item), ...violations.map(violation => violation.message)],
  };
}
