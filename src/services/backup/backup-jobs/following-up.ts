import { parseArn } from "../../../core/basics";
import type { BackupAccount } from "../account/account";
import { createCopyJob } from "../copy-jobs/creating";
import { createIndex, indexFault } from "../indexing/indexing";
import type { BackupJob, ScanOrder } from "../records/backup-jobs";
import type { RecoveryPoint } from "../records/recovery-points";
import { vaultOfArn } from "../records/vaults";
import { createScanJob } from "../scans/scan-creating";
import { incrementalFault, newestBaseOf, scanFault } from "../scans/scannable";
import { makeSnapshotToCopy } from "./temporary-points";

/** Creates the copies, the index and the scans that follow a backup. */
export function followUp(account: BackupAccount, job: BackupJob, point: RecoveryPoint): void {
  if (!job.followUp) return;
  const { copyActions = [], airGappedVaultName, index, scans = [] } = job.followUp;
  if (copyActions.length > 0 || airGappedVaultName !== undefined) copy(account, job, point);
  if (index && !isIndexed(account, point) && indexFault(point) === undefined) createIndex(account, point);
  for (const order of scans) scan(account, job, point, order);
}

/** Continuous backups cannot be copied, so a snapshot of them is. */
function copy(account: BackupAccount, job: BackupJob, made: RecoveryPoint): void {
  const { copyActions = [], airGappedVaultName } = job.followUp ?? {};
  const point = job.continuous ? makeSnapshotToCopy(account, job, made) : made;
  const common = { point, roleArn: job.IamRoleArn, createdBy: job.CreatedBy, backupJobId: job.BackupJobId };
  if (airGappedVaultName !== undefined) {
    const destination = { place: account.place, name: airGappedVaultName };
    createCopyJob(account, { ...common, destination, lifecycle: undefined });
  }
  for (const { DestinationBackupVaultArn, Lifecycle } of copyActions) {
    const destination = vaultOfArn(parseArn(DestinationBackupVaultArn));
    if (destination) createCopyJob(account, { ...common, destination, lifecycle: Lifecycle });
  }
}

/** Whether a point has an index, as a continuous backup may. A failed index is built again. */
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
