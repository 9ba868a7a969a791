import type { CreateBackupPlanInput, GetBackupPlanOutput } from "@aws-sdk/client-backup";
import type { BackupAccount } from "../services/backup/account/account";
import { isReserved } from "../services/backup/account/names";
import { scheduleRules, unscheduleRules } from "../services/backup/plans/plan-runs";
import { makePlan } from "../services/backup/plans/plans";
import { makeSelection } from "../services/backup/plans/selections";
import type { Plan } from "../services/backup/records/plans";
import { putTags } from "../services/backup/tags/tags";
import { checkFree } from "./backup-items";
import { type Item, invalidItem, required } from "./collection";
import { isObject, type Members } from "./members";
import { planIdOf, type SelectionSeed } from "./selections";

export type PlanSeed = CreateBackupPlanInput &
  GetBackupPlanOutput & {
    /** The selections of the plan. */
    readonly selections?: readonly Omit<SelectionSeed, "BackupPlanId" | "BackupPlanName">[];
  };

/** Refuses the summaries that ListBackupPlans gives: what they hold of a plan is not its rules. */
export function refuseSummary(item: Members): Members {
  if (item["BackupPlan"] !== undefined || item["BackupPlanName"] === undefined) return item;
  throw invalidItem("is a summary, without rules; give what GetBackupPlan answers for it");
}

export function makePlanOf(item: Item<PlanSeed>, account: BackupAccount, described: Members): Plan {
  const { BackupPlan, BackupPlanTags, BackupPlanId, VersionId, CreatorRequestId, CreationDate } = item;
  removeAutomaticPlan(account, BackupPlanId);
  checkFree(account.backup.plans, "backup plan", BackupPlanId);
  const plan = makePlan(account, required(BackupPlan, "BackupPlan"), {
    BackupPlanId,
    VersionId,
    CreatorRequestId,
    CreationDate,
    LastExecutionDate: item.LastExecutionDate,
  });
  putTags(account, plan.BackupPlanArn, BackupPlanTags);
  return withRuleIds(account, plan, described);
}

export function makeSelectionOf(item: Item<SelectionSeed>, account: BackupAccount) {
  const { SelectionId, CreatorRequestId, CreationDate } = item;
  const BackupSelection = required(item.BackupSelection, "BackupSelection");
  const BackupPlanId = planIdOf(required(item.BackupPlanId, "BackupPlanId"), account);
  removeAutomaticSelection(account, BackupPlanId, BackupSelection.SelectionName);
  checkFree(account.backup.selections, "selection", SelectionId, `${BackupPlanId}/${SelectionId}`);
  return makeSelection(account, {
    BackupPlanId,
    BackupSelection,
    SelectionId,
    CreatorRequestId,
    CreationDate,
  });
}

const versionKey = ({ BackupPlanId, VersionId }: Plan): string => `${BackupPlanId}/${VersionId}`;

/** The RuleId of each rule in the description of a plan. */
function describedRuleIds({ BackupPlan }: Members): readonly unknown[] {
  const rules: unknown = isObject(BackupPlan) ? BackupPlan["Rules"] : undefined;
  return Array.isArray(rules)
    ? rules.map((rule: unknown) => (isObject(rule) ? rule["RuleId"] : undefined))
    : [];
}

/** Gives the rules of a new plan the ids in its description. */
function withRuleIds(account: BackupAccount, plan: Plan, described: Members): Plan {
  const given = describedRuleIds(described);
  if (given.every(id => id === undefined)) return plan;
  const ids = plan.BackupPlan.Rules.map(({ RuleId }, index) => {
    const id = given[index];
    return typeof id === "string" ? id : RuleId;
  });
  if (new Set(ids).size < ids.length) throw invalidItem("two rules have the same RuleId");
  const { plans, planVersions } = account.backup;
  unscheduleRules(account, plan.BackupPlanId);
  const changed = plans.change(plan, ({ BackupPlan }) => {
    for (const [index, rule] of BackupPlan.Rules.entries()) rule.RuleId = ids[index] ?? rule.RuleId;
  });
  planVersions.update(versionKey(plan), { BackupPlan: changed.BackupPlan });
  scheduleRules(account, changed);
  return changed;
}

/** Whether an item describes the plan of automatic EFS backups, or its selection, which no operation creates. */
export const isOfAutomaticPlan = ({ BackupPlanId: id }: Members): boolean =>
  typeof id === "string" && isReserved(id);

/** Removes the automatic plan that came with a file system of the fixture, to make room for its description. */
function removeAutomaticPlan(account: BackupAccount, id: string | undefined): void {
  const plan = id !== undefined && isReserved(id) ? account.backup.plans.get(id) : undefined;
  if (!plan) return;
  unscheduleRules(account, plan.BackupPlanId);
  account.backup.planVersions.remove(versionKey(plan));
  account.backup.plans.remove(plan.BackupPlanId);
}

function removeAutomaticSelection({ backup }: BackupAccount, planId: string, name: string): void {
  if (!isReserved(planId)) return;
  for (const { SelectionId, BackupSelection } of [...backup.selections.by("plan", planId)]) {
    if (BackupSelection.SelectionName === name) backup.selections.remove(`${planId}/${SelectionId}`);
  }
}
