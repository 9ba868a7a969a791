import type { Timed } from "../../../core/next";
import type { BackupView } from "../account";

/** The job that is at work on a resource: one backup or copy at a time, the others wait. */
export function runningOn({ backup }: BackupView, resourceArn: string): Timed | undefined {
  const [job] = backup.backupJobs.by("runningOnResource", resourceArn);
  if (job) return job;
  const [copy] = backup.copyJobs.by("runningOnResource", resourceArn);
  return copy;
}
