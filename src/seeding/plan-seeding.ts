import type { BackupAccount } from "../services/backup/account/account";
import { isReserved } from "../services/backup/account/names";
import { scheduleRules, unscheduleRules } from "../services/backup/plans/plan-runs";
import type { Plan } from "../services/backup/records/plans";
import { invalidItem } from "./collection";
import { isObject, type Members } from "./members";

const versionKey = ({ BackupPlanId, VersionId }: Plan): string => `${BackupPlanId}/${VersionId}`;

/** Gives the rules of a new plan the ids that its description has for them. */
export function withRuleIds(account: BackupAccount, plan: Plan, { BackupPlan: shown }: Members): Plan {
  const given: unknown = isObject(shown) ? shown["Rules"] : undefined;
  const { Rules } = plan.BackupPlan;
  const rules = Rules.map((rule, index) => {
    const id: unknown = Array.isArray(given) && isObject(given[index]) ? given[index]["RuleId"] : undefined;
    return typeof id === "string" ? { ...rule, RuleId: id } : rule;
  });
  if (rules.every((rule, index) => rule === Rules[index])) return plan;
  if (new Set(rules.map(({ RuleId }) => RuleId)).size < rules.length) {
    throw invalidItem("has two rules of the same RuleId");
  }
  const { plans, planVersions } = account.backup;
  const BackupPlan = { ...plan.BackupPlan, Rules: rules };
  unscheduleRules(account, plan.BackupPlanId);
  planVersions.update(versionKey(plan), { BackupPlan });
  const changed = plans.update(plan.BackupPlanId, { BackupPlan });
  scheduleRules(account, changed);
  return changed;
}

/** Whether an item describes the plan of automatic EFS backups, or its selection. Nobody creates these. */
export const isOfAutomaticPlan = ({ BackupPlanId: id }: Members): boolean =>
  typeof id === "string" && isReserved(id);

/** Makes room for the description of the plan of automatic EFS backups, which came with a file system of the fixture. */
export function replaceAutomaticPlan(account: BackupAccount, id: string | undefined): void {
  const plan = id !== undefined && isReserved(id) ? account.backup.plans.get(id) : undefined;
  if (!plan) return;
  unscheduleRules(account, plan.BackupPlanId);
  account.backup.planVersions.remove(versionKey(plan));
  account.backup.plans.remove(plan.BackupPlanId);
}

/** The same for that plan's selection. */
export function replaceAutomaticSelection({ backup }: BackupAccount, planId: string, name: string): void {
  if (!isReserved(planId)) return;
  for (const { SelectionId, BackupSelection } of [...backup.selections.by("plan", planId)]) {
    if (BackupSelection.SelectionName === name) backup.selections.remove(`${planId}/${SelectionId}`);
  }
}
