import { hour, type Timed } from "../../../core/time";
import type { BackupAccount } from "../account/account";
import { removeCopiedPoint } from "../backup-jobs/temporary-points";
import { runningJobOn } from "../jobs/busy";
import { nextAfter, transitionsOf, untilNext } from "../jobs/transitions";
import { airGappedKey, type CopyJob } from "../records/copy-jobs";
import { type JobMessage, jobMessage } from "../records/job-messages";
import { categoryOf } from "../records/message-categories";
import { copyMembers, discardCopies, endingByMembers, unfinishedMember } from "./composite-copies";
import { makeCopy } from "./copied-points";
import { destinationMembers } from "./creating";
import { emitCopyChange } from "./events";
import { readyCopy } from "./faults";
import { stopExpectingCopy } from "./incoming-copies";

const retriedFor = 2 * hour;

const { change, end: endJob } = transitionsOf<CopyJob>({
  jobsOf: account => account.backup.copyJobs,
  stateOf: job => job.State,
  emit: emitCopyChange,
});

function end(account: BackupAccount, job: CopyJob, members: Partial<CopyJob>): void {
  endJob(account, job, members);
  stopExpectingCopy(account, job);
  removeCopiedPoint(account, job.SourceRecoveryPointArn);
}

export function failCopy(account: BackupAccount, job: CopyJob, { category, message }: JobMessage): void {
  discardCopies(account, job);
  end(account, job, { State: "FAILED", MessageCategory: category, StatusMessage: message });
}

/** The steps of copy jobs on the agenda. */
export const copyJobSteps = {
  start(job: CopyJob, account: BackupAccount): void {
    const ready = readyCopy(account, job);
    const other = runningJobOn(account, job.ResourceArn, job.ParentJobId) ?? copyAhead(account, job);
    if ("fault" in ready) failCopy(account, job, ready.fault);
    else if (other) waitFor(account, job, other);
    else {
      change(account, job, {
        State: "RUNNING",
        ...destinationMembers(ready.vault),
        DestinationRecoveryPointLifecycle: ready.lifecycle,
        BackupSizeInBytes: job.outcome?.transfers ?? ready.point.BackupSizeInBytes,
        ...(job.IsParent && copyMembers(account, job, ready)),
        next: account.inFlight("complete", job.outcome?.takes ?? account.duration("copyJob", job)),
      });
    }
  },

  complete(job: CopyJob, account: BackupAccount): void {
    const { fails } = job.outcome ?? {};
    const unfinished = unfinishedMember(account, job);
    const ready = readyCopy(account, job);
    const ending = fails ? { state: fails.state, message: fails.message } : endingByMembers(account, job);
    if (unfinished) {
      const next = nextAfter(account, unfinished, "complete");
      account.backup.copyJobs.update(job.CopyJobId, { next });
    } else if ("fault" in ready) {
      failCopy(account, job, ready.fault);
    } else if (ending && ending.state !== "PARTIAL") {
      failCopy(account, job, jobMessage(ending.message));
    } else {
      const State = ending ? "PARTIAL" : "COMPLETED";
      const copy = makeCopy(account, job, ready, ending?.message);
      end(account, job, {
        State,
        StatusMessage: ending?.message,
        MessageCategory: ending ? categoryOf(ending.message) : "SUCCESS",
        DestinationRecoveryPointArn: copy.RecoveryPointArn,
        DestinationEncryptionKeyArn: copy.EncryptionKeyArn,
      });
    }
  },

  forget(job: CopyJob, account: BackupAccount): void {
    account.backup.copyJobs.remove(job.CopyJobId);
  },
};

/**
 * A copy that has to end first: few go into logically air-gapped vaults at a time, and beyond a number of copies that leave
 * for a Region, few into one vault.
 */
function copyAhead(account: BackupAccount, job: CopyJob): Timed | undefined {
  const { copyJobs } = account.backup;
  const key = airGappedKey(job);
  const limit = key === "others" ? "airGappedCopiesAtATime" : "airGappedCopiesAtATimePerLimitedType";
  const [first, ...more] = key === undefined ? [] : copyJobs.by("runningIntoAirGapped", key);
  if (first && more.length + 1 >= account.quota(limit)) return first;
  if (!job.leaves) return undefined;
  const leaving = copyJobs.by("runningToRegion", job.destination.place.region);
  if (leaving.size < account.quota("outgoingCopiesAtATime")) return undefined;
  const [copy, ...others] = copyJobs.by("runningToVault", job.DestinationBackupVaultArn);
  return others.length + 1 < account.quota("furtherCopiesAtATimePerVault") ? undefined : copy;
}

/** Only one job per resource runs at a time. Other copy jobs retry for two hours. */
function waitFor(account: BackupAccount, job: CopyJob, other: Timed): void {
  const left = job.CreationDate + retriedFor - account.now;
  if (left <= 0) {
    failCopy(account, job, jobMessage("There are too many copy jobs running for resource."));
    return;
  }
  const wait = Math.min(untilNext(account, other), left);
  account.backup.copyJobs.update(job.CopyJobId, { next: account.inFlight("start", wait) });
}
