import type { Duration } from "../../core/time";

/** How long things take unless the `durations` option says otherwise: what the documentation's samples show. */
export const backupDurations = {
  /** From CREATED to RUNNING. */
  backupJobStart: "10 s",
  /** From RUNNING to COMPLETED. */
  backupJob: "20 s",
  /** From ABORTING to ABORTED. */
  backupJobStop: "1 s",
} satisfies Readonly<Record<string, Duration>>;

export type BackupDuration = keyof typeof backupDurations;
