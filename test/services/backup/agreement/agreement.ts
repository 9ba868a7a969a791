import type * as sdk from "@aws-sdk/client-backup";
import type { OperationName } from "../../../../src/core/world";
import type { Shape, StructureShape } from "../../../../src/model";
import { operationNamed } from "../../../support/model-walk";
import { known, type RichWorld } from "../world";

export type Made = Readonly<Record<string, unknown>>;
type Reasons = Readonly<Record<string, string>>;
type Inputs = (made: Made, world: RichWorld) => object;

/** Where an operation's output has the description of a resource, or the list it is in. */
export interface Shown {
  readonly by: OperationName<typeof sdk>;
  /** The member of the output, if not the whole output. */
  readonly in?: string;
  readonly with: Inputs;
}

/** How resources of a kind are created, described and listed. */
export interface Agreement {
  readonly kind: string;
  readonly by: OperationName<typeof sdk>;
  /** All members that the operation accepts, except those in `without`. */
  input(world: RichWorld): object | Promise<object>;
  /** Input members, as paths, that cannot be combined with the others, and why. */
  readonly without?: Reasons;
  /** The part of the description that the input determines. Input members missing in it have to be in `hidden`. */
  described(input: Made, made: Made): object;
  /** Input members that no description shows, and why. */
  readonly hidden?: Reasons;
  /** The member with the ARN that gets the input's tags. */
  readonly tagged?: string;
  readonly describe: Shown;
  readonly lists: readonly (Shown & {
    /** Members with another name in the list. */
    readonly renamed?: Readonly<Record<string, string>>;
  })[];
  /** The member that identifies the resource. */
  readonly key: string;
}

/** The reason why tokens are not shown. */
export const token = "tokens are not part of the resource";

/** The shape of a shown structure, or of the items of a shown list. */
export function shapeOf({ by, in: member }: Shown): StructureShape {
  const { output } = operationNamed("backup", by);
  const shape = member === undefined ? output : known(output.member(member)?.target);
  const item = shape.type === "list" ? shape.item : shape;
  if (item.type !== "structure") throw new Error(`${by} shows no structure.`);
  return item;
}

/** The shown part of an output. */
export const shownIn = (answer: object, { in: member }: Shown): unknown =>
  member === undefined ? answer : Reflect.get(answer, member);

/** The paths of the members that a value of a shape does not have. */
export function missingMembers(shape: Shape, value: unknown, path = ""): string[] {
  if (shape.type === "list") {
    const items: unknown[] = Array.isArray(value) ? value : [];
    if (shape.item.type !== "structure") return [];
    // It is enough if one of the items has a member.
    const each = items.map(item => missingMembers(shape.item, item, path));
    return (each[0] ?? []).filter(name => each.every(names => names.includes(name)));
  }
  if (shape.type !== "structure") return [];
  return shape.members.flatMap(({ name, target }) => {
    const at = path === "" ? name : `${path}.${name}`;
    const member: unknown = Reflect.get(Object(value), name);
    return member === undefined ? [at] : missingMembers(target, member, at);
  });
}
