import type { BackupAccount } from "../account/account";
import {
  endingsOf,
  type FailedState,
  type JobKind,
  type Outcome,
  type PendingOutcome,
} from "../records/outcomes";

export const isJobKind = (name: string | undefined): name is JobKind =>
  name !== undefined && Object.hasOwn(endingsOf, name);

/** Whether jobs of a kind can end in a state. */
export const endsIn = (kind: JobKind, state: FailedState): boolean =>
  endingsOf[kind].some(ending => ending === state);

/** What an outcome can match a job by. */
export interface JobFacts {
  readonly resourceArn: string;
  readonly resourceType: string;
  readonly backupVaultName: string | undefined;
}

/** Takes the outcome set for a job, if there is one. It applies to no other job. */
export function takeOutcome(account: BackupAccount, kind: JobKind, job: JobFacts): Outcome | undefined {
  const { outcomes } = account.backup;
  if (outcomes.size === 0) return undefined;
  for (const outcome of outcomes.values()) {
    if (!isMeant(outcome, kind, job)) continue;
    outcomes.remove(outcome.id);
    const { fails, takes, transfers } = outcome;
    return { fails, takes, transfers };
  }
  return undefined;
}

/**
 * Indexes are also built without a call, so only an outcome that names the kind matches them. No outcome matches jobs
 * of a kind that cannot end in its state.
 */
const isMeant = (match: PendingOutcome, kind: JobKind, job: JobFacts): boolean =>
  ((match.type === undefined && kind !== "index") ||
    match.type === kind ||
    (match.type === job.resourceType && kind !== "index")) &&
  (match.fails === undefined || endsIn(kind, match.fails.state)) &&
  (match.resourceArn === undefined || match.resourceArn === job.resourceArn) &&
  (match.backupVaultName === undefined || match.backupVaultName === job.backupVaultName);

/** Sets the outcome of the next matching job. A second call with the same id adds to it. */
export function setOutcome(account: BackupAccount, outcome: PendingOutcome): void {
  const before = account.backup.outcomes.get(outcome.id);
  account.backup.outcomes.put({ ...before, ...outcome });
}
