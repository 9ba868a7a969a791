import type { BackupAccount } from "../account/account";
import { createCopyJob } from "../copy-jobs/creating";
import { createIndex, indexFault } from "../indexing/indexing";
import type { BackupJob, ScanOrder } from "../records/backup-jobs";
import type { RecoveryPoint } from "../records/recovery-points";
import { createScanJob } from "../scans/scan-creating";
import { incrementalFault, newestBaseOf, scanFault } from "../scans/scannable";
import { makeSnapshotToCopy } from "./temporary-points";

/** Does what is to follow a backup. */
export function followUp(account: BackupAccount, job: BackupJob, point: RecoveryPoint): void {
  if (!job.followUp) return;
  const { copyActions = [], airGappedVaultArn, index, scans = [] } = job.followUp;
  if (copyActions.length > 0 || airGappedVaultArn !== undefined) copy(account, job, point);
  if (index && !isIndexed(account, point) && indexFault(point) === undefined) createIndex(account, point);
  for (const order of scans) scan(account, job, point, order);
}

/** Continuous backups cannot be copied: a snapshot made for the purpose is. */
function copy(account: BackupAccount, job: BackupJob, made: RecoveryPoint): void {
  const { copyActions = [], airGappedVaultArn } = job.followUp ?? {};
  const point = job.continuous ? makeSnapshotToCopy(account, job, made) : made;
  const common = { point, roleArn: job.IamRoleArn, createdBy: job.CreatedBy, backupJobId: job.BackupJobId };
  if (airGappedVaultArn !== undefined) {
    createCopyJob(account, { ...common, destinationArn: airGappedVaultArn, lifecycle: undefined });
  }
  for (const { DestinationBackupVaultArn, Lifecycle } of copyActions) {
    createCopyJob(account, { ...common, destinationArn: DestinationBackupVaultArn, lifecycle: Lifecycle });
  }
}

/** Whether a point has an index: a continuous backup that goes on has one already. One that failed is built anew. */
const isIndexed = ({ backup }: BackupAccount, { RecoveryPointArn }: RecoveryPoint): boolean =>
  (backup.pointIndexes.get(RecoveryPointArn)?.IndexStatus ?? "FAILED") !== "FAILED";

function scan(account: BackupAccount, job: BackupJob, point: RecoveryPoint, order: ScanOrder): void {
  const { CreatedBy, IamRoleArn } = job;
  if (!CreatedBy || IamRoleArn === undefined || scanFault(point) !== undefined) return;
  const { BackupPlanArn = "", BackupPlanId = "", BackupPlanVersion = "", BackupRuleId = "" } = CreatedBy;
  const isIncremental = order.incremental && incrementalFault(point) === undefined;
  createScanJob(account, {
    point,
    roleArn: IamRoleArn,
    scannerRoleArn: order.scannerRoleArn,
    scanner: order.scanner,
    base: isIncremental ? newestBaseOf(account, point) : undefined,
    createdBy: { BackupPlanArn, BackupPlanId, BackupPlanVersion, BackupRuleId },
  });
}
