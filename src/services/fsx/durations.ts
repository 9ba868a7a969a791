import type { Duration } from "../../core/time";

/** How long things take unless the `durations` option says otherwise. */
export const fsxDurations = {
  /** From CREATING to AVAILABLE. */
  fsxFileSystem: "15 minutes",
  /** From DELETING until it is gone. */
  fsxFileSystemDeletion: "10 minutes",
  /** From CREATING to AVAILABLE. */
  fsxBackup: "10 minutes",
  /** From COPYING to AVAILABLE. */
  fsxBackupCopy: "20 minutes",
  /** From CREATING to CREATED or AVAILABLE. */
  fsxVolume: "1 minute",
  /** From DELETING until it is gone. */
  fsxVolumeDeletion: "1 minute",
} satisfies Readonly<Record<string, Duration>>;

export type FsxDuration = keyof typeof fsxDurations;
