import type { FileCacheCreating } from "@aws-sdk/client-fsx";
import { table } from "../../../core/store";
import type { EpochMs, Next } from "../../../core/time";
import type { Stored } from "../../../core/world";
import type { Tags } from "./tags";

/** An Amazon File Cache, with AWS's members. Only CreateFileCache shows its tags. */
export interface FileCache extends Stored<FileCacheCreating> {
  readonly FileCacheId: string;
  readonly Lifecycle: NonNullable<FileCacheCreating["Lifecycle"]>;
  readonly CreationTime: EpochMs;
  readonly ResourceARN: string;
  readonly StorageCapacity: number;
  readonly Tags: Tags;
  readonly next?: Next | undefined;
}

export const fileCaches = table<FileCache>(cache => cache.FileCacheId).alias(cache => [cache.ResourceARN]);
