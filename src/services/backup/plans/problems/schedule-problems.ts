import type { EpochMs } from "../../../../core/time";
import { isDisregarded, Overlaps } from "../overlapping";
import type { PlanProblem, Subject } from "./problem";

/** What keeps a rule from running, or its runs from making backups. */
export function scheduleProblems(subject: Subject, runs: readonly EpochMs[]): readonly PlanProblem[] {
  const { account, plan, rule, sources } = subject;
  if (runs.length === 0) {
    const schedule = `${rule.ScheduleExpression} in ${rule.ScheduleExpressionTimezone}`;
    return [{ code: "NeverRuns", message: `${schedule} never comes any more, so this rule never runs.` }];
  }
  const overlaps = new Overlaps(account, "later");
  return sources.flatMap(source => {
    if (isDisregarded(plan, rule, source)) {
      return [
        {
          code: "Displaced" as const,
          message: `${source.arn} gets no continuous backup by this rule: it has one only, by the rule of the plan that keeps it longest.`,
        },
      ];
    }
    const rivals = runs.map(run => overlaps.displacing(plan, rule, source, run));
    const [first] = rivals;
    if (!first || rivals.includes(undefined)) return [];
    return [
      {
        code: "Displaced" as const,
        message: `${source.arn} gets no backup by this rule in its next ${runs.length} runs: rule ${first.RuleName} keeps its backups longer, or stands before it, and its start window overlaps.`,
      },
    ];
  });
}
