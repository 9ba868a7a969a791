import type { DescribeBackupJobOutput } from "@aws-sdk/client-backup";
import { table, type Writable } from "../../../core/store";
import type { EpochMs, Next, Outcome } from "../../../core/time";
import type { Stored } from "../../../core/world";
import type { JobMessage } from "./job-messages";
import type { Rule } from "./plans";
import type { RecoveryPoint } from "./recovery-points";
import type { ScanJob } from "./scan-jobs";

/** A backup job. Capitalised members are AWS's; the others are the mock's own. */
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
  /** Shown once the point exists, or from the start if AWS shows it in advance. */
  readonly RecoveryPointArn?: string | undefined;
  /** The ARN that the point has or will have. */
  readonly pointArn: string;
  /** The tags requested for the point. */
  readonly pointTags?: Readonly<Record<string, string>> | undefined;
  readonly completionWindowMinutes: number;
  readonly idempotencyToken?: string | undefined;
  /** What to do once the point is made, by the plan's rule when the job was created. */
  readonly followUp?: FollowUp | undefined;
  /** How many times its start was retried. */
  readonly retries?: number | undefined;
  /** The message it shows even if it completes. */
  readonly issue?: JobMessage | undefined;
  /** Why it will fail: the vaults it was requested for do not accept such backups. */
  readonly targetFault?: JobMessage | undefined;
  /** Whether it starts or continues a continuous backup. */
  readonly continuous?: true | undefined;
  /** The composite resource that the job backs up a member of. */
  readonly membership?: Membership | undefined;
  /** The request of a composite's job, and how many members cannot be backed up. */
  readonly compositeRequest?: CompositeRequest | undefined;
  readonly membersLeftOut?: number | undefined;
  /** The outcome that a test set for this job. */
  readonly outcome?: Outcome<"FAILED" | "PARTIAL" | "ABORTED" | "EXPIRED"> | undefined;
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
  .by("runningOfTimestream", job =>
    job.ResourceType === "Timestream" && job.State === "RUNNING" ? "yes" : undefined,
  )
  .by("idempotencyToken", job => job.idempotencyToken)
  // `hold` on a point that is still being made holds the job that makes it.
  .alias(job => (isUnfinished(job) ? [job.pointArn] : []));

/** The states of a backup job that has not ended. */
export const unfinishedStates: ReadonlySet<string> = new Set(["CREATED", "PENDING", "RUNNING", "ABORTING"]);

export const isUnfinished = ({ State }: Pick<BackupJob, "State">): boolean => unfinishedStates.has(State);

/** A member of a composite resource, such as a resource of a stack or a volume of a cluster. */
export interface Membership {
  readonly parentJobId: string;
  readonly parentPointArn: string;
  /** The member's name within the composite resource. */
  readonly memberId: string;
  /** Whether this is the state of an EKS cluster itself. */
  readonly clusterState: boolean;
  /** How deeply it is nested. */
  readonly depth: number;
}

/** The parts of a composite job's request that the jobs of its members need. */
export interface CompositeRequest {
  readonly vaultName: string;
  readonly airGappedVaultName: string | undefined;
  readonly lifecycle: RecoveryPoint["Lifecycle"];
}

/** A scan to make of every new point. */
export interface ScanOrder {
  readonly scanner: ScanJob["MalwareScanner"];
  readonly incremental: boolean;
  readonly scannerRoleArn: string;
}

/** What to do once a job has made its point, by the plan's rule or the call. */
export interface FollowUp {
  readonly copyActions?: Rule["CopyActions"];
  readonly index?: boolean;
  readonly scans?: readonly ScanOrder[];
  /** The logically air-gapped vault of the same place that the service itself copies the point into. */
  readonly airGappedVaultName?: string;
}

/** A copy that names every member, for speed. The last ones are missing from most backup jobs. */
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
  if (job.targetFault !== undefined) copy.targetFault = job.targetFault;
  if (job.continuous !== undefined) copy.continuous = job.continuous;
  if (job.membership !== undefined) copy.membership = job.membership;
  if (job.compositeRequest !== undefined) copy.compositeRequest = job.compositeRequest;
  if (job.membersLeftOut !== undefined) copy.membersLeftOut = job.membersLeftOut;
  if (job.outcome !== undefined) copy.outcome = job.outcome;
  if (job.retries !== undefined) copy.retries = job.retries;
  return copy;
}
