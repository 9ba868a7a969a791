import { parseArn } from "../core/basics";
import { type EpochMs, minute } from "../core/time";
import type { BackupAccount } from "../services/backup/account/account";
import { listedFor } from "../services/backup/jobs/transitions";
import { type CopyJob, isUnfinishedCopy } from "../services/backup/records/copy-jobs";
import { categoryOf } from "../services/backup/records/message-categories";
import { isUnfinishedRestore, type RestoreJob } from "../services/backup/records/restore-jobs";
import { type VaultAddress, vaultOfArn } from "../services/backup/records/vaults";
import { vaultArn } from "../services/backup/vaults/vaults";
import { type Item, invalidItem, needed } from "./collection";

/** When a job has ended: as it says, or after the usual time. It is listed for 30 days from then on. */
export function endOf(
  { now }: BackupAccount,
  {
    CreationDate,
    CompletionDate,
  }: { readonly CreationDate: EpochMs; readonly CompletionDate?: EpochMs | undefined },
  takes: number,
): EpochMs {
  const end = CompletionDate ?? Math.min(now, CreationDate + takes);
  if (end + listedFor > now) return end;
  throw invalidItem(
    `ended at ${new Date(end).toISOString()}, which is 30 days ago or more: it would be off the list by now`,
  );
}

/** The category that a job shows for its message. A completed job without one has succeeded. */
export function seededCategory(state: string | undefined, message: string | undefined): string | undefined {
  if (message !== undefined) return categoryOf(message);
  return state === undefined || state === "COMPLETED" ? "SUCCESS" : undefined;
}

/** When a job that has ended comes off the list. */
const forgotten = (account: BackupAccount, end: EpochMs) => account.planned("forget", end + listedFor);

const takenByCopy = (account: BackupAccount, job: CopyJob): number =>
  account.duration("copyJobStart", job) + account.duration("copyJob", job);

const takenByRestore = (account: BackupAccount, job: RestoreJob): number =>
  account.duration("restoreJobStart", job) + account.duration("restoreJob", job);

type Dated = Item<{ CreationDate: Date; CompletionDate: Date }>;

/** Lets a copy job that has been run have ended when it says. */
export function dateCopy(key: string, { CreationDate, CompletionDate }: Dated, account: BackupAccount): void {
  const { copyJobs } = account.backup;
  const job = copyJobs.get(key);
  if (!job || isUnfinishedCopy(job)) return;
  const dates = { CreationDate: CreationDate ?? job.CreationDate, CompletionDate };
  const end = endOf(account, dates, takenByCopy(account, job));
  copyJobs.update(key, { CompletionDate: end, next: forgotten(account, end) });
}

/** Lets a restore job that has been run have ended when it says. */
export function dateRestore(
  key: string,
  { CreationDate, CompletionDate }: Dated,
  account: BackupAccount,
): void {
  const { restoreJobs } = account.backup;
  const job = restoreJobs.get(key);
  if (!job || isUnfinishedRestore(job)) return;
  const dates = { CreationDate: CreationDate ?? job.CreationDate, CompletionDate };
  const end = endOf(account, dates, takenByRestore(account, job));
  restoreJobs.update(key, { CompletionDate: end, next: forgotten(account, end) });
}

/** The vault that a member of an item names by its ARN. */
function vaultIn(text: string, member: string): VaultAddress {
  const address = vaultOfArn(parseArn(text));
  if (!address)
    throw invalidItem(`has ${member} ${JSON.stringify(text)}, which is not the ARN of a backup vault`);
  return address;
}

/** The record of a copy job that has ended. Its copy is a thing of its own. */
export function recordCopy(item: Partial<CopyJob>, account: BackupAccount): string {
  const { backup, place, now, ids } = account;
  const SourceRecoveryPointArn = needed(item.SourceRecoveryPointArn, "SourceRecoveryPointArn");
  const point = backup.recoveryPoints.get(SourceRecoveryPointArn);
  const { CopyJobId = ids.uuid().toUpperCase(), CreationDate = now } = item;
  if (backup.copyJobs.has(CopyJobId))
    throw invalidItem(`names the copy job ${CopyJobId}, which there is already`);
  const SourceBackupVaultArn = point
    ? vaultArn(place, point.BackupVaultName)
    : needed(item.SourceBackupVaultArn, "SourceBackupVaultArn");
  const DestinationBackupVaultArn = needed(item.DestinationBackupVaultArn, "DestinationBackupVaultArn");
  const job: CopyJob = {
    State: "COMPLETED",
    MessageCategory: seededCategory(item.State, item.StatusMessage),
    IsParent: point?.IsParent === true,
    ...item,
    AccountId: place.accountId,
    CopyJobId,
    CreationDate,
    SourceRecoveryPointArn,
    SourceBackupVaultArn,
    sourceVaultName: vaultIn(SourceBackupVaultArn, "SourceBackupVaultArn").name,
    DestinationBackupVaultArn,
    destination: vaultIn(DestinationBackupVaultArn, "DestinationBackupVaultArn"),
    ResourceArn: point?.ResourceArn ?? needed(item.ResourceArn, "ResourceArn"),
    ResourceType: point?.ResourceType ?? needed(item.ResourceType, "ResourceType"),
    lifecycle: undefined,
  };
  const end = endOf(account, job, takenByCopy(account, job));
  backup.copyJobs.insert({ ...job, CompletionDate: end, next: forgotten(account, end) });
  return CopyJobId;
}

/** The record of a restore job that has ended. What it restored is a thing of its own. */
export function recordRestore(item: Partial<RestoreJob>, account: BackupAccount): string {
  const { backup, place, now, ids } = account;
  const RecoveryPointArn = needed(item.RecoveryPointArn, "RecoveryPointArn");
  const point = backup.recoveryPoints.get(RecoveryPointArn);
  const { RestoreJobId = ids.uuid().toUpperCase(), CreationDate = now } = item;
  if (backup.restoreJobs.has(RestoreJobId)) {
    throw invalidItem(`names the restore job ${RestoreJobId}, which there is already`);
  }
  const BackupVaultArn = point
    ? vaultArn(place, point.BackupVaultName)
    : needed(item.BackupVaultArn, "BackupVaultArn");
  const job: RestoreJob = {
    Status: "COMPLETED",
    PercentDone: "0.00%",
    RecoveryPointCreationDate: point?.CreationDate,
    BackupSizeInBytes: point?.BackupSizeInBytes,
    IsParent: point?.IsParent === true,
    ...item,
    AccountId: place.accountId,
    RestoreJobId,
    CreationDate,
    RecoveryPointArn,
    SourceResourceArn: point?.ResourceArn ?? needed(item.SourceResourceArn, "SourceResourceArn"),
    ResourceType: point?.ResourceType ?? needed(item.ResourceType, "ResourceType"),
    BackupVaultArn,
    vaultName: vaultIn(BackupVaultArn, "BackupVaultArn").name,
    metadata: {},
    copiesTags: false,
  };
  const end = endOf(account, job, takenByRestore(account, job));
  const ended = backup.restoreJobs.insert({ ...job, CompletionDate: end, next: forgotten(account, end) });
  if (ended.Status === "COMPLETED") {
    backup.latestRestores.put({
      ResourceArn: ended.SourceResourceArn,
      LatestRestoreExecutionTimeMinutes: Math.ceil((end - CreationDate) / minute),
      LatestRestoreJobCreationDate: CreationDate,
      LatestRestoreRecoveryPointCreationDate: ended.RecoveryPointCreationDate,
    });
  }
  return RestoreJobId;
}
