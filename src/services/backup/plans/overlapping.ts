import { type EpochMs, minute } from "../../../core/time";
import type { BackupView } from "../account/account";
import type { Plan, Rule } from "../records/plans";
import type { BackupSource } from "../records/resources";
import { can } from "../resources/resource-types";
import { typeOfSource } from "../resources/sources";
import { SelectionMatcher } from "./selection-matching";
import { type RuleOfPlan, retentionDays, Timetable } from "./timetable";

const startWindow = (rule: Rule): number => (rule.StartWindowMinutes ?? 480) * minute;

/** Whether a rule keeps a continuous backup of a resource, instead of making snapshots. */
export function isContinuousOf(rule: Rule, source: BackupSource): boolean {
  if (!rule.EnableContinuousBackup) return false;
  const type = typeOfSource(source);
  return type !== undefined && can(type, "continuousBackup");
}

/**
 * Whether another rule of the plan makes the continuous backup instead of this one: the rule with the longest retention
 * does, and the first of those with the same retention.
 */
export function isSuperseded({ BackupPlan }: RuleOfPlan["plan"], rule: Rule, source: BackupSource): boolean {
  if (!isContinuousOf(rule, source)) return false;
  const own = BackupPlan.Rules.indexOf(rule);
  return BackupPlan.Rules.some(
    (rival, index) =>
      isContinuousOf(rival, source) &&
      (retentionDays(rival) > retentionDays(rule) ||
        (retentionDays(rival) === retentionDays(rule) && index < own)),
  );
}

/** What decides which rules displace which. */
export interface OverlapFacts {
  readonly timetable: Timetable;
  /** Runs from this instant on follow from the schedules; `hasRun` tells of earlier ones. */
  readonly from: EpochMs;
  /** Whether a rule has run after an instant and before `from`. Its schedule does not tell: the rule may be newer. */
  hasRun(rule: Rule, after: EpochMs): boolean;
  /** Whether two rules make the same kind of backup of the same resource. */
  areRivals(rival: RuleOfPlan, rule: RuleOfPlan): boolean;
}

/**
 * The rule that displaces a run of another rule. Where the start windows of rules overlap on a resource, only the rule
 * with the longest retention makes a backup (Developer Guide, "Overlapping rules"). Of rules with the same retention that
 * run at the same instant, the first of their plan does. A displaced run displaces no other run.
 */
export function displacingRule(facts: OverlapFacts, rule: RuleOfPlan, at: EpochMs): RuleOfPlan | undefined {
  const { timetable } = facts;
  return timetable.rivalsOf(rule).find(rival => isDisplaced(facts, rule, at, rival));
}

function isDisplaced(facts: OverlapFacts, rule: RuleOfPlan, at: EpochMs, rival: RuleOfPlan): boolean {
  const { timetable, from } = facts;
  const isEqual = retentionDays(rival.rule) === retentionDays(rule.rule);
  const since = isEqual ? at - 1 : at - startWindow(rival.rule);
  const until = isEqual ? at + 1 : at + startWindow(rule.rule);
  if (!isEqual && facts.hasRun(rival.rule, since)) return facts.areRivals(rival, rule);
  const first = timetable.nextRun(rival.rule, isEqual ? since : Math.max(since, from - 1));
  if (first === undefined || first >= until || !facts.areRivals(rival, rule)) return false;
  for (let run: EpochMs | undefined = first; run !== undefined && run < until; ) {
    if (!displacingRule(facts, rival, run)) return true;
    run = timetable.nextRun(rival.rule, run);
  }
  return false;
}

/** Overlaps between the active rules of an account. Create one for all resources, which share its cached answers. */
export class Overlaps {
  readonly #account: BackupView;
  readonly #timetable: Timetable;
  readonly #from: EpochMs;

  /** For runs at this instant, or for later ones only. */
  constructor(account: BackupView, runs: "now" | "later") {
    this.#account = account;
    this.#timetable = new Timetable(account.backup.plans.by("active", "yes"));
    // A plan that is created at this instant does not run yet.
    this.#from = runs === "now" ? account.now : account.now + 1;
  }

  /** The rule that displaces a run of another rule for a resource. */
  displacingRule(plan: Plan, rule: Rule, source: BackupSource, at: EpochMs): Rule | undefined {
    if (this.#timetable.rivalsOf({ plan, rule }).length === 0) return undefined;
    return displacingRule(this.#factsFor(source), { plan, rule }, at)?.rule;
  }

  #factsFor(source: BackupSource): OverlapFacts {
    const account = this.#account;
    return {
      timetable: this.#timetable,
      from: this.#from,
      hasRun: (rule, after) => hasBackedUp(account, rule, source, after),
      areRivals: (rival, { plan, rule }) =>
        // A continuous backup does not replace snapshots, nor do they replace it.
        isContinuousOf(rival.rule, source) === isContinuousOf(rule, source) &&
        !isSuperseded(rival.plan, rival.rule, source) &&
        (rival.plan === plan || planSelects(account, rival.plan, source)),
    };
  }
}

/** Whether a rule has started a backup of a resource after an instant. */
function hasBackedUp({ backup }: BackupView, rule: Rule, { arn }: BackupSource, after: EpochMs): boolean {
  for (const { CreatedBy, CreationDate } of backup.backupJobs.by("resource", arn).newest()) {
    if (CreationDate <= after) return false;
    if (CreatedBy?.BackupRuleId === rule.RuleId) return true;
  }
  return false;
}

/** Whether a plan selects a resource. */
export function planSelects(account: BackupView, plan: RuleOfPlan["plan"], source: BackupSource): boolean {
  for (const selection of account.backup.selections.by("plan", plan.BackupPlanId)) {
    if (new SelectionMatcher(selection).selects(account, source)) return true;
  }
  return false;
}
