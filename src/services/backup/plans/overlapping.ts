import { type EpochMs, minute } from "../../../core/time";
import type { BackupView } from "../account/account";
import type { Plan, Rule } from "../records/plans";
import type { BackupSource } from "../records/resources";
import { can } from "../resources/resource-types";
import { typeOfSource } from "../resources/sources";
import { selects } from "./selecting";
import { type Contender, retention, Timetable } from "./timetable";

const startWindow = (rule: Rule): number => (rule.StartWindowMinutes ?? 480) * minute;

/** Whether a rule keeps a continuous backup of a resource, rather than making snapshots. */
export function isContinuousOf(rule: Rule, source: BackupSource): boolean {
  if (!rule.EnableContinuousBackup) return false;
  const type = typeOfSource(source);
  return type !== undefined && can(type, "continuousBackup");
}

/** Whether a rule gives way to another of its plan: of continuous backups, only the one kept longest counts. */
export function isDisregarded({ BackupPlan }: Contender["plan"], rule: Rule, source: BackupSource): boolean {
  if (!isContinuousOf(rule, source)) return false;
  const own = BackupPlan.Rules.indexOf(rule);
  return BackupPlan.Rules.some(
    (rival, index) =>
      isContinuousOf(rival, source) &&
      (retention(rival) > retention(rule) || (retention(rival) === retention(rule) && index < own)),
  );
}

/** Rules whose runs may take each other's place. */
export interface Contest {
  readonly timetable: Timetable;
  /** From when on schedules tell what runs. */
  readonly from: EpochMs;
  /** Whether a rule has run after an instant and before that: by its schedule it might have, but not been there yet. */
  hasRun(rule: Rule, after: EpochMs): boolean;
  /** Whether two rules are there for the same backups. */
  areRivals(rival: Contender, rule: Contender): boolean;
}

/**
 * Where the start windows of rules overlap on one resource, only the rule that keeps its backups longest makes one
 * (Developer Guide, "Overlapping rules"); of equals that run at the same instant, the first of their plan. This is the
 * rule that takes the place of another one's run. A run that itself gives way takes nobody's place.
 */
export function displacing(contest: Contest, rule: Contender, at: EpochMs): Contender | undefined {
  const { timetable } = contest;
  return timetable.rivalsOf(rule).find(rival => isDisplaced(contest, rule, at, rival));
}

function isDisplaced(contest: Contest, rule: Contender, at: EpochMs, rival: Contender): boolean {
  const { timetable, from } = contest;
  const isEqual = retention(rival.rule) === retention(rule.rule);
  const since = isEqual ? at - 1 : at - startWindow(rival.rule);
  const until = isEqual ? at + 1 : at + startWindow(rule.rule);
  if (!isEqual && contest.hasRun(rival.rule, since)) return contest.areRivals(rival, rule);
  const first = timetable.nextRun(rival.rule, isEqual ? since : Math.max(since, from - 1));
  if (first === undefined || first >= until || !contest.areRivals(rival, rule)) return false;
  for (let run: EpochMs | undefined = first; run !== undefined && run < until; ) {
    if (!displacing(contest, rival, run)) return true;
    run = timetable.nextRun(rival.rule, run);
  }
  return false;
}

/** The rules of an account that are in force, at one moment. What the resources have in common is found out once. */
export class Overlaps {
  readonly #account: BackupView;
  readonly #timetable: Timetable;
  readonly #from: EpochMs;

  /** What is asked about are runs of this moment, or only later ones. */
  constructor(account: BackupView, asked: "now" | "later") {
    this.#account = account;
    this.#timetable = new Timetable(account.backup.plans.by("active", "yes"));
    // A plan made at this very moment has no run in it.
    this.#from = asked === "now" ? account.now : account.now + 1;
  }

  /** The rule that takes the place of another one's run, as far as a resource is concerned. */
  displacing(plan: Plan, rule: Rule, source: BackupSource, at: EpochMs): Rule | undefined {
    if (this.#timetable.rivalsOf({ plan, rule }).length === 0) return undefined;
    return displacing(this.#contestFor(source), { plan, rule }, at)?.rule;
  }

  #contestFor(source: BackupSource): Contest {
    const account = this.#account;
    return {
      timetable: this.#timetable,
      from: this.#from,
      hasRun: (rule, after) => hasBackedUp(account, rule, source, after),
      areRivals: (rival, { plan, rule }) =>
        // A continuous backup and snapshots do not stand in for each other.
        isContinuousOf(rival.rule, source) === isContinuousOf(rule, source) &&
        !isDisregarded(rival.plan, rival.rule, source) &&
        (rival.plan === plan || isFor(account, rival.plan, source)),
    };
  }
}

/** Whether a rule has begun a backup of a resource after an instant. */
function hasBackedUp({ backup }: BackupView, rule: Rule, { arn }: BackupSource, after: EpochMs): boolean {
  for (const { CreatedBy, CreationDate } of backup.backupJobs.by("resource", arn).newest()) {
    if (CreationDate <= after) return false;
    if (CreatedBy?.BackupRuleId === rule.RuleId) return true;
  }
  return false;
}

/** Whether a plan backs up a resource. */
export function isFor(account: BackupView, plan: Contender["plan"], source: BackupSource): boolean {
  for (const selection of account.backup.selections.by("plan", plan.BackupPlanId)) {
    if (selects(account, selection, source)) return true;
  }
  return false;
}
