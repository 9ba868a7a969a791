import { type EpochMs, minute } from "../../../core/time";
import type { BackupView } from "../account/account";
import type { Rule } from "../records/plans";
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
 * The rule of the plan that makes the continuous backup instead of this one, if another one does: the rule with the
 * longest retention, and the first of those with the same retention.
 */
export function supersedingRule(
  { BackupPlan }: RuleOfPlan["plan"],
  rule: Rule,
  source: BackupSource,
): Rule | undefined {
  if (!isContinuousOf(rule, source)) return undefined;
  const first = BackupPlan.Rules.filter(rival => isContinuousOf(rival, source)).reduce((longest, rival) =>
    retentionDays(rival) > retentionDays(longest) ? rival : longest,
  );
  return first === rule ? undefined : first;
}

/** Whether another rule of the plan makes the continuous backup instead of this one. */
export const isSuperseded = (plan: RuleOfPlan["plan"], rule: Rule, source: BackupSource): boolean =>
  supersedingRule(plan, rule, source) !== undefined;

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

/** Resources that plans treat alike. */
export interface SimilarSources {
  readonly first: BackupSource;
  readonly all: readonly BackupSource[];
}

/** Overlaps between the active rules of an account. Create one for all resources, which share its cached answers. */
export class Overlaps {
  readonly #account: BackupView;
  readonly #timetable: Timetable;
  readonly #from: EpochMs;
  readonly #ofPlans = new Map<RuleOfPlan["plan"], OverlapFacts>();

  /** For runs at this instant, or for later ones only. */
  constructor(account: BackupView, runs: "now" | "later") {
    this.#account = account;
    this.#timetable = new Timetable(account.backup.plans.by("active", "yes"));
    // A plan that is created at this instant does not run yet.
    this.#from = runs === "now" ? account.now : account.now + 1;
  }

  /** The rule that displaces a run of another rule for a resource. */
  displacingRuleFor(rule: RuleOfPlan, source: BackupSource, at: EpochMs): RuleOfPlan | undefined {
    if (this.#timetable.rivalsOf(rule).length === 0) return undefined;
    return displacingRule(this.#factsFor(source), rule, at);
  }

  /** The rule of the same plan that displaces a run of another rule, whatever the resources. */
  displacingRuleOfPlan(rule: RuleOfPlan, at: EpochMs): RuleOfPlan | undefined {
    const { plan } = rule;
    const facts = this.#ofPlans.get(plan) ?? factsOfPlan(plan, this.#from);
    this.#ofPlans.set(plan, facts);
    return displacingRule(facts, rule, at);
  }

  /** The resources in groups for which {@link displacingRuleFor} gives the same answers: most are alike. */
  alike(sources: readonly BackupSource[]): readonly SimilarSources[] {
    const groups = new Map<string, BackupSource[]>();
    for (const source of sources) {
      const kind = this.#kindOf(source);
      const group = groups.get(kind);
      if (group) group.push(source);
      else groups.set(kind, [source]);
    }
    return [...groups.values()].flatMap(all => (all[0] ? [{ first: all[0], all }] : []));
  }

  /** The plans that select a resource, the rules that keep a continuous backup of it, and its jobs of late. */
  #kindOf(source: BackupSource): string {
    const { backup, now } = this.#account;
    const kind: unknown[] = [];
    let longestWindow = 0;
    for (const plan of this.#timetable.plans) {
      const rules = plan.BackupPlan.Rules;
      longestWindow = Math.max(longestWindow, ...rules.map(startWindow));
      if (!planSelects(this.#account, plan, source)) continue;
      kind.push(plan.BackupPlanId, ...rules.map(rule => isContinuousOf(rule, source)));
    }
    for (const { CreatedBy, CreationDate } of backup.backupJobs.by("resource", source.arn).newest()) {
      if (CreationDate < now - longestWindow) break;
      kind.push(CreatedBy?.BackupRuleId, CreationDate);
    }
    return JSON.stringify(kind);
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

/** Overlaps within one plan, regardless of resources. */
export const factsOfPlan = (plan: RuleOfPlan["plan"], from: EpochMs): OverlapFacts => ({
  timetable: new Timetable([plan]),
  from,
  hasRun: () => false,
  areRivals: (rival, { rule }) => rival.rule.EnableContinuousBackup === rule.EnableContinuousBackup,
});

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
