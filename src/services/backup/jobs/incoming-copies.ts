import type { Next } from "../../../core/next";
import type { Place } from "../../../core/place";
import { table } from "../../../core/table-spec";
import type { BackupAccount, BackupView } from "../account";
import { vaultOfArn } from "../vaults/vault-arn";
import type { CopyJob } from "./copy-jobs";

/** A copy job of some place that will leave a point in a vault of this one. It goes when the job ends. */
export interface IncomingCopy {
  readonly CopyJobId: string;
  readonly BackupVaultName: string;
  readonly ResourceArn: string;
  readonly from: Place;
}

export const incomingCopies = table<IncomingCopy>(copy => copy.CopyJobId)
  .by("vault", copy => copy.BackupVaultName)
  .by("resource", copy => copy.ResourceArn);

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
