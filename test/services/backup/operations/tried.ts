import type * as sdk from "@aws-sdk/client-backup";
import type { OperationName, OutputOf } from "../../../../src/core/world";
import type { RichWorld } from "../world";

/** A call that succeeds, possibly after other calls, and what another operation shows of it. */
export interface Tried<Output> {
  call(world: RichWorld): Promise<Output>;
  shows(world: RichWorld, output: Output): Promise<void>;
}

/** All operations of AWS Backup. A missing one does not compile. */
export type TriedOperations = {
  readonly [Name in OperationName<typeof sdk>]: Tried<OutputOf<typeof sdk, Name>>;
};
