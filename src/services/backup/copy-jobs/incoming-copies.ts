import type { Next } from "../../../core/time";
import type { BackupAccount, BackupView } from "../account/account";
import type { CopyJob } from "../records/copy-jobs";
import type { IncomingCopy } from "../records/incoming-copies";
import { vaultOfArn } from "../records/vaults";

export function expectCopy(account: BackupAccount, job: CopyJob): void {
  const vault = vaultOfArn(job.DestinationBackupVaultArn);
  if (!vault) return;
  account.at(vault.place).backup.incomingCopies.insert({
    CopyJobId: job.CopyJobId,
    BackupVaultName: vault.name,
    ResourceArn: job.ResourceArn,
    from: account.place,
  });
}

export function stopExpectingCopy(account: BackupAccount, job: CopyJob): void {
  const vault = vaultOfArn(job.DestinationBackupVaultArn);
  if (vault) account.at(vault.place).backup.incomingCopies.remove(job.CopyJobId);
}

/** What the job of a copy does next, wherever it runs. */
export const nextOfCopy = (account: BackupView, copy: IncomingCopy): Next | undefined =>
  account.at(copy.from).backup.copyJobs.get(copy.CopyJobId)?.next;
