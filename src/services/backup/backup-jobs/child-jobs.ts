import type { BackupView } from "../account/account";
import { type BackupJob, isUnfinished } from "../records/backup-jobs";

/** The jobs of the members of a composite resource. */
const childrenOf = ({ backup }: BackupView, { IsParent, BackupJobId }: BackupJob): Iterable<BackupJob> =>
  IsParent ? backup.backupJobs.by("parent", BackupJobId) : [];

/** An unfinished job of a member, which the composite's job waits for. */
export function unfinishedChild(account: BackupView, job: BackupJob): BackupJob | undefined {
  for (const child of childrenOf(account, job)) if (isUnfinished(child)) return child;
  return undefined;
}

/** The number of members' jobs in each state. */
export function childStates(account: BackupView, job: BackupJob) {
  const counts: Partial<Record<BackupJob["State"], number>> = {};
  for (const { State } of childrenOf(account, job)) counts[State] = (counts[State] ?? 0) + 1;
  return counts;
}

/** The state and message that a composite's job ends with if not all members were backed up. */
export function endingByMembers(account: BackupView, job: BackupJob) {
  let missing = job.membersLeftOut ?? 0;
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

/** The total size of the members' backups. Undefined if there are none. */
export function sizeOfMembers(account: BackupView, job: BackupJob): number | undefined {
  let size: number | undefined;
  for (const { BackupSizeInBytes } of childrenOf(account, job)) size = (size ?? 0) + (BackupSizeInBytes ?? 0);
  return size;
}

/** The unfinished jobs of members, which end before the composite's job does. */
export const unfinishedChildren = (account: BackupView, job: BackupJob): readonly BackupJob[] =>
  [...childrenOf(account, job)].filter(child => isUnfinished(child) && child.State !== "ABORTING");
