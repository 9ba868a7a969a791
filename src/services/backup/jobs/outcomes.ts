import { table } from "../../../core/table-spec";
import type { BackupAccount } from "../account";

/** The jobs of AWS Backup that take time and can fail, and in which states a test can have them end. */
export const endingsOf = {
  backup: ["FAILED", "PARTIAL", "ABORTED", "EXPIRED"],
  copy: ["FAILED", "PARTIAL"],
  restore: ["FAILED", "ABORTED"],
  scan: ["FAILED", "PARTIAL", "ABORTED"],
  index: ["FAILED"],
} as const;

export type JobKind = keyof typeof endingsOf;
export type FailedState = (typeof endingsOf)[JobKind][number];

export const isJobKind = (name: string | undefined): name is JobKind =>
  name !== undefined && Object.hasOwn(endingsOf, name);

/** Whether a job of a kind can end in a state. */
export const endsIn = (kind: JobKind, state: FailedState): boolean =>
  endingsOf[kind].some(ending => ending === state);

/** Which job an outcome is meant for: the next one that all given members fit. */
export interface JobMatch {
  /** `backup`, `copy`, `restore`, `scan` or `index`, or a type of resource such as `EFS`. */
  readonly type?: string | undefined;
  readonly resourceArn?: string | undefined;
  /** The vault a job writes to; of a restore job, the vault it reads from. */
  readonly backupVaultName?: string | undefined;
}

/** How a job is to end, go, and weigh, instead of what would happen by itself. */
export interface Outcome {
  readonly fails?: { readonly message: string; readonly state: FailedState } | undefined;
  /** In milliseconds. */
  readonly takes?: number | undefined;
  /** In bytes. */
  readonly transfers?: number | undefined;
}

/** An outcome that waits for its job. */
export interface PendingOutcome extends JobMatch, Outcome {
  readonly id: string;
}

export const outcomes = table<PendingOutcome>(outcome => outcome.id);

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
