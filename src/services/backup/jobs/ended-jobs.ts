import type { EpochMs, Next } from "../../../core/time";
import type { BackupAccount } from "../account/account";
import { listedFor } from "./transitions";

interface EndedJob {
  readonly CompletionDate?: EpochMs | undefined;
  readonly next?: Next | undefined;
}

/** The table of a kind of job. */
interface Jobs<J> {
  change(job: J, members: { readonly next: Next }): J;
}

/** Lists an ended job for 30 days from its new completion date. */
export function keepListed<J extends EndedJob>(
  account: BackupAccount,
  jobs: Jobs<J>,
  before: J,
  after: J,
): void {
  const { CompletionDate, next } = after;
  if (CompletionDate === undefined || CompletionDate === before.CompletionDate || next?.step !== "forget")
    return;
  jobs.change(after, { next: account.planned("forget", CompletionDate + listedFor) });
}
