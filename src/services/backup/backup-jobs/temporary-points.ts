import type { BackupAccount } from "../account/account";
import { isRead } from "../jobs/busy";
import { isHeld } from "../legal-holds/holding";
import type { BackupJob } from "../records/backup-jobs";
import { type CopyJob, isUnfinishedCopy } from "../records/copy-jobs";
import type { RecoveryPoint } from "../records/recovery-points";
import { emitPointMade } from "../recovery-points/events";
import { nextByLifecycle } from "../recovery-points/recovery-points";
import { removePoint } from "../recovery-points/removing";
import { findSource } from "../resources/sources";
import { putTags, tagsOf } from "../tags/tags";
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
    RecoveryPointArn: pointArnFor(account, source, { at: job.CreationDate }).arn,
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
 * Removes a point that was there to be copied, once all its copies have ended and nothing else keeps it. One that was
 * meant for a logically air-gapped vault stays, for as long as its lifecycle says, when it did not arrive there to be
 * kept as long.
 */
export function removeCopied(account: BackupAccount, pointArn: string): void {
  const { recoveryPoints, copyJobs } = account.backup;
  const point = recoveryPoints.get(pointArn);
  if (point?.Lifecycle?.DeleteAfterEvent !== afterCopy) return;
  let isSafe = point.onlyToCopy === true || point.copied === true;
  for (const copy of copyJobs.by("sourcePoint", pointArn)) {
    if (isUnfinishedCopy(copy)) return;
    isSafe ||= isAsSafe(copy, point);
  }
  if (!isSafe) return;
  if (isRead(account, point) || isHeld(account, point)) {
    // When that ends, the copy jobs may be too old to be listed.
    recoveryPoints.change(point, { copied: true });
    return;
  }
  // In a composite its copy has taken its place.
  removePoint(account, { ...point, ParentRecoveryPointArn: undefined });
}

/** Removes the points that only a legal hold has kept after they were copied. */
export function removeAllCopied(account: BackupAccount): void {
  for (const { RecoveryPointArn } of [...account.backup.recoveryPoints.by("copied", "yes")]) {
    removeCopied(account, RecoveryPointArn);
  }
}

const retention = (lifecycle: RecoveryPoint["Lifecycle"]): number =>
  lifecycle?.DeleteAfterDays ?? Number.POSITIVE_INFINITY;

const isAsSafe = (copy: CopyJob, point: RecoveryPoint): boolean =>
  copy.State === "COMPLETED" &&
  copy.DestinationVaultType === "LOGICALLY_AIR_GAPPED_BACKUP_VAULT" &&
  retention(copy.DestinationRecoveryPointLifecycle) >= retention(point.Lifecycle);
