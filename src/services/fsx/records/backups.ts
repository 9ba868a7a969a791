import type { Backup as SdkBackup } from "@aws-sdk/client-fsx";
import { table } from "../../../core/store";
import type { EpochMs, Next } from "../../../core/time";
import type { Stored } from "../../../core/world";
import type { FileSystem, FileSystemType } from "./file-systems";
import type { Tags } from "./tags";
import type { Volume } from "./volumes";

/** A backup in AWS's own words; what is lower case is ours. */
export interface Backup extends Omit<Stored<SdkBackup>, "FileSystem" | "Volume"> {
  readonly BackupId: string;
  readonly CreationTime: EpochMs;
  readonly OwnerId: string;
  readonly ResourceARN: string;
  readonly Tags: Tags;
  /** What is shown of the file system. A backup of a volume shows none. */
  readonly FileSystem?: Stored<SdkBackup["FileSystem"]> | undefined;
  readonly Volume?: ShownVolume | undefined;
  /** What was backed up, as it was then: a restore starts from it. */
  readonly ofFileSystem?: FileSystem | undefined;
  readonly ofVolume?: Volume | undefined;
  /** The volumes of an OpenZFS file system, parents before their children. */
  readonly volumes?: readonly Volume[] | undefined;
  /** For how long an automatic backup is kept. */
  readonly daysKept?: number | undefined;
  /** How many copies are being made of it, here or elsewhere. */
  readonly copiesUnderWay?: number | undefined;
  readonly next?: Next | undefined;
}

/** What a backup shows of its volume. AWS answers a lifecycle here that its own model does not have. */
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
