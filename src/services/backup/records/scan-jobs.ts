import type { ScanJob as SdkScanJob } from "@aws-sdk/client-backup";
import { table } from "../../../core/store";
import type { EpochMs, Next } from "../../../core/time";
import type { Stored } from "../../../core/world";
import type { Outcome } from "./outcomes";

export type SdkScan = Stored<SdkScanJob>;

/** A scan job in AWS's own words; what is lower case is ours. */
export interface ScanJob extends Omit<SdkScan, "CreatedBy"> {
  readonly State: NonNullable<SdkScan["State"]>;
  /** The plan and rule behind it; none for one that somebody started. */
  readonly CreatedBy?: SdkScan["CreatedBy"] | undefined;
  /** The span of time that is scanned, if the point is a continuous backup. */
  readonly ContinuousScanStartTime?: EpochMs | undefined;
  readonly ContinuousScanEndTime?: EpochMs | undefined;
  readonly idempotencyToken?: string | undefined;
  /** What a test has set for this job. */
  readonly outcome?: Outcome | undefined;
  readonly next?: Next | undefined;
}

export const isUnfinishedScan = (job: ScanJob): boolean => job.State === "CREATED" || job.State === "RUNNING";

export const scanJobs = table<ScanJob>(job => job.ScanJobId)
  .by("resource", job => job.ResourceArn)
  .by("point", job => job.RecoveryPointArn)
  .by("vault", job => job.BackupVaultName)
  .by("state", job => job.State)
  .by("queuedOnResource", job => (job.State === "CREATED" ? job.ResourceArn : undefined))
  .by("runningOnResource", job => (job.State === "RUNNING" ? job.ResourceArn : undefined))
  .by("idempotencyToken", job => job.idempotencyToken);
