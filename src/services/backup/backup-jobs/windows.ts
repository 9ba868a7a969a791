import { type EpochMs, minute, type Next } from "../../../core/time";
import type { BackupAccount } from "../account/account";
import type { BackupJob } from "../records/backup-jobs";

/** What comes to a job that waits to be started: its start or, where that came too late, the end of its start window. */
export function startAfter(account: BackupAccount, job: BackupJob, wait: number): Next {
  const left = job.StartBy - account.now;
  return wait <= left ? account.inFlight("start", wait) : account.inFlight("runOutOfTime", Math.max(0, left));
}

/** When a job has to have ended. FSx does without a completion window (Developer Guide, "Backup plan options"). */
export const endBy = ({ ResourceType, CreationDate, completionWindowMinutes }: BackupJob): EpochMs =>
  ResourceType === "FSx" ? Number.POSITIVE_INFINITY : CreationDate + completionWindowMinutes * minute;
