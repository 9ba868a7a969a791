import type { StartScanJobInput } from "@aws-sdk/client-backup";
import type { Stored } from "../../../core/world";
import { type BackupAccount, write } from "../account/account";
import { invalidParameter, invalidRequest, limitExceeded, notFound, pointNotFound } from "../account/errors";
import { isRoleArn } from "../account/names";
import { createdBefore } from "../account/repeated-requests";
import type { RecoveryPoint } from "../records/recovery-points";
import { isUnfinishedScan } from "../records/scan-jobs";
import { isInSpan, restorableSpan, spanText } from "../recovery-points/restorable-span";
import { isContinuous } from "../recovery-points/types";
import { checkVaultPolicy } from "../vaults/vault-guard";
import { createScanJob } from "./scan-creating";
import { incrementalFault, isBaseOf, isScanned, newestBaseOf, scanFault } from "./scannable";

type Input = Stored<StartScanJobInput>;

export const startScanJob = write<"StartScanJob">((input, account) => {
  const { backup } = account;
  const { IamRoleArn, ScannerRoleArn, MalwareScanner, IdempotencyToken } = input;
  const earlier = createdBefore(backup.scanJobs, "idempotencyToken", IdempotencyToken);
  if (earlier) return { ScanJobId: earlier.ScanJobId, CreationDate: earlier.CreationDate };
  for (const role of [IamRoleArn, ScannerRoleArn]) {
    if (!isRoleArn(role)) throw invalidParameter(`Invalid IAM role ARN: ${role}`);
  }
  const point = pointToScan(account, input);
  checkContinuousEnd(account, input, point);
  for (const job of backup.scanJobs.by("point", point.RecoveryPointArn)) {
    if (isUnfinishedScan(job)) {
      throw limitExceeded(`A scan job is already running for recovery point ${point.RecoveryPointArn}.`);
    }
  }
  const job = createScanJob(account, {
    point,
    roleArn: IamRoleArn,
    scannerRoleArn: ScannerRoleArn,
    scanner: MalwareScanner,
    base: baseFor(account, input, point),
    continuousEnd: input.ContinuousScanEndTime,
    idempotencyToken: IdempotencyToken,
  });
  if (!job) throw invalidRequest(`Malware scans are not supported for resource type ${point.ResourceType}.`);
  return { ScanJobId: job.ScanJobId, CreationDate: job.CreationDate };
});

function pointToScan(account: BackupAccount, { BackupVaultName, RecoveryPointArn }: Input): RecoveryPoint {
  const vault = account.backup.vaults.get(BackupVaultName);
  if (!vault) throw notFound(`Backup vault ${BackupVaultName} does not exist.`);
  checkVaultPolicy(account, vault, "StartScanJob", RecoveryPointArn);
  const point = account.backup.recoveryPoints.get(RecoveryPointArn);
  if (point?.BackupVaultName !== BackupVaultName) {
    throw pointNotFound();
  }
  const fault = scanFault(point);
  if (fault !== undefined) throw invalidRequest(fault);
  return point;
}

function checkContinuousEnd(
  account: BackupAccount,
  { ContinuousScanEndTime: end }: Input,
  point: RecoveryPoint,
): void {
  if (end === undefined) return;
  if (!isContinuous(point)) {
    throw invalidParameter("ContinuousScanEndTime can be given for continuous backups only.");
  }
  const span = restorableSpan(account, point);
  if (!isInSpan(end, span)) throw invalidParameter(`ContinuousScanEndTime must lie ${spanText(span)}.`);
}

/** The base of an incremental scan. Undefined for a full scan, and when no base is available. */
function baseFor(account: BackupAccount, input: Input, point: RecoveryPoint): RecoveryPoint | undefined {
  const { ScanMode, ScanBaseRecoveryPointArn } = input;
  if (ScanMode === "FULL_SCAN") {
    if (ScanBaseRecoveryPointArn === undefined) return undefined;
    throw invalidParameter("ScanBaseRecoveryPointArn can be given for incremental scans only.");
  }
  const fault = incrementalFault(point);
  if (fault !== undefined) throw invalidRequest(fault);
  if (ScanBaseRecoveryPointArn === undefined) return newestBaseOf(account, point);
  const base = account.backup.recoveryPoints.get(ScanBaseRecoveryPointArn);
  if (!base) return undefined;
  if (base.ResourceArn !== point.ResourceArn || base.CreationDate >= point.CreationDate) {
    throw invalidParameter(
      `Recovery point ${ScanBaseRecoveryPointArn} cannot be the base of the scan: it is not an earlier backup of ${point.ResourceArn}.`,
    );
  }
  if (!isScanned(base)) {
    throw invalidRequest(
      `Recovery point ${ScanBaseRecoveryPointArn} cannot be the base of the scan: it has not been scanned.`,
    );
  }
  return isBaseOf(base, point) ? base : undefined;
}
