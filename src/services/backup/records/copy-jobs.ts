import type { CopyJob as SdkCopyJob } from "@aws-sdk/client-backup";
import { type Place, samePlace } from "../../../core/basics";
import { table } from "../../../core/store";
import type { EpochMs, Next, Outcome } from "../../../core/time";
import type { Stored } from "../../../core/world";
import type { Lifecycle } from "./lifecycle";
import type { VaultAddress } from "./vaults";

/**
 * A copy job. It belongs to the account and Region that it copies from. It has AWS's members; those in lower case are
 * the mock's own.
 */
export interface CopyJob extends Stored<SdkCopyJob> {
  readonly CopyJobId: string;
  readonly SourceBackupVaultArn: string;
  readonly SourceRecoveryPointArn: string;
  readonly DestinationBackupVaultArn: string;
  readonly ResourceArn: string;
  readonly ResourceType: string;
  readonly CreationDate: EpochMs;
  readonly State: NonNullable<SdkCopyJob["State"]>;
  /** The vault it copies from, in its own place, and the vault it copies into. */
  readonly sourceVaultName: string;
  readonly destination: VaultAddress;
  /** Whether it leaves its account or Region. */
  readonly leaves?: "region" | "account" | undefined;
  /** The requested lifecycle. The copied point's lifecycle completes it. */
  readonly lifecycle: Lifecycle | undefined;
  readonly idempotencyToken?: string | undefined;
  /** The ARN that the copy of a composite point will have, and how many members cannot be copied. */
  readonly copyArn?: string | undefined;
  readonly membersLeftOut?: number | undefined;
  /** The outcome that a test set for this job. */
  readonly outcome?: Outcome<"FAILED" | "PARTIAL"> | undefined;
  readonly next?: Next | undefined;
}

export const isUnfinishedCopy = (job: CopyJob): boolean => job.State === "CREATED" || job.State === "RUNNING";

/** Types of which AWS copies fewer than of all others into logically air-gapped vaults at a time. */
export type FewCopied = "FSx" | "Storage Gateway";

const isFewCopied = (type: string): type is FewCopied => type === "FSx" || type === "Storage Gateway";

/** Groups the copies into logically air-gapped vaults by what limits them. A composite's copy waits for its members, and does not count. */
export const airGappedKey = (
  job: Pick<CopyJob, "DestinationVaultType" | "ResourceType" | "IsParent">,
): FewCopied | "others" | undefined => {
  if (job.DestinationVaultType !== "LOGICALLY_AIR_GAPPED_BACKUP_VAULT" || job.IsParent) return undefined;
  return isFewCopied(job.ResourceType) ? job.ResourceType : "others";
};

export const copyJobs = table<CopyJob>(job => job.CopyJobId)
  .by("resource", job => job.ResourceArn)
  .by("state", job => job.State)
  .by("destination", job => job.DestinationBackupVaultArn)
  .by("sourcePoint", job => job.SourceRecoveryPointArn)
  .by("parent", job => job.ParentJobId)
  .by("unfinished", job => (isUnfinishedCopy(job) ? "yes" : undefined))
  .by("unfinishedShared", job =>
    job.leaves === "account" && isUnfinishedCopy(job)
      ? sharedKey(job.destination.place.region, job.ResourceArn)
      : undefined,
  )
  .by("runningToRegion", job =>
    job.leaves && job.State === "RUNNING" ? job.destination.place.region : undefined,
  )
  .by("runningToVault", job =>
    job.leaves && job.State === "RUNNING" ? job.DestinationBackupVaultArn : undefined,
  )
  .by("runningIntoAirGapped", job => (job.State === "RUNNING" ? airGappedKey(job) : undefined))
  .by("runningOnResource", job => (job.State === "RUNNING" ? job.ResourceArn : undefined))
  .by("idempotencyToken", job => job.idempotencyToken);

/** What a copy from one place to another leaves, if anything. */
export function leftBy(from: Place, to: Place): CopyJob["leaves"] {
  if (samePlace(to, from)) return undefined;
  return to.accountId === from.accountId ? "region" : "account";
}

/** Groups the copies of a resource to other accounts by their Region. */
export const sharedKey = (region: string, resourceArn: string): string => `${region} ${resourceArn}`;
