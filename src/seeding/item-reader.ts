import type { PlainMembers } from "../core/basics";
import {
  describedShape,
  type OperationModel,
  readInput,
  type ServiceModel,
  type StructureShape,
} from "../model";
import { toCreateInput, withWrappers } from "./create-input";
import { withDates } from "./dates";
import { toDescription } from "./description";
import { isObject, type Members, structureOf } from "./members";
import { plainProblem } from "./plain-members";
import type { Message } from "./problems";
import { unknownMembers } from "./unknown-members";

/** What was read of an item. */
export interface ItemReading {
  /** All members: those of the creating operation as its input, the others as a description shows them. */
  readonly value: Members;
  /** The members that a description shows. */
  readonly described: Members;
  readonly problems: readonly Message[];
  /** Violations of the creating operation's model. They do not count if another item creates the resource. */
  readonly violations: readonly string[];
}

export type ItemReader = (item: unknown, now: number) => ItemReading;

/** The shapes by which the items of a list are read. */
export interface ItemShapes {
  /** The input of the creating operations. */
  readonly input: StructureShape;
  /** What a description shows. */
  readonly description: StructureShape;
}

const unreadable = (problem: string): ItemReading => ({
  value: {},
  described: {},
  problems: [problem],
  violations: [],
});

/** Reads the items of a list that no API describes. */
export const plainReader =
  (members: PlainMembers): ItemReader =>
  item => {
    if (typeof item !== "object" || item === null) return unreadable("must be an object");
    const problem = plainProblem(members, item);
    const problems = problem === undefined ? [] : [problem];
    return { value: { ...item }, described: {}, problems, violations: [] };
  };

export function itemShapes(
  model: ServiceModel,
  createdBy: readonly string[],
  describedBy: string | undefined,
): ItemShapes {
  const input = createdBy.flatMap(name => model.operation(name)?.input.members ?? []);
  const description = describedBy === undefined ? [] : describedShape(model, describedBy).members;
  return { input: structureOf("Input", input), description: structureOf("Description", description) };
}

const withoutToken = (shape: StructureShape): StructureShape =>
  structureOf(
    shape.name,
    shape.members.filter(({ name }) => name !== "NextToken"),
  );

/** Reads items in the members of the creating operations, of the description, or of both. */
export function itemReader(
  operation: OperationModel,
  { input: created, description }: ItemShapes,
  reword: (item: Members) => Members,
): ItemReader {
  const scalars = description.members.filter(
    ({ name, target }) => !created.member(name) && !["structure", "list", "map"].includes(target.type),
  );
  const members = withoutToken(structureOf("Item", [...scalars, ...created.members]));
  const input = structureOf(
    "SeedItem",
    members.members.map(member => ({ ...member, required: false })),
  );
  const known = [created, description].map(withoutToken);
  return (item, now) => {
    if (!isObject(item)) return unreadable("must be an object");
    const problems: Message[] = [...unknownMembers(known, item)];
    const described = toDescription(description, members, item, { now, problems });
    const dateProblems: string[] = [];
    const request = withDates(input, toCreateInput(input, description, withWrappers(created, reword(item))), {
      now,
      problems: dateProblems,
    });
    const { value, violations } = readInput({ ...operation, input }, request);
    const read = isObject(described) ? described : {};
    const onlyDescribed: Record<string, unknown> = {};
    for (const [name, member] of Object.entries(read)) {
      if (!created.member(name)) onlyDescribed[name] = member;
    }
    return {
      value: Object.assign(onlyDescribed, value),
      described: read,
      problems: [...problems, ...dateProblems],
      violations: violations.map(({ message }) => message),
    };
  };
}
