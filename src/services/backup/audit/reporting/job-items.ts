import type { EpochMs } from "../../../../core/time";
import type { BackupView } from "../../account/account";
import type { BackupJob } from "../../records/backup-jobs";
import type { CopyJob } from "../../records/copy-jobs";
import type { Lifecycle } from "../../records/lifecycle";
import type { Period, ReportItem } from "../../records/report-jobs";
import type { RestoreJob } from "../../records/restore-jobs";
import type { ScanJob } from "../../records/scan-jobs";
import { lockState } from "../../vaults/vault-lock";
import { dateCell, isoSeconds, runTime } from "./report-values";

interface TimedJob {
  readonly CreationDate: EpochMs;
  readonly CompletionDate?: EpochMs | undefined;
}

/** A job report covers the jobs that finished in its period, and all unfinished ones. */
const isReported = ({ CompletionDate }: TimedJob, { from, until }: Period): boolean =>
  CompletionDate === undefined || (CompletionDate > from && CompletionDate <= until);

const runTimeOf = ({ CreationDate, CompletionDate }: TimedJob, now: EpochMs): string =>
  runTime((CompletionDate ?? now) - CreationDate);

const placeCells = ({ place }: BackupView, { from, until }: Period) => ({
  reportTimePeriodStart: isoSeconds(from),
  reportTimePeriodEnd: isoSeconds(until),
  accountId: place.accountId,
  region: place.region,
});

/** When a job began, and the plan and rule that created it. On-demand jobs have none. */
const initiationCells = (initiated: EpochMs | undefined, createdBy: BackupJob["CreatedBy"]) => ({
  initiationDate: dateCell(initiated),
  backupPlanName: createdBy?.BackupPlanName ?? null,
  backupRuleName: createdBy?.BackupRuleName ?? null,
  backupRuleSchedule: createdBy?.BackupRuleCron ?? null,
  backupRuleTimezone: createdBy?.BackupRuleTimezone ?? null,
});

const lifecycleCells = (lifecycle: Lifecycle | undefined) => ({
  deleteAfterDays: lifecycle?.DeleteAfterDays ?? null,
  moveToColdAfterDays: lifecycle?.MoveToColdStorageAfterDays ?? null,
  enableArchive: lifecycle?.OptInToArchiveForSupportedResources ?? false,
});

export function* backupJobItems(account: BackupView, period: Period): Generator<ReportItem, undefined> {
  for (const job of account.backup.backupJobs)
    if (isReported(job, period)) yield backupJobItem(account, job, period);
}

const backupJobItem = (account: BackupView, job: BackupJob, period: Period): ReportItem => ({
  ...placeCells(account, period),
  backupJobId: job.BackupJobId,
  jobStatus: job.State,
  resourceType: job.ResourceType,
  resourceArn: job.ResourceArn,
  resourceName: job.ResourceName ?? null,
  backupPlanArn: job.CreatedBy?.BackupPlanArn ?? null,
  backupRuleId: job.CreatedBy?.BackupRuleId ?? null,
  ...initiationCells(job.InitiationDate, job.CreatedBy),
  startWindowEnd: dateCell(job.StartBy),
  backupOptions: job.BackupOptions ?? {},
  isParentJob: job.IsParent ?? false,
  parentJobId: job.ParentJobId ?? null,
  creationDate: dateCell(job.CreationDate),
  completionDate: dateCell(job.CompletionDate),
  recoveryPointArn: job.RecoveryPointArn ?? null,
  jobRunTime: runTimeOf(job, account.now),
  backupSizeInBytes: job.BackupSizeInBytes ?? null,
  backupVaultName: job.BackupVaultName,
  backupVaultArn: job.BackupVaultArn,
  vaultType: job.VaultType ?? null,
  vaultLockStatus: job.VaultLockState ?? null,
  isEncrypted: job.IsEncrypted ?? null,
  encryptionKeyArn: job.EncryptionKeyArn ?? null,
  ...lifecycleCells(job.RecoveryPointLifecycle),
  iamRoleArn: job.IamRoleArn ?? null,
});

export function* copyJobItems(account: BackupView, period: Period): Generator<ReportItem, undefined> {
  for (const job of account.backup.copyJobs)
    if (isReported(job, period)) yield copyJobItem(account, job, period);
}

