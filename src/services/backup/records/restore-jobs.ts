import type { DescribeRestoreJobOutput } from "@aws-sdk/client-backup";
import { table } from "../../../core/store";
import type { EpochMs, Next, Outcome } from "../../../core/time";
import type { Stored } from "../../../core/world";
import type { Metadata } from "./restore-metadata";

/** A restore job. Capitalised members are AWS's; the others are the mock's own. */
export interface RestoreJob extends Stored<DescribeRestoreJobOutput> {
  readonly RestoreJobId: string;
  readonly RecoveryPointArn: string;
  readonly SourceResourceArn: string;
  readonly ResourceType: string;
  readonly BackupVaultArn: string;
  readonly vaultName: string;
  readonly CreationDate: EpochMs;
  readonly Status: NonNullable<DescribeRestoreJobOutput["Status"]>;
  readonly metadata: Metadata;
  /** Whether the restored resource gets the tags of the backup. */
  readonly copiesTags: boolean;
  /** How many hours a restore test can be validated before the restored resource is deleted. */
  readonly validationHours?: number | undefined;
  readonly idempotencyToken?: string | undefined;
  /** The outcome that a test set for this job. */
  readonly outcome?: Outcome<"FAILED" | "ABORTED"> | undefined;
  readonly next?: Next | undefined;
}

export const isUnfinishedRestore = (job: RestoreJob): boolean =>
  job.Status === "PENDING" || job.Status === "RUNNING";

export const restoreJobs = table<RestoreJob>(job => job.RestoreJobId)
  .by("resource", job => job.SourceResourceArn)
  .by("status", job => job.Status)
  .by("parent", job => job.ParentJobId)
  .by("testingPlan", job => job.CreatedBy?.RestoreTestingPlanArn)
  .by("unfinished", job => (isUnfinishedRestore(job) ? "yes" : undefined))
  .by("runningFromPoint", job => (job.Status === "RUNNING" ? job.RecoveryPointArn : undefined))
  .by("idempotencyToken", job => job.idempotencyToken);
