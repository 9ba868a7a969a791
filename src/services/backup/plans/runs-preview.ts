import type { EpochMs } from "../../../core/time";
import { displaces } from "./overlapping";
import { nextRunOf, type Rule } from "./plan-rules";
import type { PlanVersion } from "./plans";

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
  const rules = plan.BackupPlan.Rules;
  const runs: Run[] = [];
  const coming = rules.map(rule => ({ rule, at: nextRunOf(rule, now) }));
  for (let passed = 0; runs.length < most && passed < patience; passed++) {
    let next: (typeof coming)[number] | undefined;
    for (const candidate of coming) {
      if (candidate.at !== undefined && (next?.at === undefined || candidate.at < next.at)) next = candidate;
    }
    if (next?.at === undefined) break;
    const { rule, at } = next;
    next.at = nextRunOf(rule, at);
    if (givesWay(plan, rule, at, now)) continue;
    passed = 0;
    const RuleExecutionType = rule.EnableContinuousBackup ? "CONTINUOUS_AND_SNAPSHOTS" : "SNAPSHOTS";
    runs.push({ ExecutionTime: at, RuleId: rule.RuleId, RuleExecutionType });
  }
  return runs;
}

function givesWay({ BackupPlan, CreationDate }: PlanVersion, rule: Rule, at: EpochMs, now: EpochMs): boolean {
  const { Rules } = BackupPlan;
  const own = Rules.indexOf(rule);
  return Rules.some((rival, index) => {
    if (rival === rule || rival.EnableContinuousBackup !== rule.EnableContinuousBackup) return false;
    const hasRun = (after: EpochMs): boolean => {
      const run = nextRunOf(rival, Math.max(after, CreationDate));
      return run !== undefined && run <= now;
    };
    return displaces({ rival, rule, at, comesFirst: index < own, from: now + 1, hasRun });
  });
}
