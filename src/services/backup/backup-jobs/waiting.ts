import type { Next, Timed } from "../../../core/time";
import type { BackupAccount } from "../account/account";
import { retryAfter } from "../jobs/transitions";
import type { BackupJob } from "../records/backup-jobs";
import { deadlineOf } from "./windows";

/** Only one backup of a resource runs at a time. Other jobs retry during their start window. */
export function waitForOther(account: BackupAccount, job: BackupJob, { next: other }: Timed): void {
  const again = account.now + retryAfter < job.StartBy;
  const [step, wait] = again
    ? (["start", retryAfter] as const)
    : (["expire", Math.max(0, job.StartBy - account.now)] as const);
  account.backup.backupJobs.update(job.BackupJobId, {
    retries: (job.retries ?? 0) + 1,
    next: afterWaiting(account, step, wait, other),
  });
}

/** The step after a wait for another job. While that job is held, the waiting job is not in flight either. */
const afterWaiting = (account: BackupAccount, step: string, wait: number, other: Next | undefined): Next =>
  other?.held ? account.planned(step, account.now + wait) : account.inFlight(step, wait);

/** The job of a composite ends after the jobs of its members, or at its deadline. */
export function waitForChild(account: BackupAccount, job: BackupJob, { next }: Timed): void {
  const { now } = account;
  const at = next && !next.held ? next.at : now + retryAfter;
  const end = deadlineOf(job);
  const wait = Math.max(0, Math.min(at, end) - now);
  const step = at < end ? "complete" : "runOutOfTime";
  account.backup.backupJobs.update(job.BackupJobId, {
    next: afterWaiting(account, step, wait, next),
  });
}
