import type { DescribeBackupJobOutput } from "@aws-sdk/client-backup";
import type { Next } from "../../../core/next";
import type { Stored } from "../../../core/stored";
import { table } from "../../../core/table-spec";
import type { EpochMs } from "../../../core/time";
import { type BackupAccount, type BackupView, read, write } from "../account";
import { invalidParameter, invalidRequest, notFound } from "../errors";
import { can, resourceTypeOf } from "../resource-types";
import { airGappedArnFault, vaultOfArn } from "../vaults/vault-arn";
import { vaultToFill } from "../vaults/vaults";
import { childStates, isUnfinished, unfinishedStates } from "./child-jobs";
import type { CompositeRequest, Membership } from "./composite-backups";
import type { JobFault } from "./copy-faults";
import type { FollowUp } from "./following-up";
import { abortJob } from "./job-changing";
import { copyOfBackupJob } from "./job-copy";
import { createJob } from "./job-creating";
import { pageOfJobs } from "./job-pages";
import { nextOfUnfinished } from "./listing";
import type { JobIssue } from "./message-categories";
import type { Outcome } from "./outcomes";

/** A backup job in AWS's own words; what is lower case is ours. */
export interface BackupJob
  extends Omit<Stored<DescribeBackupJobOutput>, "RecoveryPointArn" | "ChildJobsInState"> {
  readonly BackupJobId: string;
  readonly BackupVaultName: string;
  readonly BackupVaultArn: string;
  readonly ResourceArn: string;
  readonly ResourceType: string;
  readonly State: NonNullable<DescribeBackupJobOutput["State"]>;
  readonly CreationDate: EpochMs;
  readonly StartBy: EpochMs;
  /** Shown once the point is there, or from the start where AWS names it in advance. */
  readonly RecoveryPointArn?: string | undefined;
  /** The ARN the point has or will have. */
  readonly pointArn: string;
  /** The tags asked for the point, if any are. */
  readonly pointTags?: Readonly<Record<string, string>> | undefined;
  readonly completionWindowMinutes: number;
  readonly idempotencyToken?: string | undefined;
  /** What follows once the point is there, as the plan's rule had it when the job was created. */
  readonly followUp?: FollowUp | undefined;
  /** How often it was tried again to start it. */
  readonly retries?: number | undefined;
  /** What it has to say even when it is completed. */
  readonly issue?: JobIssue | undefined;
  /** Why it will fail: it was given a vault that does not take in such backups. */
  readonly misplaced?: JobFault | undefined;
  /** It begins a continuous backup, or lets one go on. */
  readonly continuous?: true | undefined;
  /** What the job is a part of, if it backs up a member of a composite resource. */
  readonly membership?: Membership | undefined;
  /** What was asked for a composite resource, and how many of its members cannot be backed up. */
  readonly asked?: CompositeRequest | undefined;
  readonly leftOut?: number | undefined;
  /** What a test has set for this job. */
  readonly outcome?: Outcome | undefined;
  readonly next?: Next | undefined;
}

const airGapped = "LOGICALLY_AIR_GAPPED_BACKUP_VAULT";

export const backupJobs = table<BackupJob>(job => job.BackupJobId)
  .copied(copyOfBackupJob)
  .by("resource", job => job.ResourceArn)
  .by("vault", job => job.BackupVaultName)
  .by("state", job => job.State)
  .by("parent", job => job.ParentJobId)
  .by("unfinishedInVault", job => (isUnfinished(job) ? job.BackupVaultName : undefined))
  .by("runningOnResource", job => (job.State === "RUNNING" ? job.ResourceArn : undefined))
  .by("idempotencyToken", job => job.idempotencyToken)
  // `hold` of a point that is still being made holds the job that makes it.
  .alias(job => (isUnfinished(job) ? [job.pointArn] : []));

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
