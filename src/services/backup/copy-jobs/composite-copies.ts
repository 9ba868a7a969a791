import type { BackupAccount, BackupView } from "../account/account";
import { type CopyJob, isUnfinishedCopy } from "../records/copy-jobs";
import { vaultOfArn } from "../records/vaults";
import { removePoint } from "../recovery-points/removing";
import { arnOfCopy } from "./copied-points";
import { createCopyJob } from "./creating";
import { copyRefusal, type ReadyCopy } from "./faults";

/** Copies the points in a composite point, each by a job of its own; those that cannot be copied are left behind. */
export function copyMembers(account: BackupAccount, job: CopyJob, ready: ReadyCopy): Partial<CopyJob> {
  let NumberOfChildJobs = 0;
  let leftBehind = 0;
  for (const point of [...account.backup.recoveryPoints.by("parent", job.SourceRecoveryPointArn)]) {
    if (copyRefusal(point)) {
      leftBehind++;
      continue;
    }
    createCopyJob(account, {
      point,
      destinationArn: job.DestinationBackupVaultArn,
      roleArn: job.IamRoleArn,
      lifecycle: job.lifecycle,
      parentJobId: job.CopyJobId,
      createdBy: job.CreatedBy,
      backupJobId: job.CreatedByBackupJobId,
    });
    NumberOfChildJobs++;
  }
  // The members' copies name their composite before it is there.
  return { NumberOfChildJobs, leftBehind, copyArn: arnOfCopy(ready.destination, ready.point, ready.vault) };
}

const membersOf = ({ backup }: BackupView, { IsParent, CopyJobId }: CopyJob) =>
  IsParent ? backup.copyJobs.by("parent", CopyJobId) : [];

/** A member's job that the one of the composite has to wait for. */
export function unfinishedMember(account: BackupView, job: CopyJob): CopyJob | undefined {
  for (const member of membersOf(account, job)) if (isUnfinishedCopy(member)) return member;
  return undefined;
}

/** Takes away the copies of members that are there already: the composite that they are in will not be. */
export function discardCopies(account: BackupAccount, job: CopyJob): void {
  const vault = vaultOfArn(job.DestinationBackupVaultArn);
  if (!vault) return;
  const destination = account.at(vault.place);
  for (const { DestinationRecoveryPointArn: copied } of [...membersOf(account, job)]) {
    const point = destination.backup.recoveryPoints.get(copied ?? "");
    if (point) removePoint(destination, point);
  }
}

/** How the copy of a composite ends where not all of its members were copied. */
export function endingByMembers(account: BackupView, job: CopyJob) {
  let missing = job.leftBehind ?? 0;
  let copied = 0;
  for (const { State } of membersOf(account, job)) {
    if (State === "COMPLETED" || State === "PARTIAL") copied++;
    else missing++;
  }
  if (missing === 0) return undefined;
  const message = `${missing} of the recovery points in ${job.SourceRecoveryPointArn} were not copied.`;
  return { state: copied > 0 ? "PARTIAL" : "FAILED", message };
}
