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

/** Whether a job of a kind can end in a state. */
export const endsIn = (kind: JobKind, state: FailedState): boolean =>
  endingsOf[kind].some(ending => ending === state);

/** What tells jobs apart for an outcome. */
export interface JobFacts {
  readonly resourceArn: string;
  readonly resourceType: string;
  readonly backupVaultName: string | undefined;
}

/** The outcome that was set for this job, if one was; it is used up by it. */
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

/** Indexes follow backups unasked, so only who names them means them. No job ends in a state that its kind has not. */
const isMeant = (match: PendingOutcome, kind: JobKind, job: JobFacts): boolean =>
  ((match.type === undefined && kind !== "index") ||
    match.type === kind ||
    (match.type === job.resourceType && kind !== "index")) &&
  (match.fails === undefined || endsIn(kind, match.fails.state)) &&
  (match.resourceArn === undefined || match.resourceArn === job.resourceArn) &&
  (match.backupVaultName === undefined || match.backupVaultName === job.backupVaultName);

/** Sets how the next job that fits ends; called again with the same id it adds to that. */
export function setOutcome(account: BackupAccount, outcome: PendingOutcome): void {
  const before = account.backup.outcomes.get(outcome.id);
  account.backup.outcomes.put({ ...before, ...outcome });
}
