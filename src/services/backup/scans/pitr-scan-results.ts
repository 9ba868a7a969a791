import type { EpochMs } from "../../../core/time";
import { type BackupView, read } from "../account/account";
import { invalidParameter, notFound } from "../account/errors";
import type { RecoveryPoint } from "../records/recovery-points";
import type { ScanJob } from "../records/scan-jobs";
import { pointIn } from "../recovery-points/recovery-points";
import { isContinuous } from "../recovery-points/types";
import { checkVaultPolicy } from "../vaults/vault-guard";

export const getPITRMalwareScanResults = read<"GetPITRMalwareScanResults">((input, account) => {
  const { BackupVaultName, RecoveryPointArn, ScanEndTime, MalwareScanner } = input;
  const vault = account.backup.vaults.get(BackupVaultName);
  if (!vault) throw notFound(`Backup vault ${BackupVaultName} does not exist.`);
  checkVaultPolicy(account, vault, "GetPITRMalwareScanResults", RecoveryPointArn);
  const point = pointIn(account, BackupVaultName, RecoveryPointArn);
  if (!isContinuous(point)) {
    throw invalidParameter(`Recovery point ${RecoveryPointArn} is not a continuous backup.`);
  }
  if (ScanEndTime > account.now) throw invalidParameter("ScanEndTime cannot be in the future.");
  const job = latestScanOf(account, point, ScanEndTime, MalwareScanner);
  return {
    ScanEndTime,
    ScanResult: job?.ScanResult ?? { ScanResultStatus: "UNKNOWN" as const },
    LastScanJobTime: job?.CompletionDate,
    ScanId: job?.ScanId,
    ScanMode: job?.ScanMode,
    next: nextScanOf(account, point),
  };
});

/** The latest finished scan that covers an instant of a continuous backup. */
function latestScanOf(
  { backup }: BackupView,
  point: RecoveryPoint,
  at: EpochMs,
  scanner: ScanJob["MalwareScanner"],
): ScanJob | undefined {
  for (const job of backup.scanJobs.by("point", point.RecoveryPointArn).newest()) {
    const { ContinuousScanStartTime: from = at, ContinuousScanEndTime: to = at } = job;
    if (job.ScanResult && job.MalwareScanner === scanner && from <= at && at <= to) return job;
  }
  return undefined;
}

/** The next step of the newest scan, for tests that poll for its result. */
const nextScanOf = ({ backup }: BackupView, point: RecoveryPoint) => {
  const [newest] = backup.scanJobs.by("point", point.RecoveryPointArn).newest();
  return newest?.next;
};
