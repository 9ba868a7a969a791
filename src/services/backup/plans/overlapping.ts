import { type EpochMs, minute } from "../../../core/time";
import type { BackupView } from "../account";
import { defaultStartWindow } from "../jobs/window-bounds";
import type { BackupSource } from "../links";
import { keptLifecycle } from "../points/lifecycle";
import { can } from "../resource-types";
import { typeOfSource } from "../sources";
import { nextRunOf, type Rule } from "./plan-rules";
import type { Plan } from "./plans";
import { selects } from "./selecting";

const retention = (rule: Rule): number =>
  keptLifecycle(rule.Lifecycle)?.DeleteAfterDays ?? Number.POSITIVE_INFINITY;

const startWindow = (rule: Rule): number => (rule.StartWindowMinutes ?? defaultStartWindow) * minute;

/** Whether a rule keeps a continuous backup of a resource, rather than making snapshots. */
function isContinuousOf(rule: Rule, source: BackupSource): boolean {
  if (!rule.EnableContinuousBackup) return false;
  const type = typeOfSource(source);
  return type !== undefined && can(type, "continuousBackup");
}

/** Of the rules of a plan that want a continuous backup of a resource only the one that keeps it longest counts. */
export function isDisregarded({ BackupPlan }: Plan, rule: Rule, source: BackupSource): boolean {
  if (!isContinuousOf(rule, source)) return false;
  const own = BackupPlan.Rules.indexOf(rule);
  return BackupPlan.Rules.some(
    (rival, index) =>
      isContinuousOf(rival, source) &&
      (retention(rival) > retention(rule) || (retention(rival) === retention(rule) && index < own)),
  );
}

/** Two rules, one of which may take the place of a run of the other. */
interface Overlap {
  readonly rival: Rule;
  readonly rule: Rule;
  /** When the rule runs. */
  readonly at: EpochMs;
  /** The rival stands first in the same plan. */
  readonly comesFirst: boolean;
  /** From when on the rival's schedule tells when it runs. */
  readonly from: EpochMs;
  /** Whether the rival has run after an instant and before that: by its schedule it might have, but not been there yet. */
  hasRun(after: EpochMs): boolean;
}

/** Whether the start windows of the two overlap, and the rival keeps its backups longer. */
export function displaces({ rival, rule, at, comesFirst, from, hasRun }: Overlap): boolean {
  if (retention(rival) < retention(rule)) return false;
  if (retention(rival) === retention(rule)) return comesFirst && nextRunOf(rival, at - 1) === at;
  const since = at - startWindow(rival);
  if (hasRun(since)) return true;
  const coming = nextRunOf(rival, Math.max(since, from - 1));
  return coming !== undefined && coming < at + startWindow(rule);
}

/**
 * Where the start windows of rules overlap on one resource, only the rule that keeps its backups longest makes one
 * (Developer Guide, "Overlapping rules"); of equals that run at the same instant, the first. This is the rule that
 * takes the place of another one's run.
 */
export function displacingRule(
  account: BackupView,
  plan: Plan,
  rule: Rule,
  source: BackupSource,
  at: EpochMs,
): Rule | undefined {
  // A plan made at this very moment has no run in it.
  const from = at > account.now ? account.now + 1 : account.now;
  const own = plan.BackupPlan.Rules.indexOf(rule);
  for (const other of account.backup.plans.by("active", "yes")) {
    for (const [index, rival] of other.BackupPlan.Rules.entries()) {
      if (rival.RuleId === rule.RuleId) continue;
      // A continuous backup and snapshots do not stand in for each other.
      if (isContinuousOf(rival, source) !== isContinuousOf(rule, source)) continue;
      const comesFirst = other === plan && index < own;
      const hasRun = (after: EpochMs) => hasBackedUp(account, rival, source, after);
      const isDisplaced = displaces({ rival, rule, at, comesFirst, from, hasRun });
      if (isDisplaced && isFor(account, other, source)) return rival;
    }
  }
  return undefined;
}

/** Whether a rule has begun a backup of a resource after an instant. */
function hasBackedUp({ backup }: BackupView, rule: Rule, { arn }: BackupSource, after: EpochMs): boolean {
  for (const { CreatedBy, CreationDate } of backup.backupJobs.by("resource", arn).newest()) {
    if (CreationDate <= after) return false;
    if (CreatedBy?.BackupRuleId === rule.RuleId) return true;
  }
  return false;
}

const isFor = (account: BackupView, plan: Plan, source: BackupSource): boolean => {
  for (const selection of account.backup.selections.by("plan", plan.BackupPlanId)) {
    if (selects(account, selection, source)) return true;
  }
  return false;
};
