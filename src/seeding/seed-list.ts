import { AwsError, MockError } from "../core/basics";
import type { Shape } from "../core/world";
import { serviceModel } from "../model";
import { withoutAbsent } from "./absent";
import { membersOfAnswer } from "./answers";
import { addChildren, withoutChildren } from "./children";
import type { Collection, SeedContext } from "./collection";
import { instant } from "./dates";
import type { FixtureItem } from "./fixture-items";
import { type ItemReader, itemReader, itemShapes, plainReader } from "./item-reader";
import { isObject } from "./members";
import type { Message, Problems } from "./problems";

/** Makes the records of a list, and adds what is wrong to the problems. */
export function seedList<S extends Shape>(
  context: SeedContext,
  collection: Collection<S>,
  items: readonly FixtureItem[],
  problems: Problems,
): readonly object[] {
  const seedItem = itemSeeder(context, collection);
  const results: Result[] = [];
  for (const index of seedingOrder(context, collection, items)) {
    const given = items[index];
    if (!given) continue;
    const { path } = given;
    const { item, lists } = withoutChildren(collection, withoutAbsent(given.item));
    const result = seedItem(item, path);
    results[index] = result;
    addChildren(context, collection, { lists, path, ...("record" in result && result) }, problems);
  }
  return results.flatMap((result, index) => {
    if ("record" in result) return [result.record];
    for (const message of result.problems) problems.add(items[index]?.path ?? "", message);
    return [];
  });
}

/** The indexes of the items, in their order or, where lists show the newest records first, from oldest to newest. */
function seedingOrder<S extends Shape>(
  { transaction, service, place }: SeedContext,
  { orderedBy }: Collection<S>,
  items: readonly FixtureItem[],
): readonly number[] {
  if (orderedBy === undefined) return [...items.keys()];
  const { now } = transaction.account<S>(service, place);
  return items
    .map(({ item }, index) => ({
      index,
      date: (isObject(item) ? instant(item[orderedBy], now) : undefined) ?? now,
    }))
    .sort((one, other) => one.date - other.date)
    .map(({ index }) => index);
}

type Result = { readonly record: object } | { readonly problems: readonly Message[] };

function itemSeeder<S extends Shape>(
  context: SeedContext,
  collection: Collection<S>,
): (item: unknown, path: string) => Result {
  const { transaction, service, place, failedIds } = context;
  const { createdBy, described, ids = [], notStored = [] } = collection;
  const account = transaction.account<S>(service, place);
  const shapes = itemShapes(serviceModel(service.name), createdBy, described?.by);
  const read = readerOf(context, collection);
  return (answer, path) => {
    const problems: Message[] = [];
    let given = answer;
    try {
      given = membersOfAnswer(collection, answer);
      const item = isObject(given) && collection.complete ? collection.complete(given, account) : given;
      const reading = read(item, account.now);
      const isCreated = !collection.comesWithAnother?.(reading.described, account);
      problems.push(...reading.problems, ...(isCreated ? reading.violations : []));
      if (problems.length === 0) {
        // The reader has checked the members against those of the collection.
        const record = collection.make(reading.value as never, account, context, reading.described);
        if (described) {
          const input = described.inputFor(record);
          const { by: describedBy } = described;
          context.seeded.push({
            path,
            described: reading.described,
            record,
            describedBy,
            input,
            shapes,
            notStored,
          });
        }
        return { record };
      }
    } catch (thrown) {
      if (!(thrown instanceof AwsError || thrown instanceof MockError)) throw thrown;
      // The problem may only be that an item which this one refers to could not be seeded.
      if (!refersTo(failedIds, given)) problems.push(messageOf(thrown));
    }
    for (const name of ids) failedIds.add(memberAt(given, name));
    failedIds.delete(undefined);
    return { problems };
  };
}

/** Whether an item contains one of these ids, or an ARN that ends in one. */
function refersTo(ids: ReadonlySet<unknown>, value: unknown): boolean {
  if (ids.size === 0) return false;
  if (typeof value === "string") return ids.has(value) || ids.has(value.split(/[/:]/).at(-1));
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some(member => refersTo(ids, member));
}

/** The member at a path such as `BackupPlan.BackupPlanName`. */
const memberAt = (item: unknown, path: string): unknown =>
  path.split(".").reduce((value, name) => (isObject(value) ? value[name] : undefined), item);

/** AWS's message. Some NotFound messages of FSx are just an id and need the error's name. */
const messageOf = ({ name, message }: Error): string =>
  name.endsWith("NotFound") && /^\S+$/.test(message) ? `${name}: ${message} does not exist` : message;

function readerOf<S extends Shape>({ service }: SeedContext, collection: Collection<S>): ItemReader {
  const { members, createdBy, described, reword = item => item } = collection;
  if (members) return plainReader(members);
  const model = serviceModel(service.name);
  const [name = ""] = [...createdBy, described?.by].join(".").split(".");
  const operation = model.operation(name);
  if (!operation) throw new Error(`No operation ${name} to read items by.`);
  return itemReader(operation, itemShapes(model, createdBy, described?.by), reword);
}
