import type { DataRepositoryAssociation as SdkAssociation } from "@aws-sdk/client-fsx";
import { table } from "../../../core/store";
import type { EpochMs, Next } from "../../../core/time";
import type { Stored } from "../../../core/world";
import type { Tags } from "./tags";

/** A link between a directory of a file system or cache and a data repository, with AWS's members. */
export interface Association extends Stored<SdkAssociation> {
  readonly AssociationId: string;
  readonly ResourceARN: string;
  readonly Lifecycle: NonNullable<SdkAssociation["Lifecycle"]>;
  readonly DataRepositoryPath: string;
  readonly CreationTime: EpochMs;
  readonly Tags: Tags;
  readonly next?: Next | undefined;
}

export const associations = table<Association>(association => association.AssociationId)
  .by("fileSystem", association => association.FileSystemId)
  .by("fileCache", association => association.FileCacheId)
  .alias(association => [association.ResourceARN]);
