import type { EpochMs } from "../../../core/time";
import type { PlanVersion, Rule } from "../records/plans";
import { keptLifecycle } from "../recovery-points/lifecycle";
import { nextRunOf } from "./plan-rules";

/** A rule, and the plan that it is of. */
export interface Contender {
  readonly plan: PlanVersion;
  readonly rule: Rule;
}

/** For how many days a rule keeps its backups. */
export const retention = (rule: Rule): number =>
  keptLifecycle(rule.Lifecycle)?.DeleteAfterDays ?? Number.POSITIVE_INFINITY;

/** Which rules are put before which, and when they run. Nothing is worked out twice, however many resources ask. */
export class Timetable {
  readonly #plans: Iterable<PlanVersion>;
  readonly #rivals = new Map<Rule, readonly Contender[]>();
  readonly #runs = new Map<Rule, Map<EpochMs, EpochMs | undefined>>();
  #contenders: readonly Contender[] | undefined;

  constructor(plans: Iterable<PlanVersion>) {
    this.#plans = plans;
  }

  /** The rules that may take the place of a rule's runs, those that keep longest first. */
  rivalsOf({ plan, rule }: Contender): readonly Contender[] {
    const known = this.#rivals.get(rule);
    if (known) return known;
    this.#contenders ??= contendersOf(this.#plans);
    const own = plan.BackupPlan.Rules.indexOf(rule);
    const kept = retention(rule);
    const rivals = this.#contenders.filter(
      rival =>
        retention(rival.rule) > kept ||
        (retention(rival.rule) === kept &&
          rival.plan === plan &&
          plan.BackupPlan.Rules.indexOf(rival.rule) < own),
    );
    this.#rivals.set(rule, rivals);
    return rivals;
  }

  /** When a rule runs for the first time after an instant, if it ever does. */
  nextRun(rule: Rule, after: EpochMs): EpochMs | undefined {
    const runs = this.#runs.get(rule) ?? new Map<EpochMs, EpochMs | undefined>();
    this.#runs.set(rule, runs);
    if (runs.has(after)) return runs.get(after);
    const run = nextRunOf(rule, after);
    runs.set(after, run);
    return run;
  }
}

const contendersOf = (plans: Iterable<PlanVersion>): readonly Contender[] =>
  [...plans]
    .flatMap(plan => plan.BackupPlan.Rules.map(rule => ({ plan, rule })))
    .sort((a, b) => (retention(a.rule) === retention(b.rule) ? 0 : retention(b.rule) - retention(a.rule)));
