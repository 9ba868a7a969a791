import type { PlanProblemCode } from "../services/backup/plans/explain";

/** How a run of a rule ended. */
export type RunOutcome =
  /** It made a recovery point. */
  | "COMPLETED"
  /** It made a recovery point of some members of a composite resource. */
  | "PARTIAL"
  | "FAILED"
  | "ABORTED"
  | "EXPIRED"
  /** The forecast ends before the job does. */
  | "UNFINISHED"
  /** Another rule makes the backup. */
  | "DISPLACED"
  /** The plan selects no resource at this moment. */
  | "NO_RESOURCE";

/** A recovery point in a forecast. */
export interface ForecastPoint {
  /** Its ARN. */
  readonly recoveryPointArn: string;
  /** The ARN of its vault, which tells the account and Region. */
  readonly backupVaultArn: string;
  /** The `BackupSizeInBytes` that the service shows. Left out: it shows none. */
  readonly backupSizeInBytes?: number | undefined;
  /** When it moves to cold storage. Left out: never. */
  readonly coldAt?: string | undefined;
  /** When it expires by its lifecycle. Left out: never. */
  readonly expiresAt?: string | undefined;
  /** When it is removed. Left out: not in the time of the forecast. */
  readonly removedAt?: string | undefined;
}

/** A copy that follows a backup. */
export interface ForecastCopy {
  /** The ARN of the vault that the copy is for, which tells the account and Region. */
  readonly destinationBackupVaultArn: string;
  /** The state of the copy job at its end, or `UNFINISHED`. */
  readonly outcome: "COMPLETED" | "PARTIAL" | "FAILED" | "UNFINISHED";
  /** Why it failed. */
  readonly message?: string | undefined;
  /** The copy. */
  readonly point?: ForecastPoint | undefined;
}

/** A run of a rule for one resource, or a backup that was under way when the forecast began. */
export interface ForecastRun {
  /** When the rule runs. */
  readonly at: string;
  /** The `BackupPlanName`. Left out: a backup on demand. */
  readonly plan?: string | undefined;
  /** The `RuleName`. */
  readonly rule?: string | undefined;
  /** The ARN of the resource. Left out: the plan selects none. */
  readonly resourceArn?: string | undefined;
  /** How it ends. */
  readonly outcome: RunOutcome;
  /** Why not, or with which issue: the message of the job, or the rule that displaces this one. */
  readonly message?: string | undefined;
  /** The `BackupSizeInBytes` of the job. */
  readonly backupSizeInBytes?: number | undefined;
  /** The `BytesTransferred` of the job. */
  readonly bytesTransferred?: number | undefined;
  /** The recovery point that it makes, or the continuous backup that it continues. */
  readonly point?: ForecastPoint | undefined;
  /** The copies that follow. */
  readonly copies: readonly ForecastCopy[];
}

/** What is kept at one moment. */
export interface Level {
  /** The number of recovery points. */
  readonly points: number;
  /** How many of them are in warm storage. */
  readonly warm: number;
  /** How many of them are in cold storage. */
  readonly cold: number;
  /** The storage they take, in GiB; of incremental backups, what is stored once. */
  readonly gib: number;
}

/** What is kept from a moment on, until the next step. */
export interface LevelStep extends Level {
  /** The moment. */
  readonly at: string;
}

/** What a vault or a rule keeps over time. */
export interface Holding {
  /** The ARN of the vault, or the rule as `plan / rule`; `on demand` for backups that no rule made. */
  readonly of: string;
  /** What is kept at the start. */
  readonly now: Level;
  /** The lowest value of each member at any time. */
  readonly lowest: Level;
  /** The highest value of each member at any time. */
  readonly highest: Level;
  /** What is kept at the end. */
  readonly end: Level;
  /** Every change: what is kept from `at` on. The first step is the start. */
  readonly steps: readonly LevelStep[];
}

/** What is kept over time: step functions. */
export interface Holdings {
  /** By vault, in order of their ARNs. */
  readonly vaults: readonly Holding[];
  /** By rule, in order of their names. */
  readonly rules: readonly Holding[];
}

/** The points of a resource from a moment on, until the next step. */
export interface ProtectionStep {
  /** The moment. */
  readonly at: string;
  /** The number of its recovery points. */
  readonly points: number;
  /** When the backup of the oldest one began. Left out: there is none. */
  readonly oldest?: string | undefined;
  /** When the backup of the newest one began. */
  readonly newest?: string | undefined;
}

/** How well a resource is protected. Points that are being made do not count. */
export interface Protection {
  /** The ARN of the resource. */
  readonly resourceArn: string;
  /** Its type, as AWS Backup names it. */
  readonly resourceType: string;
  /** The names of the plans that select it at the start. */
  readonly plans: readonly string[];
  /**
   * The recovery point objective in fact, in days: the longest time without a new backup, from the newest one at the start
   * (or the start) to the end.
   */
  readonly longestGapInDays: number;
  /** How long, in days, it has no recovery point at all. */
  readonly daysWithoutPoint: number;
  /** The number of its recovery points at the end. */
  readonly pointsAtEnd: number;
  /** The points over time. The first step is the start. */
  readonly steps: readonly ProtectionStep[];
}

/** Stable codes of what only a forecast shows. */
export type ForecastProblemCode =
  /** Backups of a rule do not complete. */
  | "BackupFails"
  /** Copies do not complete. */
  | "CopyFails"
  /** Restore tests do not complete. */
  | "RestoreTestFails"
  /** A rule runs while its plan selects no resource. */
  | "RunWithoutResource"
  /** No plan selects the resource. */
  | "NotSelected"
  /** A plan selects the resource, and it has no recovery point at any time. */
  | "NeverBackedUp"
  /** The resource has recovery points, but at times none. */
  | "TimeWithoutPoint";

/** What will not be as its author may expect. */
export interface ForecastProblem {
  /** A stable code, for programs: those of `aws.explain` and {@link ForecastProblemCode}. */
  readonly code: PlanProblemCode | ForecastProblemCode;
  /** The name of the plan. */
  readonly plan?: string | undefined;
  /** The name of the rule. */
  readonly rule?: string | undefined;
  /** The ARN of the resource. */
  readonly resourceArn?: string | undefined;
  /** For people: what will not happen, and why. */
  readonly message: string;
  /** How many times it happens. Left out for what `aws.explain` says. */
  readonly count?: number | undefined;
  /** When it happens first. */
  readonly first?: string | undefined;
  /** When it happens last. */
  readonly last?: string | undefined;
}
