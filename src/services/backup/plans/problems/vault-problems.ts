import type { BackupView } from "../../account";
import { landingOf, misplacementOf } from "../../jobs/landing";
import { keptLifecycle, type Lifecycle } from "../../points/lifecycle";
import { isReserved } from "../../reserved";
import { can } from "../../resource-types";
import { typeOfSource } from "../../sources";
import { vaultOfArn } from "../../vaults/vault-arn";
import { isOutsideLock } from "../../vaults/vault-lock";
import type { Rule } from "../plan-rules";
import type { PlanProblem, Subject } from "./problem";

/** Why what a rule makes cannot come to lie where it is meant to. */
export function vaultProblems({ account, rule, sources }: Subject): readonly PlanProblem[] {
  const { TargetLogicallyAirGappedBackupVaultArn: airGappedVaultArn } = rule;
  const wish = { vaultName: rule.TargetBackupVaultName, lifecycle: rule.Lifecycle, airGappedVaultArn };
  const names = new Set<string>();
  const misplaced = new Map<string, string>();
  const problems: PlanProblem[] = [];
  const place = (landing: Parameters<typeof misplacementOf>[1]): void => {
    names.add(landing.vaultName);
    const misplacement = misplacementOf(account, landing, airGappedVaultArn);
    if (misplacement) misplaced.set(misplacement.vaultName, misplacement.reason);
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
    const problem = vaultProblem(account, name, rule, misplaced.get(name));
    if (problem) problems.push(problem);
  }
  return problems;
}

function vaultProblem(
  account: BackupView,
  name: string,
  rule: Rule,
  misplaced: string | undefined,
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
  if (misplaced !== undefined) {
    return { code: "VaultUnsuitable", message: `Backup vault ${name} ${misplaced}, ${fails}.` };
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
