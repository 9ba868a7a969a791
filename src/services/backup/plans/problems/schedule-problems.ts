import type { Plan } from "../../records/plans";
import type { BackupSource } from "../../records/resources";
import { type ComingRuns, displacerFor, type RunsOfRules } from "../coming-runs";
import { isSuperseded, type Overlaps } from "../overlapping";
import type { RuleOfPlan } from "../timetable";
import type { PlanProblem, RuleContext } from "./problem";

/** Why a rule never runs, or why its runs make no backups, or none of some resources. */
export function scheduleProblems(
  context: RuleContext,
  runs: RunsOfRules,
  overlaps: Overlaps,
): readonly PlanProblem[] {
  const { rule } = context;
  const coming = runs.get(rule);
  const first = coming?.displaced[0];
  if (coming && coming.made.length > 0) return displacedResources(context, coming, overlaps);
  if (!coming || !first) {
    const schedule = `${rule.ScheduleExpression} in ${rule.ScheduleExpressionTimezone}`;
    const message = `${schedule} has no further occurrence, so this rule never runs.`;
    return [{ code: "NeverRuns", message }];
  }
  const why = displacementOf(context, first.by, context.sources[0]);
  const message = `This rule makes no backup in any of its next ${coming.displaced.length} runs: ${why}.`;
  return [{ code: "AlwaysDisplaced", message }];
}

/** Resources of which other rules make the backups, while this rule backs up others. */
function displacedResources(
  context: RuleContext,
  { made, displaced }: ComingRuns,
  overlaps: Overlaps,
): readonly PlanProblem[] {
  const { plan, rule, sources } = context;
  const coming = [...made, ...displaced.map(({ at }) => at)];
  return overlaps.alike(sources).flatMap(({ first, all }) => {
    let displacer: RuleOfPlan | undefined;
    for (const run of coming) {
      displacer = displacerFor(overlaps, { plan, rule }, first, run);
      if (!displacer) return [];
    }
    const why = displacer && displacementOf(context, displacer, first);
    return all.map(({ arn }) => ({
      code: "Displaced" as const,
      message: `${arn} gets no backup from the next ${coming.length} runs of this rule: ${why}.`,
    }));
  });
}

function displacementOf(
  { plan, rule }: RuleContext,
  by: RuleOfPlan,
  source: BackupSource | undefined,
): string {
  const name = nameOf(plan, by);
  return source && isSuperseded(plan, rule, source)
    ? `a resource has one continuous backup only, and ${name} makes it, because it has the longest retention or comes first in the plan`
    : `${name} has longer retention, or comes first in the plan, and its start window overlaps`;
}

const nameOf = (plan: Plan, by: RuleOfPlan): string =>
  by.plan.BackupPlanId === plan.BackupPlanId
    ? `rule ${by.rule.RuleName}`
    : `rule ${by.rule.RuleName} of plan ${by.plan.BackupPlan.BackupPlanName}`;
