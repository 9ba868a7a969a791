import type { EpochMs } from "../../../core/time";
import type { PlanVersion, Rule } from "../records/plans";
import { keptLifecycle } from "../recovery-points/lifecycle";
import { nextRunOf } from "./plan-rules";

/** A rule, together with its plan. */
export interface RuleOfPlan {
  readonly plan: PlanVersion;
  readonly rule: Rule;
}

/** How many days a rule keeps its backups; infinite without a lifecycle. */
export const retentionDays = (rule: Rule): number =>
  keptLifecycle(rule.Lifecycle)?.DeleteAfterDays ?? Number.POSITIVE_INFINITY;

/** Which rules take precedence over which, and when they run. Caches its answers, since every resource asks the same. */
export class Timetable {
  readonly plans: Iterable<PlanVersion>;
  readonly #rivals = new Map<Rule, readonly RuleOfPlan[]>();
  readonly #runs = new Map<Rule, Map<EpochMs, EpochMs | undefined>>();
  #rules: readonly RuleOfPlan[] | undefined;

  constructor(plans: Iterable<PlanVersion>) {
    this.plans = plans;
  }

  /** The rules that may displace a rule's runs, longest retention first. */
  rivalsOf({ plan, rule }: RuleOfPlan): readonly RuleOfPlan[] {
    const known = this.#rivals.get(rule);
    if (known) return known;
    this.#rules ??= rulesByRetention(this.plans);
    const own = plan.BackupPlan.Rules.indexOf(rule);
    const days = retentionDays(rule);
    const rivals = this.#rules.filter(
      rival =>
        retentionDays(rival.rule) > days ||
        (retentionDays(rival.rule) === days &&
          rival.plan === plan &&
          plan.BackupPlan.Rules.indexOf(rival.rule) < own),
    );
    this.#rivals.set(rule, rivals);
    return rivals;
  }

  /** The first run of a rule after an instant, if there is one. */
  nextRun(rule: Rule, after: EpochMs): EpochMs | undefined {
    const runs = this.#runs.get(rule) ?? new Map<EpochMs, EpochMs | undefined>();
    this.#runs.set(rule, runs);
    if (runs.has(after)) return runs.get(after);
    const run = nextRunOf(rule, after);
    runs.set(after, run);
    return run;
  }
}

/** The rules of all plans, longest retention first. */
const rulesByRetention = (plans: Iterable<PlanVersion>): readonly RuleOfPlan[] =>
  [...plans]
    .flatMap(plan => plan.BackupPlan.Rules.map(rule => ({ plan, rule })))
    .sort((a, b) =>
      retentionDays(a.rule) === retentionDays(b.rule) ? 0 : retentionDays(b.rule) - retentionDays(a.rule),
    );
