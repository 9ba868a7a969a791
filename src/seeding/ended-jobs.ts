import { parseArn, quoted } from "../core/basics";
import { type EpochMs, minute } from "../core/time";
import type { BackupAccount } from "../services/backup/account/account";
import { listedFor } from "../services/backup/jobs/transitions";
import { type CopyJob, isUnfinishedCopy } from "../services/backup/records/copy-jobs";
import { categoryOf } from "../services/backup/records/message-categories";
import { isUnfinishedRestore, type RestoreJob } from "../services/backup/records/restore-jobs";
import { type VaultAddress, vaultOfArn } from "../services/backup/records/vaults";
import { vaultArn } from "../services/backup/vaults/vaults";
import { alreadyExists, type Item, invalidItem, required } from "./collection";

/** The end of a job: its CompletionDate, or after the usual duration. AWS Backup lists it for 30 days from then. */
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
    `ended at ${new Date(end).toISOString()}, 30 days ago or more, and would no longer be listed; give a later CompletionDate`,
  );
}

/** The category that a job shows for its message. A completed job without one has succeeded; a stopped one shows none. */
export function seededCategory(state: string | undefined, message: string | undefined): string | undefined {
  if (state === "ABORTED") return undefined;
  if (message !== undefined) return categoryOf(message);
  return state === undefined || state === "COMPLETED" ? "SUCCESS" : undefined;
}

const forgotten = (account: BackupAccount, end: EpochMs) => account.planned("forget", end + listedFor);

const copyDuration = (account: BackupAccount, job: CopyJob): number =>
  account.duration("copyJobStart", job) + account.duration("copyJob", job);

const restoreDuration = (account: BackupAccount, job: RestoreJob): number =>
  account.duration("restoreJobStart", job) + account.duration("restoreJob", job);

/** The vault in a member of an item, which is its ARN. */
function vaultIn(text: string, member: string): VaultAddress {
  const address = vaultOfArn(parseArn(text));
  if (address) return address;
  throw invalidItem(`${member} ${quoted(text)} is not the ARN of a backup vault`);
}

type Dated = Item<{ CreationDate: Date; CompletionDate: Date }>;

/** Sets the end of a copy job that has been run. */
export function setCopyEnd(
  key: string,
  { CreationDate, CompletionDate }: Dated,
  account: BackupAccount,
): void {
  const { copyJobs } = account.backup;
  const job = copyJobs.get(key);
  if (!job || isUnfinishedCopy(job)) return;
  const dates = { CreationDate: CreationDate ?? job.CreationDate, CompletionDate };
  const end = endOf(account, dates, copyDuration(account, job));
  copyJobs.update(key, { CompletionDate: end, next: forgotten(account, end) });
}

/** Sets the end of a restore job that has been run. */
export function setRestoreEnd(
  key: string,
  { CreationDate, CompletionDate }: Dated,
  account: BackupAccount,
): void {
  const { restoreJobs } = account.backup;
  const job = restoreJobs.get(key);
  if (!job || isUnfinishedRestore(job)) return;
  const dates = { CreationDate: CreationDate ?? job.CreationDate, CompletionDate };
  const end = endOf(account, dates, restoreDuration(account, job));
  restoreJobs.update(key, { CompletionDate: end, next: forgotten(account, end) });
}

/** Inserts an ended copy job without running it. Its copy is seeded separately. */
export function insertEndedCopy(item: Partial<CopyJob>, account: BackupAccount): string {
  const { backup, place, now, ids } = account;
  const SourceRecoveryPointArn = required(item.SourceRecoveryPointArn, "SourceRecoveryPointArn");
  const point = backup.recoveryPoints.get(SourceRecoveryPointArn);
  const { CopyJobId = ids.uuid().toUpperCase(), CreationDate = now } = item;
  if (backup.copyJobs.has(CopyJobId)) throw alreadyExists(`copy job ${CopyJobId}`);
  const SourceBackupVaultArn = point
    ? vaultArn(place, point.BackupVaultName)
    : required(item.SourceBackupVaultArn, "SourceBackupVaultArn");
  const DestinationBackupVaultArn = required(item.DestinationBackupVaultArn, "DestinationBackupVaultArn");
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
    ResourceArn: point?.ResourceArn ?? required(item.ResourceArn, "ResourceArn"),
    ResourceType: point?.ResourceType ?? required(item.ResourceType, "ResourceType"),
    lifecycle: undefined,
  };
  const end = endOf(account, job, copyDuration(account, job));
  backup.copyJobs.insert({ ...job, CompletionDate: end, next: forgotten(account, end) });
  return CopyJobId;
}

/** Inserts an ended restore job without running it. The restored resource is seeded separately. */
export function insertEndedRestore(item: Partial<RestoreJob>, account: BackupAccount): string {
  const { backup, place, now, ids } = account;
  const RecoveryPointArn = required(item.RecoveryPointArn, "RecoveryPointArn");
  const point = backup.recoveryPoints.get(RecoveryPointArn);
  const { RestoreJobId = ids.uuid().toUpperCase(), CreationDate = now } = item;
  if (backup.restoreJobs.has(RestoreJobId)) {
    throw alreadyExists(`restore job ${RestoreJobId}`);
  }
  const BackupVaultArn = point
    ? vaultArn(place, point.BackupVaultName)
    : required(item.BackupVaultArn, "BackupVaultArn");
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
    SourceResourceArn: point?.ResourceArn ?? required(item.SourceResourceArn, "SourceResourceArn"),
    ResourceType: point?.ResourceType ?? required(item.ResourceType, "ResourceType"),
    BackupVaultArn,
    vaultName: vaultIn(BackupVaultArn, "BackupVaultArn").name,
    metadata: {},
    copiesTags: false,
  };
  const end = endOf(account, job, restoreDuration(account, job));
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
