import type { GetLegalHoldOutput } from "@aws-sdk/client-backup";
import { table } from "../../../core/store";
import type { EpochMs, Next } from "../../../core/time";
import type { Stored } from "../../../core/world";

/** A legal hold. Capitalised members are AWS's; the others are the mock's own. */
export interface LegalHold extends Stored<GetLegalHoldOutput> {
  readonly LegalHoldId: string;
  readonly LegalHoldArn: string;
  readonly Status: NonNullable<GetLegalHoldOutput["Status"]>;
  readonly CreationDate: EpochMs;
  readonly idempotencyToken?: string | undefined;
  /** How long the record is kept after the hold is canceled. */
  readonly retainRecordInDays?: number | undefined;
  readonly next?: Next | undefined;
}

/** A hold that is being canceled no longer protects anything. */
const isInForce = ({ Status }: LegalHold): boolean => Status === "CREATING" || Status === "ACTIVE";

export const legalHolds = table<LegalHold>(hold => hold.LegalHoldId)
  .by("inForce", hold => (isInForce(hold) ? "yes" : undefined))
  .by("idempotencyToken", hold => hold.idempotencyToken)
  .alias(hold => [hold.LegalHoldArn]);
