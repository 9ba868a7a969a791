import { table } from "../../../core/store";
import type { EpochMs } from "../../../core/time";

/** The latest restore of a resource. AWS Backup remembers it longer than its job. */
export interface LatestRestore {
  readonly ResourceArn: string;
  readonly LatestRestoreExecutionTimeMinutes: number;
  readonly LatestRestoreJobCreationDate: EpochMs;
  readonly LatestRestoreRecoveryPointCreationDate: EpochMs | undefined;
}

export const latestRestores = table<LatestRestore>(restore => restore.ResourceArn);
