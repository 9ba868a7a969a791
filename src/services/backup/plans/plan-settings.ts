import { isRoleArn } from "../account/names";
import { optionsFault } from "../backup-jobs/backup-options";
import type { ScanOrder } from "../records/backup-jobs";
import type { PlanVersion, Rule, RuleInput } from "../records/plans";
import { scannedTypeOf } from "../scans/scannable";

type Document = Omit<PlanVersion["BackupPlan"], "Rules"> & { readonly Rules: readonly RuleInput[] };

/** All types that are scanned, as AWS's samples write it. */
const everyType = "ALL";

/** Types whose backups have options. */
const typesWithOptions: ReadonlySet<string> = new Set(["EC2", "S3"]);

/** Why a plan is refused for what its rules have in common, or nothing when it is fine. */
export function settingsFault(plan: Document): string | undefined {
  return advancedFault(plan) ?? scanSettingsFault(plan) ?? scanActionsFault(plan) ?? continuousFault(plan);
}

function advancedFault({ AdvancedBackupSettings = [] }: Document): string | undefined {
  for (const { ResourceType = "", BackupOptions = {} } of AdvancedBackupSettings) {
    const fault = typesWithOptions.has(ResourceType)
      ? optionsFault(ResourceType, BackupOptions)
      : `Advanced backup settings are not supported for resource type ${ResourceType}.`;
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function scanSettingsFault({ ScanSettings = [] }: Document): string | undefined {
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

function scanActionsFault({ Rules, ScanSettings = [] }: Document): string | undefined {
  for (const { RuleName, ScanActions = [] } of Rules) {
    for (const { MalwareScanner, ScanMode } of ScanActions) {
      if (MalwareScanner === undefined || ScanMode === undefined) {
        return `Error in rule ${RuleName} : Invalid scan actions. MalwareScanner and ScanMode must be specified`;
      }
      if (!ScanSettings.some(setting => setting.MalwareScanner === MalwareScanner)) {
        return `Error in rule ${RuleName} : Invalid scan actions. The backup plan has no scan settings for ${MalwareScanner}`;
      }
    }
  }
  return undefined;
}

/** A resource has one continuous backup, so the rules that make it must agree on the vault. */
function continuousFault({ Rules }: Document): string | undefined {
  const vaults = new Set(
    Rules.filter(rule => rule.EnableContinuousBackup).map(rule => rule.TargetBackupVaultName),
  );
  return vaults.size > 1
    ? "Invalid backup plan. Backup rules enabled continuous backup must have the same target backup vault."
    : undefined;
}

/** The scans that a rule wants of backups of a type. */
export function scansFor(
  plan: Pick<Document, "ScanSettings">,
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
