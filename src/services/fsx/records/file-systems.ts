import type { FileSystem as SdkFileSystem } from "@aws-sdk/client-fsx";
import { table } from "../../../core/store";
import type { EpochMs, Next } from "../../../core/time";
import type { Stored } from "../../../core/world";
import type { Tags } from "./tags";

export type FileSystemType = NonNullable<SdkFileSystem["FileSystemType"]>;

/** A file system with AWS's members. Aliases and administrative actions have tables of their own. */
export interface FileSystem extends Omit<Stored<SdkFileSystem>, "AdministrativeActions"> {
  readonly FileSystemId: string;
  readonly FileSystemType: FileSystemType;
  readonly Lifecycle: NonNullable<SdkFileSystem["Lifecycle"]>;
  readonly CreationTime: EpochMs;
  readonly OwnerId: string;
  readonly ResourceARN: string;
  readonly SubnetIds: readonly string[];
  readonly Tags: Tags;
  /** What DeleteFileSystem returned, so that a repeated request returns the same. */
  readonly deletion?: { readonly backupId: string | undefined; readonly tags: Tags | undefined } | undefined;
  /** The id of the backup that it was restored from. */
  readonly restoredFrom?: string | undefined;
  readonly next?: Next | undefined;
}

export const fileSystems = table<FileSystem>(fileSystem => fileSystem.FileSystemId)
  .by("restoring", fileSystem => (fileSystem.Lifecycle === "CREATING" ? fileSystem.restoredFrom : undefined))
  .alias(fileSystem => [fileSystem.ResourceARN]);
