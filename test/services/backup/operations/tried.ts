import type * as sdk from "@aws-sdk/client-backup";
import type { OperationName, OutputOf } from "../../../../src/core/world";
import type { RichWorld } from "../world";

/** A call that succeeds after a short story, and what another operation shows of it. */
export interface Tried<Output> {
  call(world: RichWorld): Promise<Output>;
  shows(world: RichWorld, output: Output): Promise<void>;
}

/** Every operation of AWS Backup: one that is missing does not compile. */
export type TriedOperations = {
  readonly [Name in OperationName<typeof sdk>]: Tried<OutputOf<typeof sdk, Name>>;
};
