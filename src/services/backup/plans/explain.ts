import { MockError } from "../../../core/basics";
import type { BackupView } from "../account/account";
import { type Plan, type Rule, ruleName } from "../records/plans";
import { keptLifecycle } from "../recovery-points/lifecycle";
import { comingRuns, type RunsOfRules } from "./coming-runs";
import type { PlanExplanation } from "./explanation";
import { explanationText } from "./explanation-text";
import { Overlaps } from "./overlapping";
import { continuityProblems } from "./problems/continuity-problems";
import { copyProblems } from "./problems/copy-problems";
import type { PlanProblem, RuleContext } from "./problems/problem";
import { retentionProblems } from "./problems/retention-problems";
import { scheduleProblems } from "./problems/schedule-problems";
import { selectionProblems } from "./problems/selection-problems";
import { typeProblems } from "./problems/type-problems";
import { vaultProblems } from "./problems/vault-problems";
import { selectedResources } from "./selected-resources";
import type { RuleOfPlan } from "./timetable";

export type {
  CopyExplanation,
  DisplacedRunExplanation,
  PlanExplanation,
  RuleExplanation,
} from "./explanation";
export type { PlanProblem, PlanProblemCode } from "./problems/problem";

const runsShown = 3;
const displacedRunsShown = 10;

/** Explains a plan, rule by rule, from the present state of the account. */
export function explainPlan(account: BackupView, planId: string): PlanExplanation {
  const plan = planById(account, planId);
  const isDeleted = plan.DeletionDate !== undefined;
  const sources = isDeleted ? [] : [...selectedResources(account, plan)].map(([source]) => source);
  const overlaps = new Overlaps(account, "later");
  const contexts = plan.BackupPlan.Rules.map(rule => ({ account, plan, rule, sources }));
  const runs = new Map(contexts.map(context => [context.rule, comingRuns(context, overlaps)]));
  const explanation = {
    backupPlanId: plan.BackupPlanId,
    backupPlanName: plan.BackupPlan.BackupPlanName,
    rules: contexts.map(context => ({
      ...settingsOf(context),
      ...(isDeleted ? { nextRuns: [], displacedRuns: [] } : shownRuns(context, runs)),
      problems: isDeleted ? [] : problemsOf(context, runs, overlaps),
    })),
    problems: isDeleted ? [planDeleted] : selectionProblems(account, plan, sources),
  };
  // Hidden, so that explanations can be compared.
  return Object.defineProperty(explanation, "toString", { value: () => explanationText(explanation) });
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

function settingsOf({ rule, sources }: RuleContext) {
  return {
    ruleName: rule.RuleName,
    targetBackupVaultName: rule.TargetBackupVaultName,
    schedule: rule.ScheduleExpression ?? "",
    timeZone: rule.ScheduleExpressionTimezone ?? "",
    resources: sources.map(({ arn }) => arn),
    ...lifetimeOf(rule.Lifecycle),
    copies: (rule.CopyActions ?? []).map(({ DestinationBackupVaultArn, Lifecycle }) => ({
      destinationBackupVaultArn: DestinationBackupVaultArn,
      ...lifetimeOf(Lifecycle),
    })),
  };
}

function shownRuns({ plan, rule }: RuleContext, runs: RunsOfRules) {
  const { made = [], displaced = [] } = runs.get(rule) ?? {};
  const shown = made.slice(0, runsShown);
  const last = shown.at(runsShown - 1) ?? Number.POSITIVE_INFINITY;
  return {
    nextRuns: shown.map(at => new Date(at)),
    displacedRuns: displaced
      .filter(({ at }) => at < last)
      .slice(0, displacedRunsShown)
      .map(({ at, by }) => ({ at: new Date(at), by: nameFrom(plan, by) })),
  };
}

const nameFrom = (plan: Plan, by: RuleOfPlan): string =>
  by.plan.BackupPlanId === plan.BackupPlanId
    ? by.rule.RuleName
    : ruleName(by.plan.BackupPlan.BackupPlanName, by.rule.RuleName);

const problemsOf = (context: RuleContext, runs: RunsOfRules, overlaps: Overlaps): readonly PlanProblem[] => [
  ...scheduleProblems(context, runs, overlaps),
  ...vaultProblems(context),
  ...retentionProblems(context, runs),
  ...typeProblems(context),
  ...continuityProblems(context),
  ...copyProblems(context),
];
