import { parseArn } from "../../../core/basics";
import { held, type Next } from "../../../core/time";
import type { BackupAccount } from "../account/account";
import { createJob } from "../backup-jobs/creating";
import type { FollowUp } from "../records/backup-jobs";
import { type PlannedRule, plannedRuleKey } from "../records/planned-rules";
import { airGappedVaultNameOf, type Plan, type Rule, ruleName } from "../records/plans";
import type { BackupSource } from "../records/resources";
import { displacerFor } from "./coming-runs";
import { DisplacedBackup } from "./displaced-backup";
import { Overlaps } from "./overlapping";
import { nextRunOf } from "./plan-rules";
import { scansFor } from "./plan-settings";
import { selectedResources } from "./selected-resources";

/** Schedules the rules of a plan, instead of those it had before. */
export function scheduleRules(
  account: BackupAccount,
  { BackupPlanId, BackupPlanArn, BackupPlan }: Plan,
): void {
  const { plannedRules } = account.backup;
  const isHeld = unscheduleRules(account, BackupPlanId).some(({ next }) => next?.held);
  for (const rule of BackupPlan.Rules) {
    const next = nextOfRule(account, rule);
    plannedRules.insert({
      BackupPlanId,
      BackupPlanArn,
      RuleId: rule.RuleId,
      next: next && isHeld ? held(next) : next,
    });
  }
}

/** Cancels the scheduled runs of a plan. Returns its rules as they were scheduled. */
export function unscheduleRules({ backup }: BackupAccount, planId: string): readonly PlannedRule[] {
  const rules = [...backup.plannedRules.by("plan", planId)];
  for (const { RuleId } of rules) backup.plannedRules.remove(plannedRuleKey(planId, RuleId));
  return rules;
}

const ruleOf = (plan: Plan | undefined, ruleId: string): Rule | undefined =>
  plan?.BackupPlan.Rules.find(({ RuleId }) => RuleId === ruleId);

function nextOfRule(account: BackupAccount, rule: Rule): Next | undefined {
  const at = nextRunOf(rule, account.now);
  return at === undefined ? undefined : account.planned("run", at);
}

/** The timed steps of plan rules. */
export const plannedRuleSteps = {
  run({ BackupPlanId, RuleId }: PlannedRule, account: BackupAccount): void {
    const plan = account.backup.plans.get(BackupPlanId);
    const rule = ruleOf(plan, RuleId);
    if (!plan || !rule) {
      account.backup.plannedRules.remove(plannedRuleKey(BackupPlanId, RuleId));
      return;
    }
    runRule(account, plan, rule);
    account.backup.plannedRules.update(plannedRuleKey(BackupPlanId, RuleId), {
      next: nextOfRule(account, rule),
    });
  },
};

function runRule(account: BackupAccount, plan: Plan, rule: Rule): void {
  const { backup, now } = account;
  let madeJobs = false;
  const createdBy = creatorOf(plan, rule);
  const airGappedVaultName = airGappedVaultNameOf(rule);
  const overlaps = new Overlaps(account, "now");
  for (const [source, selection] of selectedResources(account, plan)) {
    const by = displacerFor(overlaps, { plan, rule }, source, now);
    if (by) {
      account.tallyRule(ruleName(plan.BackupPlan.BackupPlanName, rule.RuleName), "displaced");
      account.note(new DisplacedBackup({ plan, rule }, by, source.arn));
      continue;
    }
    const resource = parseArn(source.arn);
    if (!resource) continue;
    createJob(account, {
      vaultName: rule.TargetBackupVaultName,
      resource,
      roleArn: selection.BackupSelection.IamRoleArn,
      startWindowMinutes: rule.StartWindowMinutes,
      completionWindowMinutes: rule.CompletionWindowMinutes,
      lifecycle: rule.Lifecycle,
      tags: rule.RecoveryPointTags,
      options: optionsFor(plan, source),
      idempotencyToken: undefined,
      createdBy,
      followUp: followUpOf(plan, rule, source),
      airGappedVaultName,
      continuous: rule.EnableContinuousBackup,
    });
    madeJobs = true;
  }
  if (madeJobs) backup.plans.update(plan.BackupPlanId, { LastExecutionDate: now });
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

/** What is to happen to new recovery points of the rule. Undefined for most rules. */
function followUpOf({ BackupPlan }: Plan, rule: Rule, { type }: BackupSource): FollowUp | undefined {
  const { CopyActions, IndexActions, ScanActions } = rule;
  if (!CopyActions && !IndexActions && !ScanActions) return undefined;
  return {
    copyActions: CopyActions ?? [],
    index: IndexActions?.some(({ ResourceTypes }) => ResourceTypes?.includes(type)) === true,
    scans: ScanActions ? scansFor(BackupPlan, rule, type) : [],
  };
}
