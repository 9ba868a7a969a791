import { AwsError, quoted } from "../core/basics";
import { runOperation } from "../core/world";
import type { Member, Shape } from "../model";
import { contradicts, type SeedContext } from "./collection";
import { isObject, memberPath } from "./members";
import type { MemberMessage } from "./problems";
import type { SeededItem } from "./seeded-item";

/**
 * The members of an item whose description shows another value. To be called when the whole fixture is seeded, since
 * some members count other resources. Members of the creating operation's input are not compared: AWS's own rules
 * apply to them, and AWS may show them in another form.
 */
export function contradictionsOf(item: SeededItem, context: SeedContext): readonly MemberMessage[] {
  const { described, shapes, notStored } = item;
  const compared = shapes.description.members.filter(
    ({ name, target }) =>
      described[name] !== undefined &&
      !notStored.includes(name) &&
      // If scalars of the input are all there is, the description need not be fetched.
      (!shapes.input.member(name) || ["structure", "list"].includes(target.type)),
  );
  if (compared.length === 0) return [];
  const actual = describe(item, context);
  return compared.flatMap(member => memberDifferences(member, shapes.input, described, actual, ""));
}

function describe(
  { describedBy, input, record }: SeededItem,
  { transaction, service, place }: SeedContext,
): object {
  const [operation = "", member] = describedBy.split(".");
  const handler = service.operations[operation];
  if (handler?.kind !== "read") throw new Error(`${operation} is not a reading operation.`);
  try {
    const output = runOperation(handler, input, transaction.account(service, place));
    const described: unknown = member === undefined ? output : Reflect.get(output, member);
    return Object(Array.isArray(described) ? described[0] : described);
  } catch (refusal) {
    // A vault's access policy may deny the description to the account itself.
    if (refusal instanceof AwsError) return record;
    throw refusal;
  }
}

function memberDifferences(
  { name, target }: Member,
  input: Shape | undefined,
  described: object,
  actual: object,
  path: string,
): readonly MemberMessage[] {
  const own = input?.type === "structure" ? input.member(name)?.target : undefined;
  const [expected, found]: unknown[] = [Reflect.get(described, name), Reflect.get(actual, name)];
  return differences(target, own, expected, found, memberPath(path, name));
}

/** Compares only what the item says: the given members of a structure, and no empty list. */
function differences(
  shape: Shape,
  input: Shape | undefined,
  described: unknown,
  actual: unknown,
  path: string,
): readonly MemberMessage[] {
  if (described === undefined || described === actual) return [];
  if (Array.isArray(described)) {
    const items: readonly unknown[] = Array.isArray(actual) ? actual : [];
    if (shape.type !== "list" || described.length !== items.length)
      return input ? [] : [contradiction(shape, described, actual, path)];
    const own = input?.type === "list" ? input.item : input;
    return described.flatMap((item, index) =>
      differences(shape.item, own, item, items[index], `${path}[${index}]`),
    );
  }
  if (shape.type === "structure" && isObject(described) && (!input || input.type === "structure")) {
    const members = isObject(actual) ? actual : {};
    return shape.members.flatMap(member => memberDifferences(member, input, described, members, path));
  }
  if (input) return [];
  if (shape.type !== "map" || !isObject(described)) return [contradiction(shape, described, actual, path)];
  const entries = isObject(actual) ? actual : {};
  return Object.entries(described).flatMap(([key, value]) =>
    differences(shape.value, undefined, value, entries[key], `${path}.${key}`),
  );
}

const contradiction = (shape: Shape, described: unknown, actual: unknown, path: string): MemberMessage => ({
  member: path,
  isContradiction: true,
  message: contradicts(
    path,
    written(shape, described),
    actual === undefined ? undefined : written(shape, actual),
  ),
});

/** Dates in the form of fixtures; the state has epoch milliseconds. */
const written = (shape: Shape, value: unknown): string =>
  shape.type === "timestamp" && typeof value === "number" ? new Date(value).toISOString() : quoted(value);
