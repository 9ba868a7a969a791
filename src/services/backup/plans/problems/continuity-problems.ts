import type { BackupView } from "../../account/account";
import { conflictOf, continuousPointOf, type Present } from "../../backup-jobs/continuous-backups";
import { landingOf } from "../../backup-jobs/target-vaults";
import type { Plan, Rule } from "../../records/plans";
import type { BackupSource } from "../../records/resources";
import { can } from "../../resources/resource-types";
import { typeOfSource } from "../../resources/sources";
import { vaultArn } from "../../vaults/vaults";
import { isContinuousOf, isDisregarded, isFor } from "../overlapping";
import { nextRunOf } from "../plan-rules";
import type { PlanProblem, Subject } from "./problem";

/** Where the continuous backup that a resource has, or will have, is in the way of what a rule wants. */
export const continuityProblems = (subject: Subject): readonly PlanProblem[] =>
  subject.sources.flatMap(source => problemOf(subject, source) ?? []);

function problemOf({ account, plan, rule }: Subject, source: BackupSource): PlanProblem | undefined {
  const type = typeOfSource(source);
  if (!type || !can(type, "continuousBackup") || isDisregarded(plan, rule, source)) return undefined;
  const present = continuousPointOf(account, source.arn) ?? comingBackup(account, rule, source);
  if (!present) return undefined;
  const continuous = isContinuousOf(rule, source) || undefined;
  const wish = {
    vaultName: rule.TargetBackupVaultName,
    lifecycle: rule.Lifecycle,
    airGappedVaultArn: rule.TargetLogicallyAirGappedBackupVaultArn,
  };
  const conflict = conflictOf(
    account,
    {
      ResourceArn: source.arn,
      ResourceType: source.type,
      BackupVaultName: landingOf(wish, source, type, continuous === true).vaultName,
      CreatedBy: { BackupPlanId: plan.BackupPlanId },
      continuous,
    },
    present,
  );
  if (!conflict) return undefined;
  return "fault" in conflict
    ? {
        code: "ContinuousInOtherVault",
        message: `${source.arn} gets no backup by this rule: ${conflict.fault.message}`,
      }
    : {
        code: "ContinuousAlready",
        message: `${source.arn} gets snapshots by this rule, and no continuous backup: ${conflict.issue.message}`,
      };
}

/** The continuous backup that another rule will begin of a resource which has none yet: the rule that runs first. */
function comingBackup(account: BackupView, own: Rule, source: BackupSource): Present | undefined {
  let first: { readonly plan: Plan; readonly rule: Rule; readonly at: number } | undefined;
  for (const plan of account.backup.plans.by("active", "yes")) {
    const [rule] = plan.BackupPlan.Rules.filter(
      rule => isContinuousOf(rule, source) && !isDisregarded(plan, rule, source),
    );
    const at = rule && nextRunOf(rule, account.now);
    if (!rule || at === undefined || (first && first.at <= at) || !isFor(account, plan, source)) continue;
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
