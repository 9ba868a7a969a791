import type { Next } from "../../../core/time";
import { type BackupAccount, type BackupView, read, write } from "../account/account";
import { invalidParameter, invalidRequest, notFound } from "../account/errors";
import { pageOfJobs } from "../jobs/job-pages";
import { nextOfUnfinished } from "../jobs/listing";
import { type BackupJob, backupJobs, isUnfinished, unfinishedStates } from "../records/backup-jobs";
import { vaultOfArn } from "../records/vaults";
import { can, resourceTypeOf } from "../resources/resource-types";
import { airGappedArnFault } from "../vaults/vault-arn";
import { vaultToFill } from "../vaults/vaults";
import { abortJob } from "./changing";
import { childStates } from "./child-jobs";
import { createJob } from "./creating";

const airGapped = "LOGICALLY_AIR_GAPPED_BACKUP_VAULT";

export const startBackupJob = write<"StartBackupJob">((input, account) => {
  const { backup } = account;
  const token = input.IdempotencyToken;
  const [earlier] = token === undefined ? [] : backup.backupJobs.by("idempotencyToken", token);
  if (earlier) return started(earlier);
  checkTarget(account, input.BackupVaultName, input.LogicallyAirGappedBackupVaultArn);
  if (input.Index !== undefined) checkIndexed(input.ResourceArn);
  const job = createJob(account, {
    vaultName: input.BackupVaultName,
    resourceArn: input.ResourceArn,
    roleArn: input.IamRoleArn,
    startWindowMinutes: input.StartWindowMinutes,
    completionWindowMinutes: input.CompleteWindowMinutes,
    lifecycle: input.Lifecycle,
    tags: input.RecoveryPointTags,
    options: input.BackupOptions,
    idempotencyToken: token,
    createdBy: undefined,
    airGappedVaultArn: input.LogicallyAirGappedBackupVaultArn,
    followUp: input.Index === "ENABLED" ? { index: true } : undefined,
  });
  return started(job);
});

function checkTarget(account: BackupAccount, name: string, airGappedArn: string | undefined): void {
  const vault = vaultToFill(account, name, "StartBackupJob");
  if (vault.VaultType === airGapped) {
    throw invalidRequest(
      `Logically air-gapped backup vault ${name} is named by LogicallyAirGappedBackupVaultArn, along with a backup vault.`,
    );
  }
  if (airGappedArn === undefined) return;
  const fault = airGappedArnFault(account.place, airGappedArn);
  if (fault !== undefined) throw invalidParameter(fault);
  const target = vaultToFill(account, vaultOfArn(airGappedArn)?.name ?? "", "StartBackupJob");
  if (target.VaultType !== airGapped) {
    throw invalidRequest(`Backup vault ${target.BackupVaultName} is not logically air-gapped.`);
  }
  if (target.VaultState !== "AVAILABLE") {
    throw invalidRequest(`Backup vault ${target.BackupVaultName} is ${target.VaultState}.`);
  }
}

function checkIndexed(resourceArn: string): void {
  const type = resourceTypeOf(resourceArn);
  if (type && !can(type, "searchIndex")) {
    throw invalidParameter(`Backup indexes are not supported for resource type ${type.name}.`);
  }
}

const started = ({ BackupJobId, RecoveryPointArn, CreationDate, IsParent }: BackupJob) => ({
  BackupJobId,
  RecoveryPointArn,
  CreationDate,
  IsParent,
});

export const describeBackupJob = read<"DescribeBackupJob">(({ BackupJobId }, account) => {
  const job = jobWithId(account, BackupJobId);
  return job.IsParent ? { ...job, ChildJobsInState: childStates(account, job) } : job;
});

function jobWithId({ backup }: BackupView, id: string): BackupJob {
  const job = backup.backupJobs.get(id);
  if (!job) throw notFound(`Cannot find backup job with ID: ${id}`);
  return job;
}

export const listBackupJobs = read<"ListBackupJobs">((input, account) => {
  const { items, token, next } = pageOfJobs(account, input, {
    spec: backupJobs,
    tableOf: ({ backup }) => backup.backupJobs,
    groups: [
      ["resource", input.ByResourceArn],
      ["vault", input.ByBackupVaultName],
      ["state", input.ByState],
      ["parent", input.ByParentJobId],
    ],
    next: nextOfBackups,
  });
  return { BackupJobs: items, NextToken: token, next };
});

/** See {@link nextOfUnfinished}. */
export const nextOfBackups = ({ backup }: BackupView): Next | undefined =>
  nextOfUnfinished(...[...unfinishedStates].map(state => backup.backupJobs.by("state", state)));

export const stopBackupJob = write<"StopBackupJob">(({ BackupJobId }, account) => {
  const job = jobWithId(account, BackupJobId);
  const type = resourceTypeOf(job.ResourceArn);
  if (!type || !can(type, "stop")) {
    throw invalidRequest(`Stopping a backup job is not supported for resource type ${job.ResourceType}.`);
  }
  if (!isUnfinished(job) || job.State === "ABORTING") {
    throw invalidRequest(`Backup job ${BackupJobId} cannot be stopped: its state is ${job.State}.`);
  }
  abortJob(account, job);
  return {};
});
