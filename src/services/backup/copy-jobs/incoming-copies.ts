import type { Next } from "../../../core/time";
import type { BackupAccount, BackupView } from "../account/account";
import type { CopyJob } from "../records/copy-jobs";
import type { IncomingCopy } from "../records/incoming-copies";

export function expectCopy(account: BackupAccount, job: CopyJob): void {
  const { place, name } = job.destination;
  account.at(place).backup.incomingCopies.insert({
    CopyJobId: job.CopyJobId,
    BackupVaultName: name,
    ResourceArn: job.ResourceArn,
    from: account.place,
  });
}

export function stopExpectingCopy(account: BackupAccount, job: CopyJob): void {
  account.at(job.destination.place).backup.incomingCopies.remove(job.CopyJobId);
}

/** The next step of the copy job, which may run in another place. */
export const nextOfCopy = (account: BackupView, copy: IncomingCopy): Next | undefined =>
  account.at(copy.from).backup.copyJobs.get(copy.CopyJobId)?.next;
