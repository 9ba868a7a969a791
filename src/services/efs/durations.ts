import type { Duration } from "../../core/time";

/** How long things take unless the `durations` option says otherwise. */
export const efsDurations = {
  /** From creating to available. */
  efsFileSystem: "5 s",
  /** From updating to available. */
  efsFileSystemUpdate: "5 s",
  /** From deleting to gone. */
  efsFileSystemDelete: "3 s",
  /** From ENABLING to ENABLED and from DISABLING to DISABLED. */
  efsBackupPolicy: "10 s",
  /** From creating to available. */
  efsMountTarget: "90 s",
  /** From deleting to gone. */
  efsMountTargetDelete: "30 s",
  /** From creating to available. */
  efsAccessPoint: "5 s",
  /** From deleting to gone. */
  efsAccessPointDelete: "5 s",
  /** From ENABLING to ENABLED. */
  efsReplication: "5 min",
  /** From DELETING to gone. */
  efsReplicationDelete: "2 min",
} satisfies Readonly<Record<string, Duration>>;

export type EfsDuration = keyof typeof efsDurations;
