import { inSomeRules } from "../account/errors";
import { isRoleArn } from "../account/names";
import { optionsFault } from "../backup-jobs/backup-options";
import type { ScanOrder } from "../records/backup-jobs";
import type { PlanVersion, Rule, RuleInput } from "../records/plans";
import { scannedTypeOf } from "../scans/scannable";

type PlanDocument = Omit<PlanVersion["BackupPlan"], "Rules"> & { readonly Rules: readonly RuleInput[] };

/** Stands for all types that can be scanned, as in AWS's samples. */
const everyType = "ALL";

/** Types with advanced backup settings. */
const typesWithOptions: ReadonlySet<string> = new Set(["EC2", "S3"]);

/** Why a plan's settings, apart from single rules, are invalid. Undefined when they are valid. */
export function settingsFault(plan: PlanDocument): string | undefined {
  return advancedFault(plan) ?? scanSettingsFault(plan) ?? scanActionsFault(plan) ?? continuousFault(plan);
}

function advancedFault({ AdvancedBackupSettings = [] }: PlanDocument): string | undefined {
  for (const { ResourceType = "", BackupOptions = {} } of AdvancedBackupSettings) {
    const fault = typesWithOptions.has(ResourceType)
      ? optionsFault(ResourceType, BackupOptions)
      : `Advanced backup settings are not supported for resource type ${ResourceType}.`;
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function scanSettingsFault({ ScanSettings = [] }: PlanDocument): string | undefined {
  for (const { MalwareScanner, ResourceTypes = [], ScannerRoleArn } of ScanSettings) {
    if (MalwareScanner === undefined) return "Invalid scan settings. MalwareScanner must be specified.";
    if (!ScannerRoleArn || !isRoleArn(ScannerRoleArn)) {
      return `Invalid scan settings. Invalid IAM role ARN: ${ScannerRoleArn}`;
    }
    const unknown = ResourceTypes.find(type => type !== everyType && !scannedTypeOf(type));
    if (unknown !== undefined) {
      return `Invalid scan settings. Malware scans are not supported for resource type ${unknown}.`;
    }
    if (ResourceTypes.length === 0) return "Invalid scan settings. ResourceTypes must be specified.";
  }
  return undefined;
}

function scanActionsFault({ Rules, ScanSettings = [] }: PlanDocument): string | undefined {
  for (const { ScanActions = [] } of Rules) {
    for (const { MalwareScanner, ScanMode } of ScanActions) {
      if (MalwareScanner === undefined || ScanMode === undefined) {
        return inSomeRules("Invalid scan actions. MalwareScanner and ScanMode must be specified");
      }
      if (!ScanSettings.some(setting => setting.MalwareScanner === MalwareScanner)) {
        return inSomeRules(
          `Invalid scan actions. The backup plan has no scan settings for ${MalwareScanner}`,
        );
      }
    }
  }
  return undefined;
}

/** A resource has only one continuous backup, so all rules that make it must target the same vault. */
function continuousFault({ Rules }: PlanDocument): string | undefined {
  const vaults = new Set(
    Rules.filter(rule => rule.EnableContinuousBackup).map(rule => rule.TargetBackupVaultName),
  );
  return vaults.size > 1
    ? "Invalid backup plan. Backup rules enabled continuous backup must have the same target backup vault."
    : undefined;
}

/** The scans that a rule orders for backups of a resource type. */
export function scansFor(
  plan: Pick<PlanDocument, "ScanSettings">,
  rule: Rule,
  type: string,
): readonly ScanOrder[] {
  const orders: ScanOrder[] = [];
  for (const { MalwareScanner: scanner, ScanMode } of rule.ScanActions ?? []) {
    const setting = plan.ScanSettings?.find(
      ({ MalwareScanner, ResourceTypes = [] }) =>
        MalwareScanner === scanner && ResourceTypes.some(wanted => wanted === type || wanted === everyType),
    );
    if (!scanner || setting?.ScannerRoleArn === undefined) continue;
    orders.push({
      scanner,
      incremental: ScanMode === "INCREMENTAL_SCAN",
      scannerRoleArn: setting.ScannerRoleArn,
    });
  }
  return orders;
}
