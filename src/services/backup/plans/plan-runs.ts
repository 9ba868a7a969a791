import type { Next } from "../../../core/next";
import { table } from "../../../core/table-spec";
import { type EpochMs, minute } from "../../../core/time";
import type { BackupAccount, BackupView } from "../account";
import type { FollowUp } from "../jobs/following-up";
import { createJob } from "../jobs/job-creating";
import type { BackupSource } from "../links";
import { can } from "../resource-types";
import { allSources, typeOfSource } from "../sources";
import { readSchedule } from "./cron";
import type { Rule } from "./plan-rules";
import { scansFor } from "./plan-settings";
import type { Plan } from "./plans";
import { selects } from "./selecting";
import type { Selection } from "./selections";

/** A rule of a plan in force, and when it runs next. */
export interface PlannedRule {
  readonly BackupPlanId: string;
  readonly RuleId: string;
  readonly next?: Next | undefined;
}

const keyOf = (planId: string, ruleId: string): string => `${planId}/${ruleId}`;

export const plannedRules = table<PlannedRule>(rule => keyOf(rule.BackupPlanId, rule.RuleId)).by(
  "plan",
  rule => rule.BackupPlanId,
);

/** When a rule runs for the first time after an instant, if it ever does. */
export function nextRunOf(rule: Rule, after: EpochMs): EpochMs | undefined {
  const read = readSchedule(rule.ScheduleExpression ?? "");
  return "schedule" in read
    ? read.schedule.nextRun(after, rule.ScheduleExpressionTimezone ?? "Etc/UTC")
    : undefined;
}

/** Puts the rules of a plan on the agenda, in the place of those it had before. */
export function scheduleRules(account: BackupAccount, plan: Plan): void {
  unscheduleRules(account, plan.BackupPlanId);
  for (const { RuleId } of plan.BackupPlan.Rules) {
    account.backup.plannedRules.insert({ BackupPlanId: plan.BackupPlanId, RuleId });
    scheduleNext(account, plan, RuleId);
  }
}

export function unscheduleRules({ backup }: BackupAccount, planId: string): void {
  for (const { RuleId } of [...backup.plannedRules.by("plan", planId)]) {
    backup.plannedRules.remove(keyOf(planId, RuleId));
  }
}

const ruleOf = (plan: Plan | undefined, ruleId: string): Rule | undefined =>
  plan?.BackupPlan.Rules.find(({ RuleId }) => RuleId === ruleId);

function scheduleNext(account: BackupAccount, plan: Plan, ruleId: string): void {
  const rule = ruleOf(plan, ruleId);
  const at = rule && nextRunOf(rule, account.now);
  account.backup.plannedRules.update(keyOf(plan.BackupPlanId, ruleId), {
    next: at === undefined ? undefined : account.planned("run", at),
  });
}

/** What happens to the rules of plans by themselves. */
export const plannedRuleSteps = {
  run({ BackupPlanId, RuleId }: PlannedRule, account: BackupAccount): void {
    const plan = account.backup.plans.get(BackupPlanId);
    const rule = ruleOf(plan, RuleId);
    if (!plan || !rule) {
      account.backup.plannedRules.remove(keyOf(BackupPlanId, RuleId));
      return;
    }
    runRule(account, plan, rule);
    scheduleNext(account, plan, RuleId);
  },
};

function runRule(account: BackupAccount, plan: Plan, rule: Rule): void {
  const { backup, now } = account;
  let ran = false;
  const createdBy = creatorOf(plan, rule);
  for (const [source, selection] of selectedBy(account, plan)) {
    if (displacingRule(account, plan, rule, source, now) || isDisregarded(plan, rule, source)) continue;
    createJob(account, {
      vaultName: rule.TargetBackupVaultName,
      resourceArn: source.arn,
      roleArn: selection.BackupSelection.IamRoleArn,
      startWindowMinutes: rule.StartWindowMinutes,
      completionWindowMinutes: rule.CompletionWindowMinutes,
      lifecycle: rule.Lifecycle,
      tags: rule.RecoveryPointTags,
      options: optionsFor(plan, source),
      idempotencyToken: undefined,
      createdBy,
      followUp: followUpOf(plan, rule, source),
      airGappedVaultArn: rule.TargetLogicallyAirGappedBackupVaultArn,
      continuous: rule.EnableContinuousBackup,
    });
    ran = true;
  }
  if (ran) backup.plans.update(plan.BackupPlanId, { LastExecutionDate: now });
}

