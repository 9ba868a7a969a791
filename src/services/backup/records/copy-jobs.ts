import type { CopyJob as SdkCopyJob } from "@aws-sdk/client-backup";
import type { Next } from "../../../core/next";
import type { Stored } from "../../../core/stored";
import { table } from "../../../core/table-spec";
import type { EpochMs } from "../../../core/time";
import { crossingOf } from "../jobs/copy-faults";
import type { Lifecycle } from "../points/lifecycle";
import type { Outcome } from "./outcomes";

/** A copy job in AWS's own words; what is lower case is ours. It belongs to the account and Region it copies from. */
export interface CopyJob extends Stored<SdkCopyJob> {
  readonly CopyJobId: string;
  readonly SourceBackupVaultArn: string;
  readonly SourceRecoveryPointArn: string;
  readonly DestinationBackupVaultArn: string;
  readonly ResourceArn: string;
  readonly ResourceType: string;
  readonly CreationDate: EpochMs;
  readonly State: NonNullable<SdkCopyJob["State"]>;
  /** The lifecycle asked for; what it leaves open, the copied point decides. */
  readonly lifecycle: Lifecycle | undefined;
  readonly idempotencyToken?: string | undefined;
  /** The ARN that the copy of a composite point will have, and how many of its members cannot be copied. */
  readonly copyArn?: string | undefined;
  readonly leftBehind?: number | undefined;
  /** What a test has set for this job. */
  readonly outcome?: Outcome | undefined;
  readonly next?: Next | undefined;
}

export const isUnfinishedCopy = (job: CopyJob): boolean => job.State === "CREATED" || job.State === "RUNNING";

export const copyJobs = table<CopyJob>(job => job.CopyJobId)
  .by("resource", job => job.ResourceArn)
  .by("state", job => job.State)
  .by("destination", job => job.DestinationBackupVaultArn)
  .by("sourcePoint", job => job.SourceRecoveryPointArn)
  .by("parent", job => job.ParentJobId)
  .by("unfinished", job => (isUnfinishedCopy(job) ? "yes" : undefined))
  .by("unfinishedCrossing", job => (isUnfinishedCopy(job) ? crossingOf(job) : undefined))
  .by("runningOnResource", job => (job.State === "RUNNING" ? job.ResourceArn : undefined))
  .by("idempotencyToken", job => job.idempotencyToken);
