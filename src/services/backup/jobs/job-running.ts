import { minute } from "../../../core/time";
import type { BackupAccount } from "../account";
import { invalidParameter } from "../errors";
import type { BackupSource } from "../links";
import { keptLifecycle, type Lifecycle, lifecycleFault } from "../points/lifecycle";
import type { RecoveryPoint } from "../points/recovery-points";
import { isRoleArn } from "../roles";
import { findSource, sourceToBackUp } from "../sources";
import { lockState } from "../vaults/vault-lock";
import { type Vault, vaultArn } from "../vaults/vaults";
import type { BackupJob } from "./backup-jobs";
import { runningOn } from "./busy";
import { copyByRule } from "./copy-creating";
import { emitJobChange } from "./job-events";
import { takeOutcome } from "./outcomes";
import { beginPoint, completePoint, discardPoint, pointArnFor, sizeOfBackup } from "./point-making";
import { listedFor, transitionsOf } from "./transitions";

/** What a job is to do, whoever asks for it. */
export interface JobRequest {
  readonly vaultName: string;
  readonly resourceArn: string;
  readonly roleArn: string;
  readonly startWindowMinutes: number | undefined;
  readonly completionWindowMinutes: number | undefined;
  readonly lifecycle: Lifecycle | undefined;
  readonly tags: Readonly<Record<string, string>> | undefined;
  readonly options: Readonly<Record<string, string>> | undefined;
  readonly idempotencyToken: string | undefined;
  /** The plan and rule it comes from. */
  readonly createdBy: RecoveryPoint["CreatedBy"];
  /** The copies that the rule wants of what the job makes. */
  readonly copyActions?: BackupJob["copyActions"];
}

const defaultStartWindow = 480;
const defaultCompletionWindow = 10_080;
const shortestStartWindow = 60;
const longestWindow = 52_560_000;
const retryAfter = 10 * minute;

/** Puts a job on the list; from there on it runs by itself. */
export function createJob(account: BackupAccount, request: JobRequest): BackupJob {
  const { backup, place, now, ids } = account;
  const { vaultName, roleArn, lifecycle } = request;
  if (!isRoleArn(roleArn)) throw invalidParameter(`Invalid IAM role ARN: ${roleArn}`);
  const fault = lifecycle && lifecycleFault(lifecycle);
  if (fault !== undefined) throw invalidParameter(fault);
  const startWindow = window(
    "StartWindowMinutes",
    request.startWindowMinutes ?? defaultStartWindow,
    shortestStartWindow,
  );
  const completionWindow = window(
    "CompleteWindowMinutes",
    request.completionWindowMinutes ?? defaultCompletionWindow,
    1,
  );
  const source = sourceToBackUp(account, request.resourceArn);
  const point = pointArnFor(account, source);
  const vault = backup.vaults.get(vaultName);
  const outcome = takeOutcome(account, "backup", {
    resourceArn: source.arn,
    resourceType: source.type,
    backupVaultName: vaultName,
  });
  const job: BackupJob = {
    AccountId: place.accountId,
    // In AWS's samples the ids of planned jobs are written in capitals.
    BackupJobId: request.createdBy ? ids.uuid().toUpperCase() : ids.uuid(),
    BackupVaultName: vaultName,
    BackupVaultArn: vaultArn(place, vaultName),
    VaultType: vault?.VaultType,
    VaultLockState: lockState(vault),
    RecoveryPointArn: point.knownInAdvance ? point.arn : undefined,
    RecoveryPointLifecycle: keptLifecycle(lifecycle),
    ResourceArn: source.arn,
    ResourceType: source.type,
    ResourceName: source.name,
    CreationDate: now,
    InitiationDate: now,
    State: "CREATED",
    PercentDone: "0.0",
    IamRoleArn: roleArn,
    CreatedBy: request.createdBy,
    StartBy: now + startWindow * minute,
    BackupOptions: request.options,
    IsParent: false,
    pointArn: point.arn,
    pointTags: request.tags ?? {},
    completeBy: now + completionWindow * minute,
    idempotencyToken: request.idempotencyToken,
    copyActions: request.copyActions,
    outcome,
  };
  const created = backup.backupJobs.insert({
    ...job,
    next: account.inFlight("start", account.duration("backupJobStart", job)),
  });
  emitJobChange(account, created);
  return created;
}

function window(name: string, minutes: number, shortest: number): number {
  if (minutes < shortest) throw invalidParameter(`${name} must be at least ${shortest} minutes.`);
  if (minutes > longestWindow) throw invalidParameter(`${name} must be at most ${longestWindow} minutes.`);
  return minutes;
}

const { change, end } = transitionsOf<BackupJob>({
  jobsOf: account => account.backup.backupJobs,
  stateOf: job => job.State,
  tell: emitJobChange,
});

const fail = (
  account: BackupAccount,
  job: BackupJob,
  MessageCategory: string,
  StatusMessage: string,
): BackupJob => end(account, job, { State: "FAILED", MessageCategory, StatusMessage });

export function abortJob(account: BackupAccount, job: BackupJob): void {
  change(account, job, {
    State: "ABORTING",
    next: account.inFlight("abort", account.duration("backupJobStop", job)),
  });
}

