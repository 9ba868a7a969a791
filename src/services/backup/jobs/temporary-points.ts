import type { BackupAccount } from "../account";
import { isHeld } from "../points/holding";
import { emitPointMade } from "../points/point-events";
import { nextByLifecycle, type RecoveryPoint } from "../points/recovery-points";
import { removePoint } from "../points/removing";
import { findSource } from "../sources";
import { putTags, tagsOf } from "../tags";
import type { BackupJob } from "./backup-jobs";
import { isRead } from "./busy";
import { type CopyJob, isUnfinishedCopy } from "./copy-jobs";
import { pointArnFor } from "./point-making";

const afterCopy = "DELETE_AFTER_COPY" as const;

/** Makes the snapshot that is copied in the place of a continuous backup. */
export function makeSnapshotToCopy(
  account: BackupAccount,
  job: BackupJob,
  continuous: RecoveryPoint,
): RecoveryPoint {
  const source = findSource(account, job.ResourceArn);
  if (!source) return continuous;
  const snapshot: RecoveryPoint = {
    ...continuous,
    RecoveryPointArn: pointArnFor(account, source).arn,
    Status: "COMPLETED",
    CreationDate: job.CreationDate,
    InitiationDate: job.CreationDate,
    CompletionDate: account.now,
    Lifecycle: { ...continuous.Lifecycle, DeleteAfterEvent: afterCopy },
    ScanResults: undefined,
    renewedAt: undefined,
    options: undefined,
    onlyToCopy: true,
  };
  const kept = account.backup.recoveryPoints.insert({
    ...snapshot,
    next: nextByLifecycle(account, snapshot),
  });
  putTags(account, kept.RecoveryPointArn, tagsOf(account, continuous.RecoveryPointArn));
  emitPointMade(account, kept);
  return kept;
}

/**
 * Removes a point that was there to be copied, once all its copies have ended. One that was meant for a logically
 * air-gapped vault stays, for as long as its lifecycle says, when it did not arrive there to be kept as long.
 */
export function removeCopied(account: BackupAccount, job: CopyJob): void {
  const { recoveryPoints, copyJobs } = account.backup;
  const point = recoveryPoints.get(job.SourceRecoveryPointArn);
  if (point?.Lifecycle?.DeleteAfterEvent !== afterCopy) return;
  let isSafe = point.onlyToCopy === true;
  for (const copy of copyJobs.by("sourcePoint", point.RecoveryPointArn)) {
    if (isUnfinishedCopy(copy)) return;
    isSafe ||= isAsSafe(copy, point);
  }
  if (!isSafe || isRead(account, point) || isHeld(account, point)) return;
  // In a composite its copy has taken its place.
  removePoint(account, { ...point, ParentRecoveryPointArn: undefined });
}

const retention = (lifecycle: RecoveryPoint["Lifecycle"]): number =>
  lifecycle?.DeleteAfterDays ?? Number.POSITIVE_INFINITY;

const isAsSafe = (copy: CopyJob, point: RecoveryPoint): boolean =>
  copy.State === "COMPLETED" &&
  copy.DestinationVaultType === "LOGICALLY_AIR_GAPPED_BACKUP_VAULT" &&
  retention(copy.DestinationRecoveryPointLifecycle) >= retention(point.Lifecycle);
