import type { Arn } from "../../../core/basics";
import type { Next } from "../../../core/time";
import { type BackupAccount, type BackupView, read, write } from "../account/account";
import { checkIsHere, readArn } from "../account/arns";
import { invalidParameter, invalidRequest, notFound } from "../account/errors";
import { pageOfJobs } from "../jobs/job-pages";
import { nextOfUnfinished } from "../jobs/listing";
import { type BackupJob, backupJobs, isUnfinished, unfinishedStates } from "../records/backup-jobs";
import { can, resourceTypeOf, resourceTypeOfRecord } from "../resources/resource-types";
import { findSource } from "../resources/sources";
import { isOptedIn } from "../settings/region-settings";
import { readAirGappedArn } from "../vaults/vault-arn";
import { vaultToFill } from "../vaults/vaults";
import { childStates } from "./child-jobs";
import { createJob } from "./creating";
import { abortJob } from "./transitions";

const airGappedType = "LOGICALLY_AIR_GAPPED_BACKUP_VAULT";

export const startBackupJob = write<"StartBackupJob">((input, account) => {
  const { backup, place } = account;
  const token = input.IdempotencyToken;
  const [earlier] = token === undefined ? [] : backup.backupJobs.by("idempotencyToken", token);
  if (earlier) return started(earlier);
  checkVault(account, input.BackupVaultName);
  const airGappedVaultName = airGappedTarget(account, input.LogicallyAirGappedBackupVaultArn);
  const resource = readArn(input.ResourceArn);
  checkIsHere(place, resource.text, resource);
  checkOptIn(account, resource);
  if (input.Index !== undefined) checkIndexable(resource);
  const job = createJob(account, {
    vaultName: input.BackupVaultName,
    resource,
    roleArn: input.IamRoleArn,
    startWindowMinutes: input.StartWindowMinutes,
    completionWindowMinutes: input.CompleteWindowMinutes,
    lifecycle: input.Lifecycle,
    tags: input.RecoveryPointTags,
    options: input.BackupOptions,
    idempotencyToken: token,
    createdBy: undefined,
    airGappedVaultName,
    followUp: input.Index === "ENABLED" ? { index: true } : undefined,
  });
  return started(job);
});

function checkVault(account: BackupAccount, name: string): void {
  const vault = vaultToFill(account, name, "StartBackupJob");
  if (vault.VaultType !== airGappedType) return;
  throw invalidRequest(
    `Logically air-gapped backup vault ${name} is named by LogicallyAirGappedBackupVaultArn, along with a backup vault.`,
  );
}

/** The name of the logically air-gapped vault that the backup is requested for. */
function airGappedTarget(account: BackupAccount, arn: string | undefined): string | undefined {
  if (arn === undefined) return undefined;
  const target = readAirGappedArn(account.place, arn);
  if ("fault" in target) throw invalidParameter(target.fault);
  const { BackupVaultName, VaultType, VaultState } = vaultToFill(account, target.name, "StartBackupJob");
  if (VaultType !== airGappedType) {
    throw invalidRequest(`Backup vault ${BackupVaultName} is not logically air-gapped.`);
  }
  if (VaultState !== "AVAILABLE") throw invalidRequest(`Backup vault ${BackupVaultName} is ${VaultState}.`);
  return BackupVaultName;
}

function checkOptIn(account: BackupAccount, resource: Arn): void {
  const type = findSource(account, resource)?.type ?? resourceTypeOf(resource)?.name;
  if (type === undefined || isOptedIn(account, type)) return;
  throw invalidRequest(`The Region is not opted in to resource type ${type}.`);
}

function checkIndexable(resource: Arn): void {
  const type = resourceTypeOf(resource);
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
  const type = resourceTypeOfRecord(job.ResourceType, job.ResourceArn);
  if (!type || !can(type, "stop")) {
    throw invalidRequest(`Stopping a backup job is not supported for resource type ${job.ResourceType}.`);
  }
  if (!isUnfinished(job) || job.State === "ABORTING") {
    throw invalidRequest(`Backup job ${BackupJobId} cannot be stopped: its state is ${job.State}.`);
  }
  abortJob(account, job);
  return {};
});
