import { AwsError } from "../../../core/basics";
import type { Kind } from "../../../core/world";
import type { BackupAccount, BackupShape } from "../account/account";
import { isActive, type Plan, type PlanVersion } from "../records/plans";
import type { Selection } from "../records/selections";
import { scheduleRules } from "./plan-runs";
import { checkPlan } from "./plans";

/** Why AWS has no such plan, if it has none. */
function planFault(
  before: PlanVersion,
  { BackupPlan }: PlanVersion,
  account: BackupAccount,
): string | undefined {
  if (BackupPlan === before.BackupPlan) return undefined;
  const ids = new Set(BackupPlan.Rules.map(({ RuleId }) => RuleId));
  if (ids.size < BackupPlan.Rules.length || ids.has("")) return "each rule needs a RuleId of its own";
  try {
    checkPlan(account, BackupPlan);
    return undefined;
  } catch (thrown) {
    if (thrown instanceof AwsError) return thrown.message;
    throw thrown;
  }
}

/** Keeps the current version of a plan the same in both tables, and schedules its rules. */
function apply(account: BackupAccount, { BackupPlanId, VersionId, BackupPlan }: PlanVersion): void {
  const { plans, planVersions } = account.backup;
  planVersions.update(`${BackupPlanId}/${VersionId}`, { BackupPlan });
  const plan = plans.update(BackupPlanId, { BackupPlan });
  if (isActive(plan)) scheduleRules(account, plan);
}

export const planKind = {
  required: ["BackupPlan", "CreatorRequestId"],
  description: { by: "GetBackupPlan", inputFor: ({ BackupPlanId }) => ({ BackupPlanId }) },
  fixed: ["VersionId", "DeletionDate"],
  fault: planFault,
  edited(before, after, account) {
    if (before.BackupPlan !== after.BackupPlan) apply(account, after);
  },
} satisfies Kind<BackupShape, Plan>;

export const planVersionKind = {
  required: ["BackupPlan"],
  description: {
    by: "GetBackupPlan",
    inputFor: ({ BackupPlanId, VersionId }) => ({ BackupPlanId, VersionId }),
  },
  fault: planFault,
  edited(before, after, account) {
    const isCurrent = account.backup.plans.get(after.BackupPlanId)?.VersionId === after.VersionId;
    if (isCurrent && before.BackupPlan !== after.BackupPlan) apply(account, after);
  },
} satisfies Kind<BackupShape, PlanVersion>;

export const selectionKind = {
  required: ["BackupSelection", "CreatorRequestId"],
  description: {
    by: "GetBackupSelection",
    inputFor: ({ BackupPlanId, SelectionId }) => ({ BackupPlanId, SelectionId }),
  },
} satisfies Kind<BackupShape, Selection>;
