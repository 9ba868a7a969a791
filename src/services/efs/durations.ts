import type { Duration } from "../../core/time";
import type { AccessPoint } from "./access-points/access-points";
import type { BackupPolicy } from "./file-systems/backup-policy";
import type { FileSystem } from "./file-systems/file-systems";
import type { MountTarget } from "./mount-targets/mount-targets";
import type { Replication } from "./replications/replications";

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
} satisfies Readonly<Record<keyof EfsDurations, Duration>>;

/** What each of these durations is of: a function that is set for one is given that. */
export type EfsDurations = {
  readonly efsFileSystem: FileSystem;
  readonly efsFileSystemUpdate: FileSystem;
  readonly efsFileSystemDelete: FileSystem;
  readonly efsBackupPolicy: BackupPolicy;
  readonly efsMountTarget: MountTarget;
  readonly efsMountTargetDelete: MountTarget;
  readonly efsAccessPoint: AccessPoint;
  readonly efsAccessPointDelete: AccessPoint;
  readonly efsReplication: Replication;
  readonly efsReplicationDelete: Replication;
};
