import { day } from "../../../core/time";
import type { BackupView } from "../account/account";
import type { RecoveryPoint } from "../records/recovery-points";
import type { ScanJob } from "../records/scan-jobs";
import { isContinuous, isFinished, typeOfPoint } from "../recovery-points/types";
import { can } from "../resources/resource-types";

const longestBaseAge = 365 * day;

/** The resource types that can be scanned for malware. */
const scannedTypes = ["EBS", "EC2", "S3"] as const;

export const scannedTypeOf = (type: string): ScanJob["ResourceType"] | undefined =>
  scannedTypes.find(scanned => scanned === type);

/** Why a point cannot be scanned; undefined when it can. */
export function scanFault(point: RecoveryPoint): string | undefined {
  const type = typeOfPoint(point);
  const cannot = `Recovery point ${point.RecoveryPointArn} cannot be scanned`;
  if (!type || !can(type, "malwareScan")) {
    return `${cannot}: malware scans are not supported for resource type ${point.ResourceType}.`;
  }
  if (point.StorageClass === "COLD") return `${cannot}: it is in cold storage.`;
  return isFinished(point) ? undefined : `${cannot}: its status is ${point.Status}.`;
}

/** Why a point supports only full scans; undefined when it supports incremental ones. */
export function incrementalFault(point: RecoveryPoint): string | undefined {
  const cannot = `Incremental scans are not supported for recovery point ${point.RecoveryPointArn}`;
  if (isContinuous(point)) return `${cannot}: it is a continuous backup.`;
  if (point.ResourceType !== "EC2") return undefined;
  if (point.copyJobId !== undefined) return `${cannot}: it is a copied Amazon EC2 backup.`;
  return point.VaultType === "LOGICALLY_AIR_GAPPED_BACKUP_VAULT"
    ? `${cannot}: it is an Amazon EC2 backup in a logically air-gapped vault.`
    : undefined;
}

/** Whether a point was scanned, at least partially. */
export const isScanned = ({ ScanResults }: RecoveryPoint): boolean =>
  ScanResults?.some(({ ScanJobState }) => ScanJobState?.startsWith("COMPLETED")) === true;

/** Whether a point can be the base of an incremental scan of another point. */
export const isBaseOf = (base: RecoveryPoint, point: RecoveryPoint): boolean =>
  isFinished(base) &&
  !isContinuous(base) &&
  base.CreationDate < point.CreationDate &&
  base.CreationDate >= point.CreationDate - longestBaseAge;

/** The newest scanned point of the same vault that can be the base of an incremental scan. */
export function newestBaseOf({ backup }: BackupView, point: RecoveryPoint): RecoveryPoint | undefined {
  for (const base of backup.recoveryPoints.by("resource", point.ResourceArn).newest()) {
    if (base.BackupVaultName === point.BackupVaultName && isBaseOf(base, point) && isScanned(base))
      return base;
  }
  return undefined;
}
