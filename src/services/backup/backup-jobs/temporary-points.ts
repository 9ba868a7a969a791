import { parseArn } from "../../../core/basics";
import type { BackupAccount } from "../account/account";
import { isBeingRead } from "../jobs/busy";
import { isHeld } from "../legal-holds/holding";
import type { BackupJob } from "../records/backup-jobs";
import { type CopyJob, isUnfinishedCopy } from "../records/copy-jobs";
import type { RecoveryPoint } from "../records/recovery-points";
import { emitPointMade } from "../recovery-points/events";
import { nextByLifecycle } from "../recovery-points/recovery-points";
import { removePoint } from "../recovery-points/removing";
import { sourceOf } from "../resources/sources";
import { putTags, tagsOf } from "../tags/tags";
import { effectiveType, newPointArn } from "./recovery-points";

const afterCopy = "DELETE_AFTER_COPY" as const;

/** Creates the snapshot that is copied instead of a continuous backup. */
export function makeSnapshotToCopy(
  account: BackupAccount,
  job: BackupJob,
  continuous: RecoveryPoint,
): RecoveryPoint {
  const source = sourceOf(account, job);
  const resource = parseArn(job.ResourceArn);
  if (!source || !resource) return continuous;
  const snapshot: RecoveryPoint = {
    ...continuous,
    RecoveryPointArn: newPointArn(account, effectiveType(account, source), resource, {
      at: job.CreationDate,
    }).arn,
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
 * Removes a point that exists only to be copied, once all its copies have ended and nothing else keeps it. A point
 * meant for a logically air-gapped vault stays if no copy there is retained as long.
 */
export function removeCopiedPoint(account: BackupAccount, pointArn: string): void {
  const { recoveryPoints, copyJobs } = account.backup;
  const point = recoveryPoints.get(pointArn);
  if (point?.Lifecycle?.DeleteAfterEvent !== afterCopy) return;
  let isSafe = point.onlyToCopy === true || point.copied === true;
  for (const copy of copyJobs.by("sourcePoint", pointArn)) {
    if (isUnfinishedCopy(copy)) return;
    isSafe ||= isAsSafe(copy, point);
  }
  if (!isSafe) return;
  if (isBeingRead(account, point) || isHeld(account, point)) {
    // The mark is needed later, when the copy jobs may no longer be listed.
    recoveryPoints.change(point, { copied: true });
    return;
  }
  // In a composite, its copy has replaced it.
  removePoint(account, { ...point, ParentRecoveryPointArn: undefined });
}

/** Removes the copied points that only a legal hold kept, once the hold is canceled. */
export function removeCopiedPoints(account: BackupAccount): void {
  for (const { RecoveryPointArn } of [...account.backup.recoveryPoints.by("copied", "yes")]) {
    removeCopiedPoint(account, RecoveryPointArn);
  }
}

const retention = (lifecycle: RecoveryPoint["Lifecycle"]): number =>
  lifecycle?.DeleteAfterDays ?? Number.POSITIVE_INFINITY;

const isAsSafe = (copy: CopyJob, point: RecoveryPoint): boolean =>
  copy.State === "COMPLETED" &&
  copy.DestinationVaultType === "LOGICALLY_AIR_GAPPED_BACKUP_VAULT" &&
  retention(copy.DestinationRecoveryPointLifecycle) >= retention(point.Lifecycle);
