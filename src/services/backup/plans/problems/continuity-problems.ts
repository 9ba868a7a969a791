import type { BackupView } from "../../account/account";
import { conflictOf, continuousPointOf, type ExistingContinuous } from "../../backup-jobs/continuous-backups";
import { targetVaultFor } from "../../backup-jobs/target-vaults";
import { airGappedVaultNameOf, type Plan, type Rule } from "../../records/plans";
import type { BackupSource } from "../../records/resources";
import { can } from "../../resources/resource-types";
import { typeOfSource } from "../../resources/sources";
import { vaultArn } from "../../vaults/vaults";
import { isContinuousOf, isSuperseded, planSelects } from "../overlapping";
import { nextRunOf } from "../plan-rules";
import type { PlanProblem, RuleContext } from "./problem";

/** Conflicts between a rule and the continuous backup that a resource has or will have. */
export const continuityProblems = (context: RuleContext): readonly PlanProblem[] =>
  context.sources.flatMap(source => problemOf(context, source) ?? []);

function problemOf({ account, plan, rule }: RuleContext, source: BackupSource): PlanProblem | undefined {
  const type = typeOfSource(source);
  if (!type || !can(type, "continuousBackup") || isSuperseded(plan, rule, source)) return undefined;
  const present = continuousPointOf(account, source.arn) ?? futureBackup(account, rule, source);
  if (!present) return undefined;
  const continuous = isContinuousOf(rule, source) || undefined;
  const wish = {
    vaultName: rule.TargetBackupVaultName,
    lifecycle: rule.Lifecycle,
    airGappedVaultName: airGappedVaultNameOf(rule),
  };
  const conflict = conflictOf(
    account,
    {
      ResourceArn: source.arn,
      ResourceType: source.type,
      BackupVaultName: targetVaultFor(wish, source, type, continuous === true).vaultName,
      CreatedBy: { BackupPlanId: plan.BackupPlanId },
      continuous,
    },
    present,
  );
  if (!conflict) return undefined;
  return "fault" in conflict
    ? {
        code: "ContinuousInOtherVault",
        message: `${source.arn} gets no backup from this rule: ${conflict.fault.message}`,
      }
    : {
        code: "ContinuousAlready",
        message: `${source.arn} gets snapshots from this rule, and no continuous backup: ${conflict.issue.message}`,
      };
}

/** The continuous backup that another rule will start, if it runs first, of a resource that has none yet. */
function futureBackup(account: BackupView, own: Rule, source: BackupSource): ExistingContinuous | undefined {
  let first: { readonly plan: Plan; readonly rule: Rule; readonly at: number } | undefined;
  for (const plan of account.backup.plans.by("active", "yes")) {
    const [rule] = plan.BackupPlan.Rules.filter(
      rule => isContinuousOf(rule, source) && !isSuperseded(plan, rule, source),
    );
    const at = rule && nextRunOf(rule, account.now);
    if (!rule || at === undefined || (first && first.at <= at) || !planSelects(account, plan, source))
      continue;
    first = { plan, rule, at };
  }
  if (!first || first.rule === own) return undefined;
  const { BackupPlanId, BackupPlanArn } = first.plan;
  const BackupVaultName = first.rule.TargetBackupVaultName;
  return {
    BackupVaultName,
    BackupVaultArn: vaultArn(account.place, BackupVaultName),
    CreatedBy: { BackupPlanId, BackupPlanArn },
  };
}
