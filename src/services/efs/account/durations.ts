import type { Duration } from "../../../core/time";
import type { AccessPoint } from "../records/access-points";
import type { BackupPolicy } from "../records/backup-policies";
import type { FileSystem } from "../records/file-systems";
import type { MountTarget } from "../records/mount-targets";
import type { Replication } from "../records/replications";

/** The default durations. */
export const efsDurations = {
  efsFileSystem: "5 seconds",
  efsFileSystemUpdate: "5 seconds",
  efsFileSystemDeletion: "3 seconds",
  efsBackupPolicy: "10 seconds",
  efsMountTarget: "90 seconds",
  efsMountTargetDeletion: "30 seconds",
  efsAccessPoint: "5 seconds",
  efsAccessPointDeletion: "5 seconds",
  efsReplication: "5 minutes",
  efsReplicationDeletion: "2 minutes",
} satisfies Readonly<Record<keyof EfsDurations, Duration>>;

/** The kinds of durations, each with the record that a function of the `durations` option receives. */
export type EfsDurations = {
  /** A file system, from `creating` to `available`. Default: 5 seconds. */
  readonly efsFileSystem: FileSystem;
  /** A file system, from `updating` to `available`. Default: 5 seconds. */
  readonly efsFileSystemUpdate: FileSystem;
  /** A file system, from `deleting` to deleted. Default: 3 seconds. */
  readonly efsFileSystemDeletion: FileSystem;
  /** A backup policy, from `ENABLING` to `ENABLED`, and from `DISABLING` to `DISABLED`. Default: 10 seconds. */
  readonly efsBackupPolicy: BackupPolicy;
  /** A mount target, from `creating` to `available`. Default: 90 seconds. */
  readonly efsMountTarget: MountTarget;
  /** A mount target, from `deleting` to deleted. Default: 30 seconds. */
  readonly efsMountTargetDeletion: MountTarget;
  /** An access point, from `creating` to `available`. Default: 5 seconds. */
  readonly efsAccessPoint: AccessPoint;
  /** An access point, from `deleting` to deleted. Default: 5 seconds. */
  readonly efsAccessPointDeletion: AccessPoint;
  /** A replication, from `ENABLING` to `ENABLED`. Default: 5 minutes. */
  readonly efsReplication: Replication;
  /** A replication, from `DELETING` to deleted. Default: 2 minutes. */
  readonly efsReplicationDeletion: Replication;
};
