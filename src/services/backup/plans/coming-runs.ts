import { day, type EpochMs } from "../../../core/time";
import type { Rule } from "../records/plans";
import type { BackupSource } from "../records/resources";
import { type Overlaps, supersedingRule } from "./overlapping";
import { nextRunOf } from "./plan-rules";
import type { RuleContext } from "./problems/problem";
import type { RuleOfPlan } from "./timetable";

/** A run that makes no backup of any resource, because another rule displaces it. */
export interface DisplacedRun {
  readonly at: EpochMs;
  readonly by: RuleOfPlan;
}

/** The runs of a rule to come. */
export interface ComingRuns {
  /** Those that make a backup, at most 30. */
  readonly made: readonly EpochMs[];
  /** Those among them and before that make none. */
  readonly displaced: readonly DisplacedRun[];
}

/** The coming runs of each rule of a plan. */
export type RunsOfRules = ReadonlyMap<Rule, ComingRuns>;

/** As many as show every interval of a daily or weekly rule, of working days for instance. */
const mostMade = 30;
/** A rule is taken to lose every run after this many, or after a year's runs but at least as many as are shown. */
const mostLookedAt = 1_000;
const farAhead = 400 * day;
const leastLookedAt = 3;

/** The coming runs of a rule. Without resources to tell by, all rules of the plan are taken to concern the same ones. */
export function comingRuns({ account, rule, plan, sources }: RuleContext, overlaps: Overlaps): ComingRuns {
  const made: EpochMs[] = [];
  const displaced: DisplacedRun[] = [];
  const kinds = overlaps.alike(sources).map(({ first }) => first);
  const ofPlan = { plan, rule };
  let looked = 0;
  let run = nextRunOf(rule, account.now);
  while (run !== undefined && made.length < mostMade && looked < mostLookedAt) {
    if (made.length === 0 && looked >= leastLookedAt && run > account.now + farAhead) break;
    const by = displacerOf(overlaps, ofPlan, kinds, run);
    if (by) displaced.push({ at: run, by });
    else made.push(run);
    looked++;
    run = nextRunOf(rule, run);
  }
  return { made, displaced };
}

/** The rule that makes the backups in place of a run, if it makes none itself. */
function displacerOf(
  overlaps: Overlaps,
  rule: RuleOfPlan,
  sources: readonly BackupSource[],
  at: EpochMs,
): RuleOfPlan | undefined {
  if (sources.length === 0) return overlaps.displacingRuleOfPlan(rule, at);
  let displacer: RuleOfPlan | undefined;
  for (const source of sources) {
    const by = displacerFor(overlaps, rule, source, at);
    if (!by) return undefined;
    displacer ??= by;
  }
  return displacer;
}

/** The rule that backs up a resource in place of a run. */
export function displacerFor(
  overlaps: Overlaps,
  { plan, rule }: RuleOfPlan,
  source: BackupSource,
  at: EpochMs,
): RuleOfPlan | undefined {
  const superseding = supersedingRule(plan, rule, source);
  return superseding ? { plan, rule: superseding } : overlaps.displacingRuleFor({ plan, rule }, source, at);
}
