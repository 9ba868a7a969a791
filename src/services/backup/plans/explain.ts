import { MockError } from "../../../core/basics";
import type { EpochMs } from "../../../core/time";
import type { BackupView } from "../account/account";
import type { Plan, Rule } from "../records/plans";
import { keptLifecycle } from "../recovery-points/lifecycle";
import { nextRunOf } from "./plan-rules";
import { continuityProblems } from "./problems/continuity-problems";
import { copyProblems } from "./problems/copy-problems";
import type { PlanProblem, Subject } from "./problems/problem";
import { scheduleProblems } from "./problems/schedule-problems";
import { selectionProblems } from "./problems/selection-problems";
import { typeProblems } from "./problems/type-problems";
import { vaultProblems } from "./problems/vault-problems";
import { selectedBy } from "./selected";

export type { PlanProblem, PlanProblemCode } from "./problems/problem";

/** A copy that a rule makes of every backup. */
export interface CopyExplanation {
  /** The ARN of the vault that receives the copy. */
  readonly destinationBackupVaultArn: string;
  /** Days until the copy moves to cold storage. Left out: never. */
  readonly moveToColdStorageAfterDays?: number | undefined;
  /** Days until the copy expires. Left out: as the backup does. */
  readonly deleteAfterDays?: number | undefined;
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
  /** The next runs, at most three. */
  readonly nextRuns: readonly Date[];
  /** The ARNs of the resources that it would back up if it ran now. */
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
}

const runsShown = 3;

/** Explains a plan, rule by rule, by the world as it stands. */
export function explainPlan(account: BackupView, planId: string): PlanExplanation {
  const plan = planNamed(account, planId);
  const isDeleted = plan.DeletionDate !== undefined;
  const sources = isDeleted ? [] : [...selectedBy(account, plan)].map(([source]) => source);
  return {
    backupPlanId: plan.BackupPlanId,
    backupPlanName: plan.BackupPlan.BackupPlanName,
    rules: plan.BackupPlan.Rules.map(rule => explainRule({ account, plan, rule, sources }, isDeleted)),
    problems: isDeleted ? [deleted] : selectionProblems(account, plan, sources),
  };
}

const deleted: PlanProblem = {
  code: "PlanDeleted",
  message: "The plan has been deleted, so none of its rules ever runs again.",
};

function planNamed({ backup, place }: BackupView, planId: string): Plan {
  const plan =
    backup.plans.get(planId) ?? [...backup.plans].find(({ BackupPlanArn }) => BackupPlanArn === planId);
  if (plan) return plan;
  throw new MockError(
    "UnknownId",
    `Cannot explain ${planId}: there is no such backup plan in ${place.region} of account ${place.accountId}; pass a BackupPlanId from there, or use aws.in(…).`,
  );
}

const lifetimeOf = (lifecycle: Rule["Lifecycle"]) => {
  const { MoveToColdStorageAfterDays, DeleteAfterDays } = keptLifecycle(lifecycle) ?? {};
  return { moveToColdStorageAfterDays: MoveToColdStorageAfterDays, deleteAfterDays: DeleteAfterDays };
};

function explainRule(subject: Subject, isDeleted: boolean): RuleExplanation {
  const { account, rule, sources } = subject;
  const runs = isDeleted ? [] : nextRuns(rule, account.now);
  return {
    ruleName: rule.RuleName,
    targetBackupVaultName: rule.TargetBackupVaultName,
    schedule: rule.ScheduleExpression ?? "",
    timeZone: rule.ScheduleExpressionTimezone ?? "",
    nextRuns: runs.map(at => new Date(at)),
    resources: sources.map(({ arn }) => arn),
    ...lifetimeOf(rule.Lifecycle),
    copies: (rule.CopyActions ?? []).map(({ DestinationBackupVaultArn, Lifecycle }) => ({
      destinationBackupVaultArn: DestinationBackupVaultArn,
      ...lifetimeOf(Lifecycle),
    })),
    problems: isDeleted
      ? []
      : [
          ...scheduleProblems(subject, runs),
          ...vaultProblems(subject),
          ...typeProblems(subject),
          ...continuityProblems(subject),
          ...copyProblems(subject),
        ],
  };
}

function nextRuns(rule: Rule, now: EpochMs): readonly EpochMs[] {
  const runs: EpochMs[] = [];
  let run = nextRunOf(rule, now);
  while (run !== undefined && runs.length < runsShown) {
    runs.push(run);
    run = nextRunOf(rule, run);
  }
  return runs;
}
