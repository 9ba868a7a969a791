import { type OperationModel, readInput, type ServiceModel, type StructureShape } from "../model";
import { asCreated, wrapped } from "./as-created";
import { asShown } from "./as-shown";
import { withDates } from "./dates";
import { isObject, type Members, structureOf } from "./members";
import { type PlainMembers, plainFault } from "./plain";
import { membersShown } from "./shown-members";
import { strangers } from "./strangers";

/** An item of a list as it was read. */
export interface Reading {
  /** All that it says: in the words of creating what creating takes, in those of describing the rest. */
  readonly value: Members;
  /** What it says in the words of describing. */
  readonly shown: Members;
  /** What is wrong with it in any case, and what only creating it does not take. */
  readonly faults: readonly string[];
  readonly refused: readonly string[];
}

export type Read = (item: unknown, now: number) => Reading;

/** The shapes of a kind of things: of what creating them takes, and of what describing them shows. */
export interface Forms {
  readonly taken: StructureShape;
  readonly shown: StructureShape;
}

const never = (fault: string): Reading => ({ value: {}, shown: {}, faults: [fault], refused: [] });

export const plainReader =
  (members: PlainMembers): Read =>
  item => {
    if (typeof item !== "object" || item === null) return never("must be an object");
    const fault = plainFault(members, item);
    return { value: { ...item }, shown: {}, faults: fault === undefined ? [] : [fault], refused: [] };
  };

export function formsOf(
  model: ServiceModel,
  inputsOf: readonly string[],
  shownBy: string | undefined,
): Forms {
  const taken = inputsOf.flatMap(name => model.operation(name)?.input.members ?? []);
  const shown = shownBy === undefined ? [] : membersShown(model, shownBy);
  return { taken: structureOf("Taken", taken), shown: structureOf("Shown", shown) };
}

/** Reads items that any of the operations takes, and that describing shows. */
export function itemReader(
  operation: OperationModel,
  forms: Forms,
  reword: (item: Members) => Members,
): Read {
  const { taken, shown } = forms;
  const single = shown.members.filter(
    ({ name, target }) => !taken.member(name) && !["structure", "list", "map"].includes(target.type),
  );
  const members = [...single, ...taken.members].filter(({ name }) => name !== "NextToken");
  const input = structureOf(
    "SeedItem",
    members.map(member => ({ ...member, required: false })),
  );
  const stranger = [taken, shown].map(shape =>
    structureOf(
      shape.name,
      shape.members.filter(({ name }) => name !== "NextToken"),
    ),
  );
  return (item, now) => {
    if (!isObject(item)) return never("must be an object");
    const faults = [...strangers(stranger, item)];
    const described = asShown(shown, structureOf("Read", [...members]), item, { now, faults });
    const dates: string[] = [];
    const created = withDates(input, asCreated(input, shown, wrapped(taken, reword(item))), {
      now,
      faults: dates,
    });
    const { value, violations } = readInput({ ...operation, input }, created);
    const read = isObject(described) ? described : {};
    const only = Object.entries(read).filter(([name]) => !taken.member(name));
    return {
      value: { ...Object.fromEntries(only), ...value },
      shown: read,
      faults: [...faults, ...dates],
      refused: violations.map(({ message }) => message),
    };
  };
}
