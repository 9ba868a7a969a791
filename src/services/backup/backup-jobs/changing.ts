import type { BackupAccount } from "../account/account";
import { transitionsOf } from "../jobs/transitions";
import type { BackupJob } from "../records/backup-jobs";
import type { JobFault } from "../records/job-messages";
import { unfinishedChildren } from "./child-jobs";
import { emitJobChange } from "./events";

export const { change, end } = transitionsOf<BackupJob>({
  jobsOf: account => account.backup.backupJobs,
  stateOf: job => job.State,
  tell: emitJobChange,
});

export const fail = (account: BackupAccount, job: BackupJob, { category, message }: JobFault): BackupJob =>
  end(account, job, { State: "FAILED", MessageCategory: category, StatusMessage: message });

/** Stops a job, and with it those of the members of what it backs up. */
export function abortJob(account: BackupAccount, job: BackupJob): void {
  for (const child of unfinishedChildren(account, job)) abortJob(account, child);
  change(account, job, {
    State: "ABORTING",
    next: account.inFlight("abort", account.duration("backupJobStop", job)),
  });
}
