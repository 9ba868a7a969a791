import type { Backup as SdkBackup } from "@aws-sdk/client-fsx";
import { table } from "../../../core/store";
import type { EpochMs, Next } from "../../../core/time";
import type { Stored } from "../../../core/world";
import type { FileSystem, FileSystemType } from "./file-systems";
import type { Tags } from "./tags";
import type { Volume } from "./volumes";

/** A backup with AWS's members. Members in lower case are ours. */
export interface Backup extends Omit<Stored<SdkBackup>, "FileSystem" | "Volume"> {
  readonly BackupId: string;
  readonly CreationTime: EpochMs;
  readonly OwnerId: string;
  readonly ResourceARN: string;
  readonly Tags: Tags;
  /** The shown part of the file system. A backup of a volume has none. */
  readonly FileSystem?: Stored<SdkBackup["FileSystem"]> | undefined;
  readonly Volume?: ShownVolume | undefined;
  /** What was backed up, in its state at that time. A restore starts from it. */
  readonly ofFileSystem?: FileSystem | undefined;
  readonly ofVolume?: Volume | undefined;
  /** The volumes of an OpenZFS file system, parents before children. */
  readonly volumes?: readonly Volume[] | undefined;
  /** The retention period of an automatic backup, in days. */
  readonly daysKept?: number | undefined;
  /** How many copies of it are in progress, in any Region. */
  readonly copiesUnderWay?: number | undefined;
  readonly next?: Next | undefined;
}

/** The shown part of a volume. AWS returns a lifecycle here that its own model does not have. */
export interface ShownVolume extends Omit<Stored<NonNullable<SdkBackup["Volume"]>>, "Lifecycle"> {
  readonly Lifecycle: "ACTIVE";
}

const beingMade: ReadonlySet<string> = new Set(["PENDING", "CREATING", "TRANSFERRING"]);

export const fileSystemIdOf = (backup: Backup): string | undefined =>
  backup.ofVolume?.FileSystemId ?? backup.ofFileSystem?.FileSystemId;

export const volumeIdOf = (backup: Backup): string | undefined => backup.ofVolume?.VolumeId;

/** The file system or volume that was backed up. */
const targetOf = (backup: Backup): string | undefined =>
  volumeIdOf(backup) ?? backup.ofFileSystem?.FileSystemId;

export const isBeingMade = (backup: Backup): boolean => beingMade.has(backup.Lifecycle);

export const fileSystemTypeOf = (backup: Backup): FileSystemType =>
  backup.ofFileSystem?.FileSystemType ?? "ONTAP";

export const backups = table<Backup>(backup => backup.BackupId)
  .by("fileSystem", fileSystemIdOf)
  .by("volume", volumeIdOf)
  .by("users", backup => (backup.Type === "AUTOMATIC" ? undefined : fileSystemTypeOf(backup)))
  .by("beingMadeOf", backup => (isBeingMade(backup) ? targetOf(backup) : undefined))
  .by("state", backup => backup.Lifecycle)
  .alias(backup => [backup.ResourceARN]);
