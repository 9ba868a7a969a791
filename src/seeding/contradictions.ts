import { AwsError, quoted } from "../core/basics";
import { runOperation } from "../core/world";
import type { Member, Shape } from "../model";
import type { SeedContext } from "./collection";
import type { Made } from "./made";
import { isObject, memberPath } from "./members";

/**
 * What an item says of a thing that is not so: its describing operation shows something else. Asked for when everything
 * of the fixture is there, since some members count other things. What creating the thing takes has been taken, with
 * all the rules of that, and need not be shown as it was given.
 */
export function contradictionsOf(made: Made, context: SeedContext): readonly string[] {
  const { given, forms, unkept } = made;
  const told = forms.shown.members.filter(
    ({ name, target }) =>
      given[name] !== undefined &&
      !unkept.includes(name) &&
      // Single values that creating takes are not compared, so the thing need not be described for them.
      (!forms.taken.member(name) || ["structure", "list"].includes(target.type)),
  );
  if (told.length === 0) return [];
  const shown = described(made, context);
  return told.flatMap(member => differences(member, forms.taken, given, shown, ""));
}

function described({ shownBy, input, record }: Made, { transaction, service, place }: SeedContext): object {
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
  taken: Shape | undefined,
  given: object,
  shown: object,
  path: string,
): readonly string[] {
  const own = taken?.type === "structure" ? taken.member(name)?.target : undefined;
  return compare(target, own, Reflect.get(given, name), Reflect.get(shown, name), memberPath(path, name));
}

/** Only what is given is compared: of a structure, its members; nothing is given by an empty list. */
function compare(
  shape: Shape,
  taken: Shape | undefined,
  given: unknown,
  shown: unknown,
  path: string,
): readonly string[] {
  if (given === undefined || given === shown) return [];
  if (Array.isArray(given)) {
    const others: readonly unknown[] = Array.isArray(shown) ? shown : [];
    if (shape.type !== "list" || given.length !== others.length)
      return taken ? [] : [difference(shape, given, shown, path)];
    const own = taken?.type === "list" ? taken.item : taken;
    return given.flatMap((item, index) => compare(shape.item, own, item, others[index], `${path}[${index}]`));
  }
  if (shape.type === "structure" && isObject(given) && (!taken || taken.type === "structure")) {
    const there = isObject(shown) ? shown : {};
    return shape.members.flatMap(member => differences(member, taken, given, there, path));
  }
  if (taken) return [];
  if (shape.type !== "map" || !isObject(given)) return [difference(shape, given, shown, path)];
  const there = isObject(shown) ? shown : {};
  return Object.entries(given).flatMap(([key, value]) =>
    compare(shape.value, undefined, value, there[key], `${path}.${key}`),
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
