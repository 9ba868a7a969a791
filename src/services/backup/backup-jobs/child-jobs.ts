import type { BackupView } from "../account/account";
import { type BackupJob, isUnfinished } from "../records/backup-jobs";

/** The jobs of the members of what a job backs up as a whole. */
const childrenOf = ({ backup }: BackupView, { IsParent, BackupJobId }: BackupJob): Iterable<BackupJob> =>
  IsParent ? backup.backupJobs.by("parent", BackupJobId) : [];

/** A member's job that the one of the composite has to wait for. */
export function unfinishedChild(account: BackupView, job: BackupJob): BackupJob | undefined {
  for (const child of childrenOf(account, job)) if (isUnfinished(child)) return child;
  return undefined;
}

/** How many of the members' jobs are in which state. */
export function childStates(account: BackupView, job: BackupJob) {
  const counts: Partial<Record<BackupJob["State"], number>> = {};
  for (const { State } of childrenOf(account, job)) counts[State] = (counts[State] ?? 0) + 1;
  return counts;
}

/** How a composite ends where not all of its members were backed up. */
export function endingByMembers(account: BackupView, job: BackupJob) {
  let missing = job.leftOut ?? 0;
  let failed = 0;
  for (const { State } of childrenOf(account, job)) {
    if (State === "COMPLETED") continue;
    missing++;
    if (State !== "PARTIAL") failed++;
  }
  if (missing === 0) return undefined;
  const message = `${missing} of the resources in ${job.ResourceArn} were not backed up.`;
  const isAll = failed > 0 && failed === job.NumberOfChildJobs;
  return { state: isAll ? ("FAILED" as const) : ("PARTIAL" as const), message };
}

/** How large the backups of the members are together; nothing when there are none. */
export function sizeOfMembers(account: BackupView, job: BackupJob): number | undefined {
  let size: number | undefined;
  for (const { BackupSizeInBytes } of childrenOf(account, job)) size = (size ?? 0) + (BackupSizeInBytes ?? 0);
  return size;
}

/** The members' jobs that end with the one of the composite, before it. */
export const unfinishedChildren = (account: BackupView, job: BackupJob): readonly BackupJob[] =>
  [...childrenOf(account, job)].filter(child => isUnfinished(child) && child.State !== "ABORTING");
