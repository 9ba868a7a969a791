import { table } from "../../../core/store";

/** The kinds of jobs, and the states of failure that a test can set for each. */
export const endingsOf = {
  backup: ["FAILED", "PARTIAL", "ABORTED", "EXPIRED"],
  copy: ["FAILED", "PARTIAL"],
  restore: ["FAILED", "ABORTED"],
  scan: ["FAILED", "PARTIAL", "ABORTED"],
  index: ["FAILED"],
} as const;

export type JobKind = keyof typeof endingsOf;

export type FailedState = (typeof endingsOf)[JobKind][number];

/** The job that an outcome is meant for: the next one that matches all given members. */
export interface JobMatch {
  /** `backup`, `copy`, `restore`, `scan` or `index`, or a type of resource such as `EFS`. */
  readonly type?: string | undefined;
  readonly resourceArn?: string | undefined;
  /** The vault that a job writes to; for a restore job, the vault that it reads from. */
  readonly backupVaultName?: string | undefined;
}

/** How a job ends, how long it takes and how much it transfers, instead of the defaults. */
export interface Outcome {
  readonly fails?: { readonly message: string; readonly state: FailedState } | undefined;
  /** In milliseconds. */
  readonly takes?: number | undefined;
  /** In bytes. */
  readonly transfers?: number | undefined;
}

/** An outcome that no job has taken yet. */
export interface PendingOutcome extends JobMatch, Outcome {
  readonly id: string;
}

export const outcomes = table<PendingOutcome>(outcome => outcome.id);
