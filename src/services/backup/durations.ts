import type { Duration } from "../../core/time";

/** How long things take unless the `durations` option says otherwise: what the documentation's samples show. */
export const backupDurations = {
  /** From CREATED to RUNNING. */
  backupJobStart: "10 s",
  /** From RUNNING to COMPLETED. */
  backupJob: "20 s",
  /** From ABORTING to ABORTED. */
  backupJobStop: "1 s",
  /** From CREATED to RUNNING. */
  copyJobStart: "10 s",
  /** From RUNNING to COMPLETED. */
  copyJob: "1 min",
  /** Until the controls of a framework are deployed, changed or gone. */
  frameworkDeployment: "1 min",
} satisfies Readonly<Record<string, Duration>>;

export type BackupDuration = keyof typeof backupDurations;
