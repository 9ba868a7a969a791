import type { Timed } from "../../../core/time";
import type { BackupAccount } from "../account/account";
import { runningJobOn } from "../jobs/busy";
import { listedFor } from "../jobs/transitions";
import type { BackupJob } from "../records/backup-jobs";
import { type JobMessage, jobMessage } from "../records/job-messages";
import { categoryOf, isVssError } from "../records/message-categories";
import type { BackupSource } from "../records/resources";
import type { Vault } from "../records/vaults";
import { isClusterState } from "../recovery-points/types";
import { linkedService, sourceOf } from "../resources/sources";
import { usesVss } from "./backup-options";
import { endingByMembers, sizeOfMembers, unfinishedChild, unfinishedChildren } from "./child-jobs";
import { backUpMembers, discardMembers } from "./composite-backups";
import { completeContinuous, resolveContinuity } from "./continuous-backups";
import { type ReadyBackup, readyBackup } from "./faults";
import { followUp } from "./following-up";
import { bytesTransferred } from "./increments";
import { beginPoint, completePoint, discardPoint, sizeOfBackup } from "./recovery-points";
import { abortJob, change, end, fail } from "./transitions";
import { waitForChild, waitForOther } from "./waiting";
import { deadlineOf, nextStart } from "./windows";

function run(account: BackupAccount, job: BackupJob, { vault, source }: ReadyBackup): void {
  const continuity = resolveContinuity(account, job);
  if ("fault" in continuity) {
    fail(account, job, continuity.fault);
    return;
  }
  const takes = job.outcome?.takes ?? account.duration("backupJob", job);
  const left = deadlineOf(job) - account.now;
  const pointArn = continuity.pointArn ?? job.pointArn;
  const running = change(account, job, {
    ...continuity,
    State: "RUNNING",
    pointArn,
    RecoveryPointArn: pointArn,
    ExpectedCompletionDate: account.now + takes,
    next:
      takes <= left
        ? account.inFlight("complete", takes)
        : account.inFlight("runOutOfTime", Math.max(0, left)),
  });
  beginPoint(account, running, vault, source);
  if (running.IsParent) {
    account.backup.backupJobs.update(running.BackupJobId, backUpMembers(account, running, source));
  }
}

/** Another running job on the resource. The state of an EKS cluster is backed up while the job of the cluster runs. */
const otherJobOn = (account: BackupAccount, job: BackupJob): Timed | undefined =>
  isClusterState({ RecoveryPointArn: job.pointArn }) ? undefined : runningJobOn(account, job.ResourceArn);

/** A job that has to end first: only few backups of Timestream run at a time. */
function jobAhead(account: BackupAccount, job: BackupJob): Timed | undefined {
  if (job.ResourceType !== "Timestream") return undefined;
  const running = account.backup.backupJobs.by("runningOfTimestream", "yes");
  const [first] = running;
  return running.size < account.quota("timestreamBackupsAtATime") ? undefined : first;
}

/** Why a job cannot start now: as many as may run at a time are running. One runs for each resource. */
function excessFault(account: BackupAccount): JobMessage | undefined {
  const limit = account.quota("backupJobsAtATime");
  if (account.backup.backupJobs.groupCount("runningOnResource") < limit) return undefined;
  return jobMessage(
    `Subscriber limit exceeded: You have reached the maximum concurrent number of backups, which is ${limit}. Wait until other jobs finish, and try again. You can also reach out to Support to request a quota increase.`,
  );
}

/** A backup of the resource that its own service is making. */
const otherBackupOf = (account: BackupAccount, job: BackupJob): Timed | undefined =>
  linkedService(account, job)?.backupBeingMade?.(account, job.ResourceArn);

