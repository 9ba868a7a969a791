import type { EpochMs } from "../../../core/time";
import type { PlanVersion, Rule } from "../records/plans";
import { type Contest, displacing } from "./overlapping";
import { Timetable } from "./timetable";

interface Run {
  readonly ExecutionTime: EpochMs;
  readonly RuleId: string;
  readonly RuleExecutionType: "CONTINUOUS_AND_SNAPSHOTS" | "SNAPSHOTS";
}

/** So many runs in a row that give way to others are taken for the end, lest rules that never run are looked at for ever. */
const patience = 1_000;

/**
 * The next runs of a plan's rules, in their order. A run that gives way to a rule that keeps its backups longer is not
 * among them. Which resources can have continuous backups is not asked: where not, such a rule makes snapshots.
 */
export function previewRuns(plan: PlanVersion, now: EpochMs, most: number): readonly Run[] {
  const contest = contestIn(plan);
  const { timetable } = contest;
  const runs: Run[] = [];
  const coming = plan.BackupPlan.Rules.map(rule => ({ rule, at: timetable.nextRun(rule, now) }));
  for (let passed = 0; runs.length < most && passed < patience; passed++) {
    let next: (typeof coming)[number] | undefined;
    for (const candidate of coming) {
      if (candidate.at !== undefined && (next?.at === undefined || candidate.at < next.at)) next = candidate;
    }
    if (next?.at === undefined) break;
    const { rule, at } = next;
    next.at = timetable.nextRun(rule, at);
    if (displacing(contest, { plan, rule }, at)) continue;
    passed = 0;
    runs.push({ ExecutionTime: at, RuleId: rule.RuleId, RuleExecutionType: executionType(rule) });
  }
  return runs;
}

const executionType = (rule: Rule): Run["RuleExecutionType"] =>
  rule.EnableContinuousBackup ? "CONTINUOUS_AND_SNAPSHOTS" : "SNAPSHOTS";

/** The contest among the rules of one plan, whatever it backs up: from its creation on, its schedules tell what runs. */
const contestIn = (plan: PlanVersion): Contest => ({
  timetable: new Timetable([plan]),
  from: plan.CreationDate + 1,
  hasRun: () => false,
  areRivals: (rival, { rule }) => rival.rule.EnableContinuousBackup === rule.EnableContinuousBackup,
});
