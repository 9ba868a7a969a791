import { AwsError } from "../core/errors";
import { quoted } from "../core/quote";
import { runOperation } from "../core/run-operation";
import { type Member, type Shape, serviceModel } from "../model";
import type { Workshop } from "./collection";
import { membersShown } from "./shown-members";

/** A thing that was made of an item, to be held against what the item says. */
export interface Made {
  /** Where the item stands in the fixture. */
  readonly path: string;
  readonly item: Readonly<Record<string, unknown>>;
  readonly record: object;
  /** The output, or the list or structure in it, that shows such a thing: `DescribeFileSystems.FileSystems`. */
  readonly shownBy: string;
  /** What the operation is asked to show just this thing. */
  readonly input: object;
  /** What creating the thing takes has been taken, with all the rules of that, and need not be shown as it was given. */
  readonly taken: ReadonlySet<string>;
}

/**
 * What an item says of a thing that is not so: its describing operation shows something else. Asked for when everything
 * of the fixture is there, since some members count other things.
 */
export function notSo(made: Made, workshop: Workshop): readonly string[] {
  const { item, shownBy, taken } = made;
  const model = serviceModel(workshop.service.name);
  const told = membersShown(model, shownBy).filter(
    ({ name }) => item[name] !== undefined && !taken.has(name),
  );
  if (told.length === 0) return [];
  const shown = described(made, workshop);
  return told.flatMap(member => differences(member, item, shown, ""));
}

function described({ shownBy, input, record }: Made, { transaction, service, place }: Workshop): object {
  const [operation = "", member] = shownBy.split(".");
  const handler = service.operations[operation];
  if (handler?.kind !== "read") throw new Error(`${operation} shows nothing.`);
  try {
    const output = runOperation(handler, input, transaction.account(service, place));
    const shown: unknown = member === undefined ? output : Reflect.get(output, member);
    return Object(Array.isArray(shown) ? shown[0] : shown);
  } catch (refusal) {
    // A vault's access policy may deny the description to the account; what there is, is there.
    if (refusal instanceof AwsError) return record;
    throw refusal;
  }
}

function differences(
  { name, target }: Member,
  given: object,
  shown: object,
  path: string,
): readonly string[] {
  const at = path === "" ? name : `${path}.${name}`;
  return compare(target, Reflect.get(given, name), Reflect.get(shown, name), at);
}

/** Only what is given is compared: of a structure, its members; nothing is given by an empty list. */
function compare(shape: Shape, given: unknown, shown: unknown, path: string): readonly string[] {
  if (given === undefined || given === shown) return [];
  if (Array.isArray(given)) {
    const others: readonly unknown[] = Array.isArray(shown) ? shown : [];
    if (shape.type !== "list" || given.length !== others.length)
      return [difference(shape, given, shown, path)];
    return given.flatMap((item, index) => compare(shape.item, item, others[index], `${path}[${index}]`));
  }
  if (typeof given !== "object" || given === null) return [difference(shape, given, shown, path)];
  const there = typeof shown === "object" && shown !== null ? shown : {};
  if (shape.type === "structure") {
    return shape.members.flatMap(member => differences(member, given, there, path));
  }
  if (shape.type !== "map") return [difference(shape, given, shown, path)];
  return Object.entries(given).flatMap(([key, value]) =>
    compare(shape.value, value, Reflect.get(there, key), `${path}.${key}`),
  );
}

/** That a member cannot be what a fixture says, in the words of the fixture. */
export const difference = (shape: Shape, given: unknown, here: unknown, path: string): string =>
  here === undefined
    ? `has ${path} ${written(shape, given)}, which would be absent here; leave it out`
    : `has ${path} ${written(shape, given)}, which would be ${written(shape, here)} here; give that, or leave it out`;

/** Dates as a fixture would give them; the state has milliseconds. */
const written = (shape: Shape, value: unknown): string =>
  shape.type === "timestamp" && typeof value === "number" ? new Date(value).toISOString() : quoted(value);