/** The steps of backup jobs on the agenda. */
export const backupJobSteps = {
  start(job: BackupJob, account: BackupAccount): void {
    const ready = readyBackup(account, job);
    const otherJob = otherJobOn(account, job) ?? jobAhead(account, job);
    if (account.now > job.StartBy) {
      // `hold` delayed it until now.
      backupJobSteps.runOutOfTime(job, account);
    } else if ("fault" in ready) {
      fail(account, job, ready.fault);
    } else if (otherJob) {
      waitForOther(account, job, otherJob);
    } else if (ready.source.unavailable !== undefined) {
      fail(account, job, jobMessage(ready.source.unavailable));
    } else {
      const otherBackup = otherBackupOf(account, job);
      const excess = otherBackup ? undefined : excessFault(account);
      if (otherBackup) waitForOther(account, job, otherBackup);
      else if (excess) fail(account, job, excess);
      else run(account, job, ready);
    }
  },

  complete(job: BackupJob, account: BackupAccount): void {
    const child = unfinishedChild(account, job);
    const ending = endingOf(account, job);
    if (account.now > deadlineOf(job)) {
      backupJobSteps.runOutOfTime(job, account);
    } else if (child) {
      waitForChild(account, job, child);
    } else if (ending && ending.state !== "PARTIAL") {
      discard(account, job);
      end(account, job, {
        State: ending.state,
        MessageCategory: categoryOf(ending.message),
        StatusMessage: ending.message,
      });
    } else {
      finish(account, job, ending?.message);
    }
  },

  abort(job: BackupJob, account: BackupAccount): void {
    discard(account, job);
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
    for (const child of unfinishedChildren(account, job)) abortJob(account, child);
    discard(account, job);
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

const wantsVss = ({ BackupOptions, ResourceType }: BackupJob): boolean =>
  ResourceType === "EC2" && usesVss(BackupOptions);

/** The ending of a job that fails or is partial. An outcome set by a test comes first. */
function endingOf(account: BackupAccount, job: BackupJob) {
  const { fails } = job.outcome ?? {};
  if (wantsVss(job) && isVssError(fails?.message)) return undefined;
  return fails ?? (job.IsParent ? endingByMembers(account, job) : undefined);
}

/** Ends a job with a recovery point, as completed (possibly with an issue) or partial. */
export function finish(account: BackupAccount, job: BackupJob, partial: string | undefined): void {
  const source = sourceOf(account, job);
  const resourceSize = source?.sizeInBytes ?? 0;
  const { transfers } = job.outcome ?? {};
  const size = transfers ?? sizeOfMembers(account, job) ?? sizeOfBackup(account, job, source);
  const transferred = transfers ?? bytesTransferred(account, job, source, size ?? 0);
  const complete = job.continuous ? completeContinuous : completePoint;
  const point = complete(account, job, size, resourceSize, job.IsParent ? partial : undefined);
  const issue = partial === undefined ? issueOf(job) : undefined;
  const ended = end(account, job, {
    State: partial === undefined ? "COMPLETED" : "PARTIAL",
    StatusMessage: partial ?? issue?.message,
    PercentDone: "100.0",
    ExpectedCompletionDate: undefined,
    BackupSizeInBytes: size,
    BytesTransferred: transferred,
    EncryptionKeyArn: point?.EncryptionKeyArn,
    IsEncrypted: point?.IsEncrypted,
    BackupType: wantsVss(job) && !issue ? "WindowsVSS" : undefined,
    MessageCategory: partial === undefined ? (issue?.category ?? "SUCCESS") : categoryOf(partial),
  });
  if (point) followUp(account, ended, point);
}

/** The message of a job that completes with an issue. */
function issueOf(job: BackupJob) {
  const message = job.outcome?.fails?.message;
  if (message === undefined) return job.issue;
  return jobMessage(message);
}

/** Removes the points of a job that ends without completing. */
export function discard(account: BackupAccount, job: BackupJob): void {
  if (job.IsParent) discardMembers(account, job);
  discardPoint(account, job);
}

/** Schedules the next step of a seeded job, according to its state. */
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
    ? nextStart(account, job, account.duration("backupJobStart", job))
    : job.State === "ABORTING"
      ? account.inFlight("abort", account.duration("backupJobStop", job))
      : account.planned("forget", (job.CompletionDate ?? now) + listedFor);
  return backup.backupJobs.update(job.BackupJobId, { next });
}
