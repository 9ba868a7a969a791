import type { EpochMs } from "../../../core/time";
import type { PlanVersion, Rule } from "../records/plans";
import { displacingRule, factsOfPlan } from "./overlapping";

interface Run {
  readonly ExecutionTime: EpochMs;
  readonly RuleId: string;
  readonly RuleExecutionType: "CONTINUOUS_AND_SNAPSHOTS" | "SNAPSHOTS";
}

/** The preview ends after this many displaced runs in a row, since some rules are always displaced. */
const mostDisplacedRuns = 1_000;

/**
 * The next runs of a plan's rules, in order of time, without those that a rule with longer retention displaces. Resources
 * are not considered: a rule for continuous backups makes snapshots of those that cannot have one.
 */
export function previewRuns(plan: PlanVersion, now: EpochMs, most: number): readonly Run[] {
  // Its schedules apply from its creation on.
  const facts = factsOfPlan(plan, plan.CreationDate + 1);
  const { timetable } = facts;
  const runs: Run[] = [];
  const upcoming = plan.BackupPlan.Rules.map(rule => ({ rule, at: timetable.nextRun(rule, now) }));
  for (let displaced = 0; runs.length < most && displaced < mostDisplacedRuns; displaced++) {
    let next: (typeof upcoming)[number] | undefined;
    for (const candidate of upcoming) {
      if (candidate.at !== undefined && (next?.at === undefined || candidate.at < next.at)) next = candidate;
    }
    if (next?.at === undefined) break;
    const { rule, at } = next;
    next.at = timetable.nextRun(rule, at);
    if (displacingRule(facts, { plan, rule }, at)) continue;
    displaced = 0;
    runs.push({ ExecutionTime: at, RuleId: rule.RuleId, RuleExecutionType: executionType(rule) });
  }
  return runs;
}

const executionType = (rule: Rule): Run["RuleExecutionType"] =>
  rule.EnableContinuousBackup ? "CONTINUOUS_AND_SNAPSHOTS" : "SNAPSHOTS";
