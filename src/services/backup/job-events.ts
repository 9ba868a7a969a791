import type { BackupAccount } from "./account";
import type { BackupJob } from "./backup-jobs";

const iso = (at: number | undefined): string | undefined =>
  at === undefined ? undefined : new Date(at).toISOString();

const asText = (value: number | undefined): string | undefined =>
  value === undefined ? undefined : String(value);

/** Leaves out what is not known, as the service does. */
export const present = (detail: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(detail).filter(([, value]) => value !== undefined));

/** The event of a backup job's present state, in the form of the Developer Guide's samples. */
export function emitJobChange(account: BackupAccount, job: BackupJob): void {
  account.emit({
    source: "aws.backup",
    detailType: "Backup Job State Change",
    resources: job.State === "COMPLETED" ? [job.pointArn] : [],
    detail: present(job.State === "CREATED" ? createdDetail(job) : laterDetail(job)),
  });
}

const createdDetail = (job: BackupJob) => ({
  backupJobId: job.BackupJobId,
  state: job.State,
  creationDate: iso(job.CreationDate),
});

const laterDetail = (job: BackupJob) => ({
  ...createdDetail(job),
  backupVaultArn: job.BackupVaultArn,
  backupVaultName: job.BackupVaultName,
  bytesTransferred: asText(job.BytesTransferred ?? 0),
  backupSizeInBytes: asText(job.BackupSizeInBytes),
  startBy: iso(job.StartBy),
  iamRoleArn: job.IamRoleArn,
  resourceArn: job.ResourceArn,
  resourceType: job.ResourceType,
  // The service wraps failure texts in quotes of their own.
  statusMessage: job.StatusMessage === undefined ? undefined : `"${job.StatusMessage}"`,
  percentDone: Number(job.PercentDone ?? 0),
  expectedCompletionDate: job.State === "RUNNING" ? iso(job.ExpectedCompletionDate) : undefined,
  completionDate: job.State === "FAILED" ? undefined : iso(job.CompletionDate),
  createdBy: job.CreatedBy && {
    backupPlanId: job.CreatedBy.BackupPlanId,
    backupPlanArn: job.CreatedBy.BackupPlanArn,
    backupPlanVersion: job.CreatedBy.BackupPlanVersion,
    backupPlanRuleId: job.CreatedBy.BackupRuleId,
  },
});