const outsideLock = (
  { RecoveryPointLifecycle }: BackupJob,
  { MinRetentionDays, MaxRetentionDays }: Vault,
): boolean => {
  const days = RecoveryPointLifecycle?.DeleteAfterDays ?? Number.POSITIVE_INFINITY;
  return days < (MinRetentionDays ?? 0) || days > (MaxRetentionDays ?? Number.POSITIVE_INFINITY);
};

function run(account: BackupAccount, job: BackupJob, vault: Vault, source: BackupSource): void {
  const takes = job.outcome?.takes ?? account.duration("backupJob", job);
  const inTime = account.now + takes <= job.completeBy;
  const running = change(account, job, {
    State: "RUNNING",
    RecoveryPointArn: job.pointArn,
    ExpectedCompletionDate: account.now + takes,
    next: inTime
      ? account.inFlight("complete", takes)
      : account.inFlight("runOutOfTime", Math.max(0, job.completeBy - account.now)),
  });
  beginPoint(account, running, vault, source);
}

/** What happens to backup jobs by themselves. */
export const backupJobSteps = {
  start(job: BackupJob, account: BackupAccount): void {
    const vault = account.backup.vaults.get(job.BackupVaultName);
    const source = findSource(account, job.ResourceArn);
    if (!vault) {
      fail(
        account,
        job,
        "RESOURCE_NOT_FOUND",
        `Backup job failed because backup vault ${job.BackupVaultArn} does not exist.`,
      );
    } else if (!source) {
      fail(
        account,
        job,
        "RESOURCE_NOT_FOUND",
        `Backup job failed because resource ${job.ResourceArn} does not exist.`,
      );
    } else if (outsideLock(job, vault)) {
      fail(
        account,
        job,
        "INVALID_LIFECYCLE",
        "Backup job failed because the lifecycle is outside the valid range for backup vault.",
      );
    } else if (runningOn(account, job.ResourceArn)) {
      waitForOther(account, job);
    } else if (source.unavailable !== undefined) {
      fail(account, job, "INVALID_STATE", source.unavailable);
    } else {
      run(account, job, vault, source);
    }
  },

  complete(job: BackupJob, account: BackupAccount): void {
    const { fails, transfers } = job.outcome ?? {};
    if (fails && fails.state !== "PARTIAL") {
      discardPoint(account, job);
      end(account, job, { State: fails.state, MessageCategory: "FATAL_ERROR", StatusMessage: fails.message });
      return;
    }
    const resourceSize = findSource(account, job.ResourceArn)?.sizeInBytes ?? 0;
    const size = transfers ?? sizeOfBackup(account, job, resourceSize);
    const point = completePoint(account, job, size, resourceSize);
    const ended = end(account, job, {
      State: fails?.state ?? "COMPLETED",
      StatusMessage: fails?.message,
      PercentDone: "100.0",
      BackupSizeInBytes: size,
      BytesTransferred: size ?? 0,
      EncryptionKeyArn: point?.EncryptionKeyArn,
      IsEncrypted: point?.IsEncrypted,
      MessageCategory: fails ? "MISCELLANEOUS" : "SUCCESS",
    });
    if (point) copyByRule(account, ended, point);
  },

  abort(job: BackupJob, account: BackupAccount): void {
    discardPoint(account, job);
    end(account, job, { State: "ABORTED", StatusMessage: "Backup job was stopped by user." });
  },

  expire(job: BackupJob, account: BackupAccount): void {
    end(account, job, {
      State: "EXPIRED",
      MessageCategory: "CONCURRENT_JOB",
      StatusMessage: "Backup job failed because there was a running job for the same resource.",
    });
  },

  runOutOfTime(job: BackupJob, account: BackupAccount): void {
    discardPoint(account, job);
    end(account, job, {
      State: "EXPIRED",
      MessageCategory: "JOB_EXPIRED",
      StatusMessage: "Backup job expired before completion.",
    });
  },

  forget(job: BackupJob, account: BackupAccount): void {
    account.backup.backupJobs.remove(job.BackupJobId);
  },
};

/** One job per resource: the other ones try again all through their start window. */
function waitForOther(account: BackupAccount, job: BackupJob): void {
  const again = account.now + retryAfter < job.StartBy;
  account.backup.backupJobs.update(job.BackupJobId, {
    next: again
      ? account.inFlight("start", retryAfter)
      : account.inFlight("expire", Math.max(0, job.StartBy - account.now)),
  });
}

/** Lets a job that is put into the world in the middle of its life go on from there. */
export function continueJob(
  account: BackupAccount,
  job: BackupJob,
  vault: Vault,
  source: BackupSource,
): BackupJob {
  const { backup, now } = account;
  if (job.State === "RUNNING") {
    beginPoint(account, job, vault, source);
    return backup.backupJobs.update(job.BackupJobId, {
      next: account.inFlight("complete", account.duration("backupJob", job)),
    });
  }
  const start = job.State === "CREATED" || job.State === "PENDING";
  const next = start
    ? account.inFlight("start", account.duration("backupJobStart", job))
    : job.State === "ABORTING"
      ? account.inFlight("abort", account.duration("backupJobStop", job))
      : account.planned("forget", (job.CompletionDate ?? now) + listedFor);
  return backup.backupJobs.update(job.BackupJobId, { next });
}
