import { minute, type Next, type Timed } from "../../../core/time";
import type { BackupAccount } from "../account/account";
import { runningOn } from "../jobs/busy";
import { categoryOf, isVssError } from "../jobs/message-categories";
import { listedFor } from "../jobs/transitions";
import type { BackupJob } from "../records/backup-jobs";
import type { BackupSource } from "../records/resources";
import type { Vault } from "../records/vaults";
import { isClusterState } from "../recovery-points/types";
import { findSource, linkedService } from "../resources/sources";
import { usesVss } from "./backup-options";
import { abortJob, change, end, fail } from "./changing";
import { endingByMembers, sizeOfMembers, unfinishedChild, unfinishedChildren } from "./child-jobs";
import { backUpMembers, discardMembers } from "./composite-backups";
import { byContinuity, completeContinuous } from "./continuous-backups";
import { type ReadyBackup, readyBackup } from "./faults";
import { followUp } from "./following-up";
import { beginPoint, completePoint, discardPoint, sizeOfBackup } from "./point-making";
import { endBy, startAfter } from "./windows";

const retryAfter = 10 * minute;

function run(account: BackupAccount, job: BackupJob, { vault, source }: ReadyBackup): void {
  const continuity = byContinuity(account, job);
  if ("fault" in continuity) {
    fail(account, job, continuity.fault);
    return;
  }
  const takes = job.outcome?.takes ?? account.duration("backupJob", job);
  const left = endBy(job) - account.now;
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

/** The state of a cluster is backed up while the job of the cluster itself runs. */
const otherJobOn = (account: BackupAccount, job: BackupJob): Timed | undefined =>
  isClusterState({ RecoveryPointArn: job.pointArn }) ? undefined : runningOn(account, job.ResourceArn);

/** The backup that the resource's own service makes of it, whoever asked for that. */
const otherBackupOf = (account: BackupAccount, { ResourceArn }: BackupJob): Timed | undefined =>
  linkedService(account, ResourceArn)?.backupBeingMade?.(account, ResourceArn);

/** What happens to backup jobs by themselves. */
export const backupJobSteps = {
  start(job: BackupJob, account: BackupAccount): void {
    const ready = readyBackup(account, job);
    const otherJob = otherJobOn(account, job);
    if (account.now > job.StartBy) {
      // A test has held it back until now.
      backupJobSteps.runOutOfTime(job, account);
    } else if ("fault" in ready) {
      fail(account, job, ready.fault);
    } else if (otherJob) {
      waitForOther(account, job, otherJob);
    } else if (ready.source.unavailable !== undefined) {
      fail(account, job, { category: "INVALID_STATE", message: ready.source.unavailable });
    } else {
      const otherBackup = otherBackupOf(account, job);
      if (otherBackup) waitForOther(account, job, otherBackup);
      else run(account, job, ready);
    }
  },

  complete(job: BackupJob, account: BackupAccount): void {
    const child = unfinishedChild(account, job);
    const ending = endingOf(account, job);
    if (account.now > endBy(job)) {
      backupJobSteps.runOutOfTime(job, account);
    } else if (child) {
      waitForChild(account, job, child);
    } else if (ending && ending.state !== "PARTIAL") {
      discard(account, job);
      end(account, job, {
        State: ending.state,
        MessageCategory: categoryOf(ending.message, "FATAL_ERROR"),
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

/** How a job ends that does not do all it was to do. What a test has set for it comes first. */
function endingOf(account: BackupAccount, job: BackupJob) {
  const { fails } = job.outcome ?? {};
  if (wantsVss(job) && isVssError(fails?.message)) return undefined;
  return fails ?? (job.IsParent ? endingByMembers(account, job) : undefined);
}

/** Ends a job with a recovery point: as completed, perhaps with something to say of it, or as partial. */
function finish(account: BackupAccount, job: BackupJob, partial: string | undefined): void {
  const resourceSize = findSource(account, job.ResourceArn)?.sizeInBytes ?? 0;
  const size =
    job.outcome?.transfers ?? sizeOfMembers(account, job) ?? sizeOfBackup(account, job, resourceSize);
  const complete = job.continuous ? completeContinuous : completePoint;
  const point = complete(account, job, size, resourceSize, job.IsParent ? partial : undefined);
  const issue = partial === undefined ? issueOf(job) : undefined;
  const ended = end(account, job, {
    State: partial === undefined ? "COMPLETED" : "PARTIAL",
    StatusMessage: partial ?? issue?.message,
    PercentDone: "100.0",
    BackupSizeInBytes: size,
    BytesTransferred: size ?? 0,
    EncryptionKeyArn: point?.EncryptionKeyArn,
    IsEncrypted: point?.IsEncrypted,
    BackupType: wantsVss(job) && !issue ? "WindowsVSS" : undefined,
    MessageCategory:
      partial === undefined ? (issue?.category ?? "SUCCESS") : categoryOf(partial, "MISCELLANEOUS"),
  });
  if (point) followUp(account, ended, point);
}

/** What a job that was completed has to say all the same. */
function issueOf(job: BackupJob) {
  const message = job.outcome?.fails?.message;
  if (message === undefined) return job.issue;
  return { category: categoryOf(message, "MISCELLANEOUS"), message };
}

/** Takes away what a job that did not finish had begun. */
function discard(account: BackupAccount, job: BackupJob): void {
  if (job.IsParent) discardMembers(account, job);
  discardPoint(account, job);
}

/** One backup of a resource at a time: other jobs try again all through their start window. */
function waitForOther(account: BackupAccount, job: BackupJob, { next: other }: Timed): void {
  const again = account.now + retryAfter < job.StartBy;
  const [step, wait] = again
    ? (["start", retryAfter] as const)
    : (["expire", Math.max(0, job.StartBy - account.now)] as const);
  account.backup.backupJobs.update(job.BackupJobId, {
    retries: (job.retries ?? 0) + 1,
    next: afterWaiting(account, step, wait, other),
  });
}

/** What comes after a wait for another thing: while a test holds that back, who waits for it is not on its way either. */
const afterWaiting = (account: BackupAccount, step: string, wait: number, other: Next | undefined): Next =>
  other?.held ? account.planned(step, account.now + wait) : account.inFlight(step, wait);

/** The job of a composite ends after those of its members, or when its time is up. */
function waitForChild(account: BackupAccount, job: BackupJob, { next }: Timed): void {
  const { now } = account;
  const at = next && !next.held ? next.at : now + retryAfter;
  const end = endBy(job);
  const wait = Math.max(0, Math.min(at, end) - now);
  const step = at < end ? "complete" : "runOutOfTime";
  account.backup.backupJobs.update(job.BackupJobId, {
    next: afterWaiting(account, step, wait, next),
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
    ? startAfter(account, job, account.duration("backupJobStart", job))
    : job.State === "ABORTING"
      ? account.inFlight("abort", account.duration("backupJobStop", job))
      : account.planned("forget", (job.CompletionDate ?? now) + listedFor);
  return backup.backupJobs.update(job.BackupJobId, { next });
}
