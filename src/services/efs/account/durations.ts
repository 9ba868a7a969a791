import type { Duration } from "../../../core/time";
import type { AccessPoint } from "../records/access-points";
import type { BackupPolicy } from "../records/backup-policies";
import type { FileSystem } from "../records/file-systems";
import type { MountTarget } from "../records/mount-targets";
import type { Replication } from "../records/replications";

/** The defaults of the `durations` option. */
export const efsDurations = {
  /** From creating to available. */
  efsFileSystem: "5 seconds",
  /** From updating to available. */
  efsFileSystemUpdate: "5 seconds",
  /** From deleting to its removal. */
  efsFileSystemDeletion: "3 seconds",
  /** From ENABLING to ENABLED and from DISABLING to DISABLED. */
  efsBackupPolicy: "10 seconds",
  /** From creating to available. */
  efsMountTarget: "90 seconds",
  /** From deleting to its removal. */
  efsMountTargetDeletion: "30 seconds",
  /** From creating to available. */
  efsAccessPoint: "5 seconds",
  /** From deleting to its removal. */
  efsAccessPointDeletion: "5 seconds",
  /** From ENABLING to ENABLED. */
  efsReplication: "5 minutes",
  /** From DELETING to its removal. */
  efsReplicationDeletion: "2 minutes",
} satisfies Readonly<Record<keyof EfsDurations, Duration>>;

/** The record that is passed to a duration function. */
export type EfsDurations = {
  readonly efsFileSystem: FileSystem;
  readonly efsFileSystemUpdate: FileSystem;
  readonly efsFileSystemDeletion: FileSystem;
  readonly efsBackupPolicy: BackupPolicy;
  readonly efsMountTarget: MountTarget;
  readonly efsMountTargetDeletion: MountTarget;
  readonly efsAccessPoint: AccessPoint;
  readonly efsAccessPointDeletion: AccessPoint;
  readonly efsReplication: Replication;
  readonly efsReplicationDeletion: Replication;
};
