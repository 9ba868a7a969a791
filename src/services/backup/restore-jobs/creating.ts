import type { BackupAccount } from "../account/account";
import { newJobId } from "../account/names";
import { removeCopiedPoint } from "../backup-jobs/temporary-points";
import { transitionsOf } from "../jobs/transitions";
import type { RecoveryPoint } from "../records/recovery-points";
import type { RestoreJob } from "../records/restore-jobs";
import type { Metadata } from "../records/restore-metadata";
import { holderOf } from "../vaults/restore-access";
import { vaultArn } from "../vaults/vaults";
import { emitRestoreChange, emitRestoreCreated } from "./events";

/**
 * The restore to make, requested by a call, a restore test or the job of a composite point. Its metadata has been
 * checked.
 */
export interface RestoreRequest {
  readonly point: RecoveryPoint;
  readonly metadata: Metadata;
  readonly roleArn: string | undefined;
  readonly copiesTags: boolean;
  readonly idempotencyToken?: string | undefined;
  readonly parentJobId?: string | undefined;
  /** Set for a restore test, which deletes the restored resource after its validation. */
  readonly test?: { readonly planArn: string; readonly validationHours: number } | undefined;
}

/** Creates a restore job. The steps on the agenda run it from then on. */
export function createRestoreJob(account: BackupAccount, request: RestoreRequest): RestoreJob {
  const { backup, place, now, ids } = account;
  const { point, test } = request;
  const job: RestoreJob = {
    AccountId: place.accountId,
    RestoreJobId: newJobId(ids, test !== undefined),
    RecoveryPointArn: point.RecoveryPointArn,
    RecoveryPointCreationDate: point.CreationDate,
    SourceResourceArn: point.ResourceArn,
    ResourceType: point.ResourceType,
    BackupVaultArn: vaultArn(place, point.BackupVaultName),
    CreationDate: now,
    Status: "PENDING",
    PercentDone: "0.00%",
    BackupSizeInBytes: point.BackupSizeInBytes ?? 0,
    IamRoleArn: request.roleArn,
    CreatedBy: { RestoreTestingPlanArn: test?.planArn },
    IsParent: point.IsParent === true,
    ParentJobId: request.parentJobId,
    vaultName: point.BackupVaultName,
    metadata: request.metadata,
    copiesTags: request.copiesTags,
    validationHours: test?.validationHours,
    idempotencyToken: request.idempotencyToken,
  };
  const inserted = backup.restoreJobs.insert({
    ...job,
    next: account.inFlight("start", account.duration("restoreJobStart", job)),
  });
  const { transfers } = inserted.outcome ?? {};
  const created =
    transfers === undefined
      ? inserted
      : backup.restoreJobs.change(inserted, { BackupSizeInBytes: transfers });
  emitRestoreCreated(account, created);
  emitRestoreChange(account, created);
  return created;
}

const { change, end } = transitionsOf<RestoreJob>({
  jobsOf: account => account.backup.restoreJobs,
  stateOf: job => job.Status,
  emit: emitRestoreChange,
});

export const changeRestore = change;

export function endRestore(
  account: BackupAccount,
  job: RestoreJob,
  members: Partial<RestoreJob>,
): RestoreJob {
  const ended = end(account, job, members);
  removeCopiedPoint(holderOf(account, job.RecoveryPointArn), job.RecoveryPointArn);
  return ended;
}

/** Ends a job as failed. */
export const failRestoreJob = (account: BackupAccount, job: RestoreJob, StatusMessage: string): RestoreJob =>
  endRestore(account, job, { Status: "FAILED", StatusMessage });
