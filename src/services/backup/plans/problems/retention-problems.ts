import { day, type EpochMs, hour } from "../../../../core/time";
import type { Lifecycle } from "../../records/lifecycle";
import type { Rule } from "../../records/plans";
import { keptLifecycle } from "../../recovery-points/lifecycle";
import type { RunsOfRules } from "../coming-runs";
import { retentionDays } from "../timetable";
import type { PlanProblem, RuleContext } from "./problem";

/** A time without any backup. */
interface Gap {
  readonly from: EpochMs;
  readonly to: EpochMs;
}

/** Shorter gaps come of the change to and from daylight saving time. */
const shortestGap = 2 * hour;

/** Backups that are deleted before the next one, or before they would move to cold storage. */
export function retentionProblems({ rule }: RuleContext, runs: RunsOfRules): readonly PlanProblem[] {
  const problems: PlanProblem[] = [...unreachedColdStorage(rule.Lifecycle, "The backups of this rule")];
  for (const { DestinationBackupVaultArn, Lifecycle: lifecycle } of rule.CopyActions ?? []) {
    problems.push(...unreachedColdStorage(lifecycle, `The copies in ${DestinationBackupVaultArn}`));
  }
  const longest = longestGap(rule, runs);
  if (longest === undefined) return problems;
  const days = retentionDays(rule);
  const message = `The backups of this rule are deleted after ${daysText(days)}, but made up to ${daysText(longest / day + days)} apart, so for ${daysText(longest / day)} there is none: keep them longer, or run the rule more often.`;
  return [...problems, { code: "RetentionGap", message }];
}

/** AWS refuses such lifecycles. An account that a test has edited can have them. */
function unreachedColdStorage(lifecycle: Lifecycle | undefined, what: string): readonly PlanProblem[] {
  const { MoveToColdStorageAfterDays: cold, DeleteAfterDays: last } = keptLifecycle(lifecycle) ?? {};
  if (cold === undefined || last === undefined || cold < last) return [];
  const message = `${what} would move to cold storage after ${daysText(cold)}, but are deleted after ${daysText(last)}, so none ever does.`;
  return [{ code: "ColdStorageUnreached", message }];
}

/** The longest time without a backup of a rule that no other rule of its plan fills, in milliseconds. */
function longestGap(rule: Rule, runs: RunsOfRules): number | undefined {
  // A continuous backup is renewed at each run, and restorable in between.
  if (rule.EnableContinuousBackup) return undefined;
  const others = [...runs].filter(([other, { made }]) => other !== rule && made.length > 0);
  const gaps = gapsOf(rule, runs.get(rule)?.made ?? []);
  if (gaps.length === 0 || others.some(([other, { made }]) => isWithoutGaps(other, made))) return undefined;
  // What is known of the other rules' runs ends there.
  const horizon = Math.min(...others.map(([, { made }]) => made.at(-1) ?? 0));
  const open = gaps
    .filter(({ to }) => to <= horizon)
    .filter(gap => !others.some(([other, { made }]) => isFilled(gap, other, made)));
  return open.length === 0 ? undefined : Math.max(...open.map(({ from, to }) => to - from));
}

function gapsOf(rule: Rule, runs: readonly EpochMs[]): readonly Gap[] {
  const kept = retentionDays(rule) * day;
  return runs
    .slice(1)
    .map((to, index) => ({ from: (runs[index] ?? to) + kept, to }))
    .filter(({ from, to }) => to - from >= shortestGap);
}

const isWithoutGaps = (rule: Rule, runs: readonly EpochMs[]): boolean =>
  runs.length > 1 && gapsOf(rule, runs).length === 0;

/** Whether one backup of another rule lasts all through a gap. */
const isFilled = ({ from, to }: Gap, rule: Rule, runs: readonly EpochMs[]): boolean =>
  runs.some(run => run <= from && run + retentionDays(rule) * day >= to);

function daysText(days: number): string {
  const rounded = Math.round(days * 10) / 10;
  return `${rounded} ${rounded === 1 ? "day" : "days"}`;
}
