import type { AccountState } from "aws-backup-mock";
import type { Random } from "./random";
import type { RecordLookup } from "./records";

export type AnyInput = Record<string, unknown>;

/** What a generator draws on. */
export interface Context {
  readonly random: Random;
  /** State of the account and Region that is called. */
  readonly here: AccountState;
  /** State of every account and Region. */
  readonly everywhere: readonly AccountState[];
}

/** Chooses input members whose valid values the model does not describe; `undefined` removes a member. */
export type InputGenerator = (context: Context, records: RecordLookup, input: AnyInput) => AnyInput;
