import type { EpochMs } from "../../../../core/time";
import { isSuperseded, Overlaps } from "../overlapping";
import type { PlanProblem, RuleContext } from "./problem";

/** Why a rule never runs, or why its runs make no backups. */
export function scheduleProblems(context: RuleContext, runs: readonly EpochMs[]): readonly PlanProblem[] {
  const { account, plan, rule, sources } = context;
  if (runs.length === 0) {
    const schedule = `${rule.ScheduleExpression} in ${rule.ScheduleExpressionTimezone}`;
    return [
      { code: "NeverRuns", message: `${schedule} has no further occurrence, so this rule never runs.` },
    ];
  }
  const overlaps = new Overlaps(account, "later");
  return sources.flatMap(source => {
    if (isSuperseded(plan, rule, source)) {
      return [
        {
          code: "Displaced" as const,
          message: `${source.arn} gets no continuous backup from this rule: a resource has only one, and the rule of the plan with the longest retention makes it.`,
        },
      ];
    }
    const rivals = runs.map(run => overlaps.displacingRule(plan, rule, source, run));
    const [first] = rivals;
    if (!first || rivals.includes(undefined)) return [];
    return [
      {
        code: "Displaced" as const,
        message: `${source.arn} gets no backup from the next ${runs.length} runs of this rule: rule ${first.RuleName} has longer retention, or comes first in the plan, and its start window overlaps.`,
      },
    ];
  });
}
