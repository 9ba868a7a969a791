import { type EpochMs, minute, type Next } from "../../../core/time";
import type { BackupAccount } from "../account/account";
import type { BackupJob } from "../records/backup-jobs";

/** The next step of a job that waits: its start or, if that would be too late, the end of its start window. */
export function nextStart(account: BackupAccount, job: BackupJob, wait: number): Next {
  const left = job.StartBy - account.now;
  return wait <= left ? account.inFlight("start", wait) : account.inFlight("runOutOfTime", Math.max(0, left));
}

/**
 * The instant by which a job has to complete. FSx has no completion window (Developer Guide, "Backup plan options").
 */
export const deadlineOf = ({ ResourceType, CreationDate, completionWindowMinutes }: BackupJob): EpochMs =>
  ResourceType === "FSx" ? Number.POSITIVE_INFINITY : CreationDate + completionWindowMinutes * minute;
