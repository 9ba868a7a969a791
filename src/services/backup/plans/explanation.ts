import type { PlanProblem } from "./problems/problem";

/** A copy that a rule makes of each backup. */
export interface CopyExplanation {
  /** The ARN of the vault that receives the copy. */
  readonly destinationBackupVaultArn: string;
  /** Days until the copy moves to cold storage. Left out: never. */
  readonly moveToColdStorageAfterDays?: number | undefined;
  /** Days until the copy expires. Left out: the copy is kept as long as the backup. */
  readonly deleteAfterDays?: number | undefined;
}

/** A run of a rule that makes no backup. */
export interface DisplacedRunExplanation {
  /** When it would be. */
  readonly at: Date;
  /** The rule that makes the backup instead, by its name; with that of its plan, if it is another one: `plan / rule`. */
  readonly by: string;
}

/** What one rule of a plan will do in this account. */
export interface RuleExplanation {
  /** The `RuleName`. */
  readonly ruleName: string;
  /** The name of the vault that receives the backups. */
  readonly targetBackupVaultName: string;
  /** The schedule, a cron expression of AWS: `cron(0 5 ? * * *)`. */
  readonly schedule: string;
  /** The time zone of the schedule: `Etc/UTC`. */
  readonly timeZone: string;
  /** The next runs that make a backup, at most three. */
  readonly nextRuns: readonly Date[];
  /** The runs until the last of `nextRuns` that another rule displaces, at most ten. */
  readonly displacedRuns: readonly DisplacedRunExplanation[];
  /** ARNs of the resources that the rule would back up if it ran now. */
  readonly resources: readonly string[];
  /** Days until a backup moves to cold storage. Left out: never. */
  readonly moveToColdStorageAfterDays?: number | undefined;
  /** Days until a backup expires. Left out: never. */
  readonly deleteAfterDays?: number | undefined;
  /** The copies of every backup. */
  readonly copies: readonly CopyExplanation[];
  /** What this rule will not do, and why. */
  readonly problems: readonly PlanProblem[];
}

/** What a plan will do, and what it can never do in this account. */
export interface PlanExplanation {
  /** The id of the plan. */
  readonly backupPlanId: string;
  /** The name of the plan. */
  readonly backupPlanName: string;
  /** The rules, in the plan's order. */
  readonly rules: readonly RuleExplanation[];
  /** The problems that affect every rule. */
  readonly problems: readonly PlanProblem[];
  /** The explanation as a text for reading: `String(aws.explain(BackupPlanId))`. */
  toString(): string;
}
