import type { EpochMs } from "../../../core/time";
import { dateAt } from "../../../model";
import type { BackupAccount } from "../account/account";
import { emitEvent, isoDate } from "../account/events";
import type { BackupJob } from "../records/backup-jobs";
import { creatorDetail } from "../recovery-points/events";
import { notifyOfJob } from "../vaults/sns-messages";

const asText = (value: number | undefined): string | undefined =>
  value === undefined ? undefined : String(value);

/**
 * Emits the event of a job's current state, in the format of the Developer Guide's samples, and notifies the vault's
 * topic.
 */
export function emitJobChange(account: BackupAccount, job: BackupJob): void {
  const resources = job.State === "COMPLETED" ? [job.pointArn] : none;
  emitEvent(account, "Backup Job State Change", resources, job, detailOf);
  notifyOfJob(account, job.BackupVaultName, {
    kind: "BACKUP_JOB",
    id: job.BackupJobId,
    state: job.State,
    startTime: job.CreationDate,
    resourceArn: job.ResourceArn,
    recoveryPointArn: job.RecoveryPointArn,
  });
}

const none: readonly string[] = [];

const detailOf = (job: BackupJob) => (job.State === "CREATED" ? createdDetail(job) : laterDetail(job));

const createdDetail = (job: BackupJob) => ({
  backupJobId: job.BackupJobId,
  state: job.State,
  creationDate: isoDate(job.CreationDate),
});

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** An instant in UTC as `Jul 15, 2020 9:39:07 PM`. Only the expected completion date is written so. */
function spelledOut(at: EpochMs): string {
  const date = dateAt(at);
  const hours = date.getUTCHours();
  const minutesOn = date.toISOString().slice(-11, -5);
  const day = `${months[date.getUTCMonth()]} ${date.getUTCDate()}, ${date.getUTCFullYear()}`;
  return `${day} ${hours % 12 || 12}${minutesOn} ${hours < 12 ? "AM" : "PM"}`;
}

const expectedEnd = ({ State, ExpectedCompletionDate: at }: BackupJob): string | undefined =>
  State === "RUNNING" && at !== undefined ? spelledOut(at) : undefined;

/** The final states whose events contain the number of retries. */
const tellsRetries: ReadonlySet<string> = new Set(["COMPLETED", "FAILED"]);

const laterDetail = (job: BackupJob) => ({
  ...createdDetail(job),
  backupVaultArn: job.BackupVaultArn,
  backupVaultName: job.BackupVaultName,
  bytesTransferred: asText(job.BytesTransferred ?? 0),
  backupSizeInBytes: asText(job.BackupSizeInBytes ?? (job.State === "RUNNING" ? 0 : undefined)),
  startBy: isoDate(job.StartBy),
  iamRoleArn: job.IamRoleArn,
  resourceArn: job.ResourceArn,
  resourceType: job.ResourceType,
  // AWS puts failure messages in quotes.
  statusMessage: job.StatusMessage === undefined ? undefined : `"${job.StatusMessage}"`,
  percentDone: Number(job.PercentDone ?? 0),
  retryCount: tellsRetries.has(job.State) ? (job.retries ?? 0) : undefined,
  expectedCompletionDate: expectedEnd(job),
  completionDate: job.State === "FAILED" ? undefined : isoDate(job.CompletionDate),
  createdBy: creatorDetail(job.CreatedBy),
});
