import type { CopyJob as SdkCopyJob } from "@aws-sdk/client-backup";
import { type Place, samePlace } from "../../../core/basics";
import { table } from "../../../core/store";
import type { EpochMs, Next } from "../../../core/time";
import type { Stored } from "../../../core/world";
import type { Lifecycle } from "./lifecycle";
import type { Outcome } from "./outcomes";
import { vaultOfArn } from "./vaults";

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

/** How many copies of one resource may leave it at a time. */
export const quotas = {
  region: "crossRegionCopiesPerResource",
  account: "crossAccountCopiesPerResource",
} as const;

type Boundary = keyof typeof quotas;

/** Which boundary a copy into a vault crosses, if any. */
export function boundaryOf(from: Place, vaultArn: string): Boundary | undefined {
  const to = vaultOfArn(vaultArn)?.place;
  if (!to || samePlace(to, from)) return undefined;
  return to.accountId === from.accountId ? "region" : "account";
}

export const crossing = (boundary: Boundary, resourceArn: string): string => `${boundary} ${resourceArn}`;

/** Groups the copies of a resource by the boundary they cross. */
export function crossingOf(job: CopyJob): string | undefined {
  const from = vaultOfArn(job.SourceBackupVaultArn)?.place;
  const boundary = from && boundaryOf(from, job.DestinationBackupVaultArn);
  return boundary && crossing(boundary, job.ResourceArn);
}
