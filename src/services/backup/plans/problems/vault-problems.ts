import type { BackupView } from "../../account/account";
import { isReserved } from "../../account/names";
import { targetVaultFor, unsuitableVault } from "../../backup-jobs/target-vaults";
import type { Lifecycle } from "../../records/lifecycle";
import { airGappedVaultNameOf, type Rule } from "../../records/plans";
import { keptLifecycle } from "../../recovery-points/lifecycle";
import { can } from "../../resources/resource-types";
import { typeOfSource } from "../../resources/sources";
import { isDenied } from "../../vaults/vault-guard";
import { isOutsideLock } from "../../vaults/vault-lock";
import type { PlanProblem, RuleContext } from "./problem";

type Target = Parameters<typeof unsuitableVault>[1];

/** Why backups of a rule cannot be stored in the vaults it names. */
export function vaultProblems(context: RuleContext): readonly PlanProblem[] {
  const { account, rule } = context;
  const { TargetBackupVaultName: vaultName } = rule;
  const airGappedVaultName = airGappedVaultNameOf(rule);
  const problems: PlanProblem[] = [];
  const targets: Target[] = [];
  for (const [source, target] of targetsOf(context)) {
    targets.push(target);
    if (!target.issue) continue;
    const message = `The backups of ${source.arn} stay in backup vault ${vaultName}: ${target.issue.message}`;
    problems.push({ code: "AirGappedUnsupported", message });
  }
  if (targets.length === 0) targets.push({ vaultName, airGapped: false });
  const refusals = refusalsOf(account, targets, airGappedVaultName);
  const names = new Set(targets.map(target => target.vaultName));
  if (airGappedVaultName !== undefined) names.add(airGappedVaultName);
  for (const name of names) {
    const problem = vaultProblem(account, name, rule, refusals.get(name));
    if (problem) problems.push(problem);
  }
  return problems;
}

/** Where the backup of each resource would be stored. */
function* targetsOf({ rule, sources }: RuleContext) {
  const request = {
    vaultName: rule.TargetBackupVaultName,
    lifecycle: rule.Lifecycle,
    airGappedVaultName: airGappedVaultNameOf(rule),
  };
  for (const source of sources) {
    const type = typeOfSource(source);
    if (!type) continue;
    const isContinuous = rule.EnableContinuousBackup === true && can(type, "continuousBackup");
    yield [source, targetVaultFor(request, source, type, isContinuous)] as const;
  }
}

/** The vaults that do not accept these backups, with the reason. */
function refusalsOf(
  account: BackupView,
  targets: readonly Target[],
  airGappedVaultName: string | undefined,
): ReadonlyMap<string, Refusal> {
  const refusals = new Map<string, Refusal>();
  for (const target of targets) {
    const unsuitable = unsuitableVault(account, target, airGappedVaultName);
    if (unsuitable) {
      refusals.set(unsuitable.vaultName, { code: "VaultUnsuitable", reason: unsuitable.reason });
    }
    if (deniesBackups(account, target.vaultName)) refusals.set(target.vaultName, deniedByPolicy);
  }
  return refusals;
}

/** Why a vault does not accept the backups of a rule. */
interface Refusal {
  readonly code: PlanProblem["code"];
  readonly reason: string;
}

const deniedByPolicy: Refusal = {
  code: "VaultDenied",
  reason: "denies backup:StartBackupJob to everyone in its access policy",
};

/** Whether the access policy of a vault denies backup jobs. */
function deniesBackups(account: BackupView, name: string): boolean {
  const vault = account.backup.vaults.get(name);
  return vault !== undefined && isDenied(account, vault, "StartBackupJob");
}

function vaultProblem(
  account: BackupView,
  name: string,
  rule: Rule,
  refusal: Refusal | undefined,
): PlanProblem | undefined {
  const fails = "so jobs of this rule that target it fail";
  if (isReserved(name)) {
    const message = `Backup vault ${name} belongs to the service and accepts no backups of other plans.`;
    return { code: "VaultReserved", message };
  }
  const vault = account.backup.vaults.get(name);
  if (!vault) {
    return { code: "VaultMissing", message: `Backup vault ${name} does not exist, ${fails}.` };
  }
  if (vault.VaultType === "RESTORE_ACCESS_BACKUP_VAULT") {
    const message = `Backup vault ${name} gives access to another vault and holds no recovery points, ${fails}.`;
    return { code: "VaultUnsuitable", message };
  }
  if (refusal) {
    return { code: refusal.code, message: `Backup vault ${name} ${refusal.reason}, ${fails}.` };
  }
  if (!isOutsideLock(vault, rule.Lifecycle)) return undefined;
  const { MinRetentionDays: least = 1, MaxRetentionDays: most } = vault;
  const range = most === undefined ? `${least} days or more` : `${least} to ${most} days`;
  return {
    code: "RetentionOutsideLock",
    message: `The rule keeps backups ${keptFor(rule.Lifecycle)}, but the lock of backup vault ${name} allows ${range}, ${fails}.`,
  };
}

function keptFor(lifecycle: Lifecycle | undefined): string {
  const days = keptLifecycle(lifecycle)?.DeleteAfterDays;
  return days === undefined ? "for ever" : `for ${days} ${days === 1 ? "day" : "days"}`;
}
