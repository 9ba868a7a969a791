import type { BackupAccount, BackupView } from "../account/account";
import { type CopyJob, isUnfinishedCopy } from "../records/copy-jobs";
import { removePoint } from "../recovery-points/removing";
import { arnOfCopy } from "./copied-points";
import { createCopyJob } from "./creating";
import { copyRefusal, type ReadyCopy } from "./faults";

/** Creates a copy job for each point in a composite point. Points that cannot be copied are left out. */
export function copyMembers(account: BackupAccount, job: CopyJob, ready: ReadyCopy): Partial<CopyJob> {
  let NumberOfChildJobs = 0;
  let membersLeftOut = 0;
  for (const point of [...account.backup.recoveryPoints.by("parent", job.SourceRecoveryPointArn)]) {
    if (copyRefusal(point)) {
      membersLeftOut++;
      continue;
    }
    createCopyJob(account, {
      point,
      destination: job.destination,
      roleArn: job.IamRoleArn,
      lifecycle: job.lifecycle,
      parentJobId: job.CopyJobId,
      createdBy: job.CreatedBy,
      backupJobId: job.CreatedByBackupJobId,
    });
    NumberOfChildJobs++;
  }
  // The copies of the members name the composite's copy before it exists.
  return {
    NumberOfChildJobs,
    membersLeftOut,
    copyArn: arnOfCopy(ready.destination, ready.point, ready.vault),
  };
}

const membersOf = ({ backup }: BackupView, { IsParent, CopyJobId }: CopyJob) =>
  IsParent ? backup.copyJobs.by("parent", CopyJobId) : [];

/** An unfinished copy job of a member, which the composite's job waits for. */
export function unfinishedMember(account: BackupView, job: CopyJob): CopyJob | undefined {
  for (const member of membersOf(account, job)) if (isUnfinishedCopy(member)) return member;
  return undefined;
}

/** Removes the finished copies of members when the copy of their composite fails. */
export function discardCopies(account: BackupAccount, job: CopyJob): void {
  const destination = account.at(job.destination.place);
  for (const { DestinationRecoveryPointArn: copied } of [...membersOf(account, job)]) {
    const point = destination.backup.recoveryPoints.get(copied ?? "");
    if (point) removePoint(destination, point);
  }
}

/** The ending of a composite's copy if not all members were copied. */
export function endingByMembers(account: BackupView, job: CopyJob) {
  let missing = job.membersLeftOut ?? 0;
  let copied = 0;
  for (const { State } of membersOf(account, job)) {
    if (State === "COMPLETED" || State === "PARTIAL") copied++;
    else missing++;
  }
  if (missing === 0) return undefined;
  const message = `${missing} of the recovery points in ${job.SourceRecoveryPointArn} were not copied.`;
  return { state: copied > 0 ? "PARTIAL" : "FAILED", message };
}
