import type * as sdk from "@aws-sdk/client-backup";
import type { OperationName } from "../../../../src/core/world";
import type { RichWorld } from "../world";

/** The client's faults that AWS Backup declares, without the word Exception. */
export type Fault =
  | "AlreadyExists"
  | "Conflict"
  | "InvalidParameterValue"
  | "InvalidRequest"
  | "InvalidResourceState"
  | "LimitExceeded"
  | "MissingParameterValue"
  | "ResourceNotFound";

/** An input that is refused, perhaps only after a story. */
export type Provocation = (world: RichWorld) => object | Promise<object>;

/** The same in an account that is in no organization. */
export interface OutsideProvocation {
  readonly outside: Provocation;
}

/** By operation, how each of its errors comes about. */
export type Provocations = {
  readonly [Name in OperationName<typeof sdk>]: {
    readonly [F in Fault]?: Provocation | OutsideProvocation;
  };
};

export const nothing: Provocation = () => ({});
/** Pages have from 1 to 1,000 things. */
export const emptyPages: Provocation = () => ({ MaxResults: 0 });

/** More tags than a resource can have. */
export const manyTags = Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`key-${index}`, ""]));

/** Does something so often, with numbers from 0 on. */
export async function times(count: number, act: (index: number) => Promise<unknown>): Promise<void> {
  for (let index = 0; index < count; index++) await act(index);
}
