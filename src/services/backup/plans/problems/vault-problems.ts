import type { BackupView } from "../../account/account";
import { isReserved } from "../../account/names";
import { landingOf, misplacementOf } from "../../backup-jobs/target-vaults";
import type { Lifecycle } from "../../records/lifecycle";
import type { Rule } from "../../records/plans";
import { vaultOfArn } from "../../records/vaults";
import { keptLifecycle } from "../../recovery-points/lifecycle";
import { can } from "../../resources/resource-types";
import { typeOfSource } from "../../resources/sources";
import { isDenied } from "../../vaults/vault-guard";
import { isOutsideLock } from "../../vaults/vault-lock";
import type { PlanProblem, Subject } from "./problem";

/** Why what a rule makes cannot come to lie where it is meant to. */
export function vaultProblems({ account, rule, sources }: Subject): readonly PlanProblem[] {
  const { TargetLogicallyAirGappedBackupVaultArn: airGappedVaultArn } = rule;
  const wish = { vaultName: rule.TargetBackupVaultName, lifecycle: rule.Lifecycle, airGappedVaultArn };
  const names = new Set<string>();
  const refusing = new Map<string, Refusal>();
  const problems: PlanProblem[] = [];
  const place = (landing: Parameters<typeof misplacementOf>[1]): void => {
    names.add(landing.vaultName);
    const misplacement = misplacementOf(account, landing, airGappedVaultArn);
    if (misplacement) {
      refusing.set(misplacement.vaultName, { code: "VaultUnsuitable", reason: misplacement.reason });
    }
    if (isClosed(account, landing.vaultName)) refusing.set(landing.vaultName, closed);
  };
  for (const source of sources) {
    const type = typeOfSource(source);
    if (!type) continue;
    const landing = landingOf(
      wish,
      source,
      type,
      rule.EnableContinuousBackup === true && can(type, "continuousBackup"),
    );
    place(landing);
    if (!landing.issue) continue;
    const message = `The backups of ${source.arn} stay in backup vault ${rule.TargetBackupVaultName}: ${landing.issue.message}`;
    problems.push({ code: "AirGappedUnsupported", message });
  }
  if (names.size === 0) place({ vaultName: rule.TargetBackupVaultName, airGapped: false });
  const airGapped = airGappedVaultArn === undefined ? undefined : vaultOfArn(airGappedVaultArn)?.name;
  if (airGapped !== undefined) names.add(airGapped);
  for (const name of names) {
    const problem = vaultProblem(account, name, rule, refusing.get(name));
    if (problem) problems.push(problem);
  }
  return problems;
}

/** Why a vault does not take in what a rule makes. */
interface Refusal {
  readonly code: PlanProblem["code"];
  readonly reason: string;
}

const closed: Refusal = {
  code: "VaultDenied",
  reason: "denies backup:StartBackupJob to everyone by its access policy",
};

/** Whether the access policy of a vault denies that backups are made there. */
function isClosed(account: BackupView, name: string): boolean {
  const vault = account.backup.vaults.get(name);
  return vault !== undefined && isDenied(account, vault, "StartBackupJob");
}

function vaultProblem(
  account: BackupView,
  name: string,
  rule: Rule,
  refusal: Refusal | undefined,
): PlanProblem | undefined {
  const fails = "so every job of this rule that is to fill it fails";
  if (isReserved(name)) {
    const message = `Backup vault ${name} is the service's own and takes no other plan's backups.`;
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
    message: `Backups are to be kept ${keptFor(rule.Lifecycle)}, but the lock of backup vault ${name} allows ${range}, ${fails}.`,
  };
}

function keptFor(lifecycle: Lifecycle | undefined): string {
  const days = keptLifecycle(lifecycle)?.DeleteAfterDays;
  return days === undefined ? "for ever" : `for ${days} ${days === 1 ? "day" : "days"}`;
}
