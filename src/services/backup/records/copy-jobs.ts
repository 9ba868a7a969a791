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
  /** The boundary it crosses, if any. */
  readonly boundary?: Boundary | undefined;
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

/** The quotas of copies of one resource that cross a boundary at the same time. */
export const crossingQuotas = {
  region: "crossRegionCopiesPerResource",
  account: "crossAccountCopiesPerResource",
} as const;

type Boundary = keyof typeof crossingQuotas;

/** The boundary that a copy from one place to another crosses, if any. */
export function boundaryOf(from: Place, to: Place): Boundary | undefined {
  if (samePlace(to, from)) return undefined;
  return to.accountId === from.accountId ? "region" : "account";
}

export const crossingKey = (boundary: Boundary, resourceArn: string): string => `${boundary} ${resourceArn}`;

/** Groups the copies of a resource by the boundary they cross. */
const crossingOf = ({ boundary, ResourceArn }: CopyJob): string | undefined =>
  boundary && crossingKey(boundary, ResourceArn);
