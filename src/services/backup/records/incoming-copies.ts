import type { Place } from "../../../core/basics";
import { table } from "../../../core/store";

/** A copy job that will create a point in a vault of this place. The record is removed when the job ends. */
export interface IncomingCopy {
  readonly CopyJobId: string;
  readonly BackupVaultName: string;
  readonly ResourceArn: string;
  readonly from: Place;
}

export const incomingCopies = table<IncomingCopy>(copy => copy.CopyJobId)
  .by("vault", copy => copy.BackupVaultName)
  .by("resource", copy => copy.ResourceArn);
