import type * as sdk from "@aws-sdk/client-backup";
import type { OperationName } from "../../../../src/core/world";
import type { Shape, StructureShape } from "../../../../src/model";
import { operationNamed } from "../../../support/model-walk";
import { known, type RichWorld } from "../world";

export type Made = Readonly<Record<string, unknown>>;
type Reasons = Readonly<Record<string, string>>;
type Inputs = (made: Made, world: RichWorld) => object;

/** Where the description of a thing, or the list it is in, stands in what an operation answers. */
export interface Shown {
  readonly by: OperationName<typeof sdk>;
  /** The member of the output, where it is not the whole. */
  readonly in?: string;
  readonly with: Inputs;
}

/** How the things of a kind are made, described and listed. */
export interface Agreement {
  readonly kind: string;
  readonly by: OperationName<typeof sdk>;
  /** Everything that the operation takes, but for what is `without`. */
  input(world: RichWorld): object | Promise<object>;
  /** Members of the input, as paths, that cannot be given along with the others, and why. */
  readonly without?: Reasons;
  /** What the input comes to in the description. Members of the input that are not in it have to be among `hidden`. */
  described(input: Made, made: Made): object;
  /** Members of the input that no description shows, and why. */
  readonly hidden?: Reasons;
  /** The ARN whose tags are those of the input. */
  readonly tagged?: string;
  readonly describe: Shown;
  readonly lists: readonly (Shown & {
    /** Members that are called otherwise in the list. */
    readonly renamed?: Readonly<Record<string, string>>;
  })[];
  /** The member that tells one from the others. */
  readonly key: string;
}

/** Token members say that a request is the same one as before. */
export const token = "a token is no part of the thing";

/** The shape of what stands in a place; of a list, of its items. */
export function shapeOf({ by, in: member }: Shown): StructureShape {
  const { output } = operationNamed("backup", by);
  const shape = member === undefined ? output : known(output.member(member)?.target);
  const item = shape.type === "list" ? shape.item : shape;
  if (item.type !== "structure") throw new Error(`${by} shows no structure.`);
  return item;
}

/** What an answer has in a place. */
export const shownIn = (answer: object, { in: member }: Shown): unknown =>
  member === undefined ? answer : Reflect.get(answer, member);

/** The members of an input that a value leaves out, as paths. */
export function leftOut(shape: Shape, value: unknown, path = ""): string[] {
  if (shape.type === "list") {
    const items: unknown[] = Array.isArray(value) ? value : [];
    if (shape.item.type !== "structure") return [];
    // What one of the items has, the others need not have.
    const each = items.map(item => leftOut(shape.item, item, path));
    return (each[0] ?? []).filter(name => each.every(names => names.includes(name)));
  }
  if (shape.type !== "structure") return [];
  return shape.members.flatMap(({ name, target }) => {
    const at = path === "" ? name : `${path}.${name}`;
    const member: unknown = Reflect.get(Object(value), name);
    return member === undefined ? [at] : leftOut(target, member, at);
  });
}
