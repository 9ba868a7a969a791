import type { ScanJob as SdkScanJob } from "@aws-sdk/client-backup";
import { table } from "../../../core/store";
import type { EpochMs, Next, Outcome } from "../../../core/time";
import type { Stored } from "../../../core/world";

export type SdkScan = Stored<SdkScanJob>;

/** A scan job. Capitalised members are AWS's; the others are the mock's own. */
export interface ScanJob
  extends Omit<SdkScan, "CreatedBy" | "ContinuousScanStartTime" | "ContinuousScanEndTime"> {
  readonly State: NonNullable<SdkScan["State"]>;
  /** The plan and rule that caused it. None if a call started it. */
  readonly CreatedBy?: SdkScan["CreatedBy"] | undefined;
  /** The time span to scan, if the point is a continuous backup. */
  readonly ContinuousScanStartTime?: EpochMs | undefined;
  readonly ContinuousScanEndTime?: EpochMs | undefined;
  readonly idempotencyToken?: string | undefined;
  /** The outcome that a test set for this job. */
  readonly outcome?: Outcome<"FAILED" | "COMPLETED_WITH_ISSUES" | "CANCELED"> | undefined;
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
