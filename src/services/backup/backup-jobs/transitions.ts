import type { BackupAccount } from "../account/account";
import { transitionsOf } from "../jobs/transitions";
import type { BackupJob } from "../records/backup-jobs";
import type { JobMessage } from "../records/job-messages";
import { ruleName } from "../records/plans";
import { unfinishedChildren } from "./child-jobs";
import { emitJobChange } from "./events";

export const { change, end } = transitionsOf<BackupJob>({
  jobsOf: account => account.backup.backupJobs,
  stateOf: job => job.State,
  emit: emitJobChange,
  ruleOf: ({ CreatedBy }) => CreatedBy && ruleName(CreatedBy.BackupPlanName, CreatedBy.BackupRuleName),
});

export const fail = (account: BackupAccount, job: BackupJob, { category, message }: JobMessage): BackupJob =>
  end(account, job, { State: "FAILED", MessageCategory: category, StatusMessage: message });

/** Stops a job, and the jobs of the members of its resource. */
export function abortJob(account: BackupAccount, job: BackupJob): void {
  for (const child of unfinishedChildren(account, job)) abortJob(account, child);
  change(account, job, {
    State: "ABORTING",
    next: account.inFlight("abort", account.duration("backupJobStop", job)),
  });
}