const creatorOf = (plan: Plan, rule: Rule) => ({
  BackupPlanArn: plan.BackupPlanArn,
  BackupPlanId: plan.BackupPlanId,
  BackupPlanName: plan.BackupPlan.BackupPlanName,
  BackupPlanVersion: plan.VersionId,
  BackupRuleId: rule.RuleId,
  BackupRuleName: rule.RuleName,
  BackupRuleCron: rule.ScheduleExpression,
  BackupRuleTimezone: rule.ScheduleExpressionTimezone,
});

const optionsFor = (plan: Plan, source: BackupSource) =>
  plan.BackupPlan.AdvancedBackupSettings?.find(({ ResourceType }) => ResourceType === source.type)
    ?.BackupOptions;

/** What the rule wants done with the new points; most rules want nothing. */
function followUpOf({ BackupPlan }: Plan, rule: Rule, { type }: BackupSource): FollowUp | undefined {
  const { CopyActions, IndexActions, ScanActions } = rule;
  if (!CopyActions && !IndexActions && !ScanActions) return undefined;
  return {
    copyActions: CopyActions ?? [],
    index: IndexActions?.some(({ ResourceTypes }) => ResourceTypes?.includes(type)) === true,
    scans: ScanActions ? scansFor(BackupPlan, rule, type) : [],
  };
}

/** Whether a rule keeps a continuous backup of a resource, rather than making snapshots. */
function isContinuousOf(rule: Rule, source: BackupSource): boolean {
  if (!rule.EnableContinuousBackup) return false;
  const type = typeOfSource(source);
  return type !== undefined && can(type, "P");
}

/** Of the rules of a plan that want a continuous backup of a resource only the one that keeps it longest counts. */
function isDisregarded({ BackupPlan }: Plan, rule: Rule, source: BackupSource): boolean {
  if (!isContinuousOf(rule, source)) return false;
  const own = BackupPlan.Rules.indexOf(rule);
  return BackupPlan.Rules.some(
    (rival, index) =>
      isContinuousOf(rival, source) &&
      (retention(rival) > retention(rule) || (retention(rival) === retention(rule) && index < own)),
  );
}

/** The resources that a plan is for at this moment, each with the first selection that takes it in. */
export function* selectedBy(
  account: BackupView,
  plan: Plan,
): Generator<readonly [BackupSource, Selection], undefined> {
  const selections = [...account.backup.selections.by("plan", plan.BackupPlanId)];
  if (selections.length === 0) return;
  for (const source of [...allSources(account)]) {
    const selection = selections.find(candidate => selects(account, candidate, source));
    if (selection) yield [source, selection];
  }
}

const retention = (rule: Rule): number => rule.Lifecycle?.DeleteAfterDays ?? Number.POSITIVE_INFINITY;

const startWindow = (rule: Rule): number => (rule.StartWindowMinutes ?? 480) * minute;

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
  run: EpochMs,
): Rule | undefined {
  for (const other of account.backup.plans.by("active", "yes")) {
    for (const [index, rival] of other.BackupPlan.Rules.entries()) {
      if (rival.RuleId === rule.RuleId) continue;
      // A continuous backup and snapshots do not stand in for each other.
      if (isContinuousOf(rival, source) !== isContinuousOf(rule, source)) continue;
      const comesFirst = other === plan && index < plan.BackupPlan.Rules.indexOf(rule);
      if (displaces(rival, rule, run, comesFirst) && isFor(account, other, source)) return rival;
    }
  }
  return undefined;
}

/** Whether a rival has a start window that overlaps the one that begins now, and keeps its backups longer. */
export function displaces(rival: Rule, rule: Rule, now: EpochMs, comesFirst: boolean): boolean {
  if (retention(rival) < retention(rule)) return false;
  const run = nextRunOf(rival, now - startWindow(rival));
  if (run === undefined) return false;
  if (retention(rival) === retention(rule)) return comesFirst && nextRunOf(rival, now - 1) === now;
  return run < now + startWindow(rule);
}

const isFor = (account: BackupView, plan: Plan, source: BackupSource): boolean => {
  for (const selection of account.backup.selections.by("plan", plan.BackupPlanId)) {
    if (selects(account, selection, source)) return true;
  }
  return false;
};
