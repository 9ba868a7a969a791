import { MockError } from "../../../core/basics";
import type { EpochMs } from "../../../core/time";
import type { BackupView } from "../account/account";
import type { Plan, Rule } from "../records/plans";
import { keptLifecycle } from "../recovery-points/lifecycle";
import { nextRunOf } from "./plan-rules";
import { continuityProblems } from "./problems/continuity-problems";
import { copyProblems } from "./problems/copy-problems";
import type { PlanProblem, RuleContext } from "./problems/problem";
import { scheduleProblems } from "./problems/schedule-problems";
import { selectionProblems } from "./problems/selection-problems";
import { typeProblems } from "./problems/type-problems";
import { vaultProblems } from "./problems/vault-problems";
import { selectedResources } from "./selected-resources";

export type { PlanProblem, PlanProblemCode } from "./problems/problem";

/** A copy that a rule makes of each backup. */
export interface CopyExplanation {
  /** The ARN of the vault that receives the copy. */
  readonly destinationBackupVaultArn: string;
  /** Days until the copy moves to cold storage. Left out: never. */
  readonly moveToColdStorageAfterDays?: number | undefined;
  /** Days until the copy expires. Left out: the copy is kept as long as the backup. */
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
}

const runsShown = 3;

/** Explains a plan, rule by rule, from the present state of the account. */
export function explainPlan(account: BackupView, planId: string): PlanExplanation {
  const plan = planById(account, planId);
  const isDeleted = plan.DeletionDate !== undefined;
  const sources = isDeleted ? [] : [...selectedResources(account, plan)].map(([source]) => source);
  return {
    backupPlanId: plan.BackupPlanId,
    backupPlanName: plan.BackupPlan.BackupPlanName,
    rules: plan.BackupPlan.Rules.map(rule => explainRule({ account, plan, rule, sources }, isDeleted)),
    problems: isDeleted ? [planDeleted] : selectionProblems(account, plan, sources),
  };
}

const planDeleted: PlanProblem = {
  code: "PlanDeleted",
  message: "The plan has been deleted, so its rules no longer run.",
};

function planById({ backup, place }: BackupView, planId: string): Plan {
  const plan =
    backup.plans.get(planId) ?? [...backup.plans].find(({ BackupPlanArn }) => BackupPlanArn === planId);
  if (plan) return plan;
  throw new MockError(
    "UnknownId",
    `Cannot explain ${planId}: account ${place.accountId} has no such backup plan in ${place.region}; pass the BackupPlanId of one of its plans, or choose another place with aws.in(…).`,
  );
}

const lifetimeOf = (lifecycle: Rule["Lifecycle"]) => {
  const { MoveToColdStorageAfterDays, DeleteAfterDays } = keptLifecycle(lifecycle) ?? {};
  return { moveToColdStorageAfterDays: MoveToColdStorageAfterDays, deleteAfterDays: DeleteAfterDays };
};

function explainRule(context: RuleContext, isDeleted: boolean): RuleExplanation {
  const { account, rule, sources } = context;
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
          ...scheduleProblems(context, runs),
          ...vaultProblems(context),
          ...typeProblems(context),
          ...continuityProblems(context),
          ...copyProblems(context),
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
