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
import { withDates } from "./dates";
import { type PlainMembers, plainFault } from "./plain";

/** How the items of one list of a fixture become records. */
export interface Collection<S extends Shape, Sdk = unknown, Made extends object = object> {
  /**
   * The operations whose inputs and outputs say which members an item may have. Where an output is a list of such
   * things, the list is named too: `DescribeFileSystems.FileSystems`.
   */
  readonly inputsOf: readonly string[];
  readonly outputsOf: readonly string[];
  /** Makes the record of an item that its members' constraints let through. Throws what is wrong with it. */
  readonly make: (item: never, account: Account<S>, workshop: Workshop) => Made;
  /** For things that are none of the SDK's, such as a subnet: their members, and what these are. */
  readonly members?: PlainMembers;
  /** Not there: only tells, by type, what an item looks like in the SDK's words. */
  readonly item?: Sdk;
}

/** Where things are made: a transaction that is all of the fixture, or nothing. */
export interface Workshop {
  readonly transaction: Transaction;
  readonly service: AnyService;
  readonly place: Place;
}

/** An item once read: in the state's form, any member may be missing. */
export type Item<Sdk> = Partial<Stored<Sdk>>;

/** Declares the collections of a service. */
export const collectionsOf =
  <S extends Shape>() =>
  <Sdk, Made extends object>(
    from: { readonly inputsOf?: readonly string[]; readonly outputsOf?: readonly string[] },
    make: (item: Item<Sdk>, account: Account<S>) => Made,
  ): Collection<S, Sdk, Made> => ({ inputsOf: from.inputsOf ?? [], outputsOf: from.outputsOf ?? [], make });

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
  { inputsOf, outputsOf, make, members }: Collection<S>,
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
  const read = members ? plainReader(members) : shapeReader(serviceModel(service.name), inputsOf, outputsOf);
  return items.flatMap((item: unknown, index) => {
    const at = `${path}[${index}]`;
    const { value, faults } = read(item, account.now);
    for (const message of faults) problems.push({ path: at, message });
    if (faults.length > 0) return [];
    try {
      // The item has just been read by the members that its collection names.
      return [make(value as never, account, workshop)];
    } catch (thrown) {
      if (!(thrown instanceof AwsError || thrown instanceof MockError)) throw thrown;
      problems.push({ path: at, message: thrown.message });
      return [];
    }
  });
}

type Read = (item: unknown, now: number) => { readonly value: object; readonly faults: readonly string[] };

const shapeReader = (
  model: ServiceModel,
  inputsOf: readonly string[],
  outputsOf: readonly string[],
): Read => {
  const reader = itemReader(model, inputsOf, outputsOf);
  return (item, now) => readItem(reader, item, now);
};

const plainReader =
  (members: PlainMembers): Read =>
  item => {
    if (typeof item !== "object" || item === null) return { value: {}, faults: ["must be an object"] };
    const fault = plainFault(members, item);
    return { value: { ...item }, faults: fault === undefined ? [] : [fault] };
  };

/** A stand-in for an operation whose input are all members of the named inputs and outputs, none required. */
function itemReader(
  model: ServiceModel,
  inputsOf: readonly string[],
  outputsOf: readonly string[],
): OperationModel {
  const inputs = inputsOf.flatMap(name => model.operation(name)?.input.members ?? []);
  const outputs = outputsOf.flatMap(path => membersShown(model, path));
  const members = new Map<string, Member>();
  for (const member of [...outputs, ...inputs]) {
    if (member.name !== "NextToken") members.set(member.name, { ...member, required: false });
  }
  const [name = ""] = [...inputsOf, ...outputsOf].join(".").split(".");
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

/** The members of an operation's output, or of the items of a list in it. */
export function membersShown(model: ServiceModel, path: string): readonly Member[] {
  const [operation = "", list] = path.split(".");
  const output = model.operation(operation)?.output;
  const shown = list === undefined ? output : output?.member(list)?.target;
  const item = shown?.type === "list" ? shown.item : shown;
  if (item?.type !== "structure") throw new Error(`There is no structure ${path} to read items by.`);
  return item.members;
}

function readItem(
  reader: OperationModel,
  item: unknown,
  now: number,
): { readonly value: object; readonly faults: readonly string[] } {
  if (typeof item !== "object" || item === null || Array.isArray(item)) {
    return { value: {}, faults: ["must be an object"] };
  }
  const unknown = Object.keys(item).filter(name => !reader.input.member(name));
  const { value, violations } = readInput(reader, withDates(reader.input, item, now));
  const known = reader.input.members.map(({ name }) => name).sort();
  return {
    value,
    faults: [
      ...unknown.map(name => `has no member ${name}; there are ${known.join(", ")}`),
      ...violations.map(violation => violation.message),
    ],
  };
}
