import type { BackupAccount } from "../account/account";
import { removeCopied } from "../backup-jobs/temporary-points";
import { takeOutcome } from "../jobs/outcomes";
import { transitionsOf } from "../jobs/transitions";
import type { RecoveryPoint } from "../records/recovery-points";
import type { RestoreJob } from "../records/restore-jobs";
import type { Metadata } from "../records/restore-metadata";
import { holderOf } from "../vaults/restore-access";
import { vaultArn } from "../vaults/vaults";
import { emitRestoreChange, emitRestoreCreated } from "./events";

/** What is to be restored how, whoever asks for it. The metadata has been checked. */
export interface RestoreRequest {
  readonly point: RecoveryPoint;
  readonly metadata: Metadata;
  readonly roleArn: string | undefined;
  readonly copiesTags: boolean;
  readonly idempotencyToken?: string | undefined;
  readonly parentJobId?: string | undefined;
  /** Set for a restore test, which deletes what it restored when it has been validated. */
  readonly test?: { readonly planArn: string; readonly validationHours: number } | undefined;
}

/** In every sample the service leaves it at that, to the end. */
const percentDone = "0.00%";

/** Puts a restore job on the list; from there on it runs by itself. */
export function createRestoreJob(account: BackupAccount, request: RestoreRequest): RestoreJob {
  const { backup, place, now, ids } = account;
  const { point, test } = request;
  const outcome = takeOutcome(account, "restore", {
    resourceArn: point.ResourceArn,
    resourceType: point.ResourceType,
    backupVaultName: point.BackupVaultName,
  });
  const job: RestoreJob = {
    AccountId: place.accountId,
    RestoreJobId: ids.uuid().toUpperCase(),
    RecoveryPointArn: point.RecoveryPointArn,
    RecoveryPointCreationDate: point.CreationDate,
    SourceResourceArn: point.ResourceArn,
    ResourceType: point.ResourceType,
    BackupVaultArn: vaultArn(place, point.BackupVaultName),
    CreationDate: now,
    Status: "PENDING",
    PercentDone: percentDone,
    BackupSizeInBytes: outcome?.transfers ?? point.BackupSizeInBytes,
    IamRoleArn: request.roleArn,
    CreatedBy: test && { RestoreTestingPlanArn: test.planArn },
    IsParent: point.IsParent === true,
    ParentJobId: request.parentJobId,
    metadata: request.metadata,
    copiesTags: request.copiesTags,
    validationHours: test?.validationHours,
    idempotencyToken: request.idempotencyToken,
    outcome,
  };
  const created = backup.restoreJobs.insert({
    ...job,
    next: account.inFlight("start", account.duration("restoreJobStart", job)),
  });
  emitRestoreCreated(account, created);
  emitRestoreChange(account, created);
  return created;
}

const { change, end } = transitionsOf<RestoreJob>({
  jobsOf: account => account.backup.restoreJobs,
  stateOf: job => job.Status,
  tell: emitRestoreChange,
});

export const changeRestore = change;

export function endRestore(
  account: BackupAccount,
  job: RestoreJob,
  members: Partial<RestoreJob>,
): RestoreJob {
  const ended = end(account, job, members);
  removeCopied(holderOf(account, job.RecoveryPointArn), job.RecoveryPointArn);
  return ended;
}

/** Ends a job that cannot come to run. */
export const failRestoreJob = (account: BackupAccount, job: RestoreJob, StatusMessage: string): RestoreJob =>
  endRestore(account, job, { Status: "FAILED", StatusMessage });
