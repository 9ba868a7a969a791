import type * as sdk from "@aws-sdk/client-backup";
import type { OperationName } from "../../../../src/core/world";
import type { RichWorld } from "../world";

/** The client faults that AWS Backup declares, without the suffix `Exception`. */
export type Fault =
  | "AlreadyExists"
  | "Conflict"
  | "InvalidParameterValue"
  | "InvalidRequest"
  | "InvalidResourceState"
  | "LimitExceeded"
  | "MissingParameterValue"
  | "ResourceNotFound";

/** Returns an input that is refused, possibly after other calls. */
export type Provocation = (world: RichWorld) => object | Promise<object>;

/** A provocation in an account outside the organization. */
export interface OutsideProvocation {
  readonly outside: Provocation;
}

/** The provocations of each operation, by error. */
export type Provocations = {
  readonly [Name in OperationName<typeof sdk>]: {
    readonly [F in Fault]?: Provocation | OutsideProvocation;
  };
};

export const nothing: Provocation = () => ({});
/** Pages have 1 to 1,000 items. */
export const emptyPages: Provocation = () => ({ MaxResults: 0 });

/** More tags than a resource can have. */
export const manyTags = Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`key-${index}`, ""]));

/** Repeats an action, with indexes from 0. */
export async function times(count: number, act: (index: number) => Promise<unknown>): Promise<void> {
  for (let index = 0; index < count; index++) await act(index);
}
