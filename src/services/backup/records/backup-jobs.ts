import type { DescribeBackupJobOutput } from "@aws-sdk/client-backup";
import { table, type Writable } from "../../../core/store";
import type { EpochMs, Next } from "../../../core/time";
import type { Stored } from "../../../core/world";
import type { JobFault, JobIssue } from "./job-messages";
import type { Outcome } from "./outcomes";
import type { Rule } from "./plans";
import type { RecoveryPoint } from "./recovery-points";
import type { ScanJob } from "./scan-jobs";

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

/** The states in which a backup job has not come to its end. */
export const unfinishedStates: ReadonlySet<string> = new Set(["CREATED", "PENDING", "RUNNING", "ABORTING"]);

export const isUnfinished = (job: BackupJob): boolean => unfinishedStates.has(job.State);

/** That a job backs up a part of something: a resource of a stack, a volume of a cluster. */
export interface Membership {
  readonly parentJobId: string;
  readonly parentPointArn: string;
  /** What the part is called in the whole. */
  readonly memberId: string;
  /** The state of an EKS cluster itself. */
  readonly clusterState: boolean;
  /** How many wholes it is in, one in the other. */
  readonly depth: number;
}

/** What was asked of the job of a composite resource, for the jobs of its members. */
export interface CompositeRequest {
  readonly vaultName: string;
  readonly airGappedVaultArn: string | undefined;
  readonly lifecycle: RecoveryPoint["Lifecycle"];
}

/** A scan that is to be made of every new point. */
export interface ScanOrder {
  readonly scanner: ScanJob["MalwareScanner"];
  readonly incremental: boolean;
  readonly scannerRoleArn: string;
}

/** What follows once a job has made its point, by the plan's rule or the call. */
export interface FollowUp {
  readonly copyActions?: Rule["CopyActions"];
  readonly index?: boolean;
  readonly scans?: readonly ScanOrder[];
  /** The logically air-gapped vault into which the service itself copies the point. */
  readonly airGappedVaultArn?: string;
}

/** A copy that names each member; the last ones are those that few backup jobs have. */
export function copyOfBackupJob(job: BackupJob): BackupJob {
  const copy: Writable<BackupJob> = {
    AccountId: job.AccountId,
    BackupJobId: job.BackupJobId,
    BackupVaultName: job.BackupVaultName,
    BackupVaultArn: job.BackupVaultArn,
    VaultType: job.VaultType,
    VaultLockState: job.VaultLockState,
    RecoveryPointArn: job.RecoveryPointArn,
    RecoveryPointLifecycle: job.RecoveryPointLifecycle,
    EncryptionKeyArn: job.EncryptionKeyArn,
    IsEncrypted: job.IsEncrypted,
    ResourceArn: job.ResourceArn,
    ResourceType: job.ResourceType,
    CreationDate: job.CreationDate,
    InitiationDate: job.InitiationDate,
    CompletionDate: job.CompletionDate,
    ExpectedCompletionDate: job.ExpectedCompletionDate,
    StartBy: job.StartBy,
    State: job.State,
    MessageCategory: job.MessageCategory,
    PercentDone: job.PercentDone,
    BackupSizeInBytes: job.BackupSizeInBytes,
    BytesTransferred: job.BytesTransferred,
    IamRoleArn: job.IamRoleArn,
    CreatedBy: job.CreatedBy,
    IsParent: job.IsParent,
    pointArn: job.pointArn,
    completionWindowMinutes: job.completionWindowMinutes,
    next: job.next,
  };
  if (job.ResourceName !== undefined) copy.ResourceName = job.ResourceName;
  if (job.StatusMessage !== undefined) copy.StatusMessage = job.StatusMessage;
  if (job.BackupOptions !== undefined) copy.BackupOptions = job.BackupOptions;
  if (job.BackupType !== undefined) copy.BackupType = job.BackupType;
  if (job.ParentJobId !== undefined) copy.ParentJobId = job.ParentJobId;
  if (job.NumberOfChildJobs !== undefined) copy.NumberOfChildJobs = job.NumberOfChildJobs;
  if (job.idempotencyToken !== undefined) copy.idempotencyToken = job.idempotencyToken;
  if (job.pointTags !== undefined) copy.pointTags = job.pointTags;
  if (job.followUp !== undefined) copy.followUp = job.followUp;
  if (job.issue !== undefined) copy.issue = job.issue;
  if (job.misplaced !== undefined) copy.misplaced = job.misplaced;
  if (job.continuous !== undefined) copy.continuous = job.continuous;
  if (job.membership !== undefined) copy.membership = job.membership;
  if (job.asked !== undefined) copy.asked = job.asked;
  if (job.leftOut !== undefined) copy.leftOut = job.leftOut;
  if (job.outcome !== undefined) copy.outcome = job.outcome;
  if (job.retries !== undefined) copy.retries = job.retries;
  return copy;
}