const copyJobItem = (account: BackupView, job: CopyJob, period: Period): ReportItem => ({
  ...placeCells(account, period),
  copyJobId: job.CopyJobId,
  jobStatus: job.State,
  jobRunTime: runTimeOf(job, account.now),
  resourceType: job.ResourceType,
  resourceArn: job.ResourceArn,
  resourceName: job.ResourceName ?? null,
  ...initiationCells(job.CreationDate, job.CreatedBy),
  // Copies and restores have no start window and no options.
  startWindowEnd: null,
  backupOptions: {},
  isParentJob: job.IsParent ?? false,
  parentJobId: job.ParentJobId ?? null,
  creationDate: dateCell(job.CreationDate),
  completionDate: dateCell(job.CompletionDate),
  backupSizeInBytes: job.BackupSizeInBytes ?? null,
  sourceRecoveryPointArn: job.SourceRecoveryPointArn,
  sourceBackupVaultArn: job.SourceBackupVaultArn,
  destinationRecoveryPointArn: job.DestinationRecoveryPointArn ?? null,
  destinationBackupVaultArn: job.DestinationBackupVaultArn,
  vaultType: job.DestinationVaultType ?? null,
  vaultLockStatus: job.DestinationVaultLockState ?? null,
  isEncrypted: job.DestinationEncryptionKeyArn === undefined ? null : true,
  encryptionKeyArn: job.DestinationEncryptionKeyArn ?? null,
  ...lifecycleCells(job.DestinationRecoveryPointLifecycle),
  iamRoleArn: job.IamRoleArn ?? null,
});

export function* restoreJobItems(account: BackupView, period: Period): Generator<ReportItem, undefined> {
  for (const job of account.backup.restoreJobs) {
    if (isReported(job, period)) yield restoreJobItem(account, job, period);
  }
}

/** Details of the backup are null once its recovery point is gone. */
function restoreJobItem(account: BackupView, job: RestoreJob, period: Period): ReportItem {
  const { place, backup } = account;
  const point = backup.recoveryPoints.get(job.RecoveryPointArn);
  const vault = point && backup.vaults.get(point.BackupVaultName);
  return {
    reportTimePeriod: `${isoSeconds(period.from)} - ${isoSeconds(period.until)}`,
    accountId: place.accountId,
    region: place.region,
    restoreJobId: job.RestoreJobId,
    jobStatus: job.Status,
    recoveryPointArn: job.RecoveryPointArn,
    resourceName: point?.ResourceName ?? null,
    ...initiationCells(job.CreationDate, point?.CreatedBy),
    startWindowEnd: null,
    backupOptions: {},
    isParentJob: job.IsParent ?? false,
    parentJobId: job.ParentJobId ?? null,
    vaultType: point?.VaultType ?? null,
    vaultLockStatus: lockState(vault) ?? null,
    isEncrypted: point?.IsEncrypted ?? null,
    encryptionKeyArn: point?.EncryptionKeyArn ?? null,
    ...lifecycleCells(point?.Lifecycle),
    sourceResourceArn: job.SourceResourceArn,
    backupVaultArn: job.BackupVaultArn,
    creationDate: dateCell(job.CreationDate),
    backupSizeInBytes: job.BackupSizeInBytes ?? null,
    percentDone: job.PercentDone ?? null,
    iamRoleArn: job.IamRoleArn ?? null,
  };
}

export function* scanJobItems(account: BackupView, period: Period): Generator<ReportItem, undefined> {
  for (const job of account.backup.scanJobs)
    if (isReported(job, period)) yield scanJobItem(account, job, period);
}

const scanJobItem = (account: BackupView, job: ScanJob, period: Period): ReportItem => ({
  ...placeCells(account, period),
  scanJobId: job.ScanJobId,
  scanId: job.ScanId ?? null,
  malwareScanner: job.MalwareScanner,
  jobStatus: job.State,
  scanResultStatus: job.ScanResult?.ScanResultStatus ?? "",
  statusMessage: job.StatusMessage ?? "",
  resourceType: job.ResourceType,
  resourceArn: job.ResourceArn,
  backupPlanArn: job.CreatedBy?.BackupPlanArn ?? null,
  creationDate: dateCell(job.CreationDate),
  recoveryPointArn: job.RecoveryPointArn,
  backupVaultName: job.BackupVaultName,
  backupVaultArn: job.BackupVaultArn,
  iamRoleArn: job.IamRoleArn,
  scannerRoleArn: job.ScannerRoleArn,
});
