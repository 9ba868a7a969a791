import type { Volume as SdkVolume } from "@aws-sdk/client-fsx";
import { table } from "../../../core/store";
import type { EpochMs, Next } from "../../../core/time";
import type { Stored } from "../../../core/world";
import type { Tags } from "./tags";

/** A volume with AWS's members. Its administrative actions have a table of their own. */
export interface Volume extends Omit<Stored<SdkVolume>, "AdministrativeActions"> {
  readonly CreationTime: EpochMs;
  readonly FileSystemId: string;
  readonly Lifecycle: NonNullable<SdkVolume["Lifecycle"]>;
  readonly Name: string;
  readonly ResourceARN: string;
  readonly Tags: Tags;
  readonly VolumeId: string;
  readonly VolumeType: NonNullable<SdkVolume["VolumeType"]>;
  /** The id of the backup that it was restored from. */
  readonly restoredFrom?: string | undefined;
  /** The configuration of an ONTAP volume after the update that is in progress. */
  readonly updatedConfiguration?: Stored<SdkVolume["OntapConfiguration"]> | undefined;
  /** What DeleteVolume returned, so that a repeated request returns the same. */
  readonly deletion?: { readonly backupId: string | undefined; readonly tags: Tags | undefined } | undefined;
  readonly next?: Next | undefined;
}

export const volumes = table<Volume>(volume => volume.VolumeId)
  .by("fileSystem", volume => volume.FileSystemId)
  .by("virtualMachine", volume => volume.OntapConfiguration?.StorageVirtualMachineId)
  .by("parent", volume => volume.OpenZFSConfiguration?.ParentVolumeId)
  .by("clonedFrom", ({ OpenZFSConfiguration: settings }) =>
    settings?.OriginSnapshot?.CopyStrategy === "CLONE" ? settings.OriginSnapshot.SnapshotARN : undefined,
  )
  .by("restoring", volume => (volume.Lifecycle === "CREATING" ? volume.restoredFrom : undefined))
  .alias(volume => [volume.ResourceARN]);
