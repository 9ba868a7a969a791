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

/** The job that an outcome is for: the next one that matches all given members. */
export interface JobMatch {
  /** `backup`, `copy`, `restore`, `scan` or `index`, or a type of resource such as `EFS`. */
  readonly type?: string | undefined;
  /** The ARN of the resource that is backed up, copied, restored, scanned or indexed. */
  readonly resourceArn?: string | undefined;
  /** The name of the vault that the job writes to; of a restore job, of the vault that it reads from. */
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
