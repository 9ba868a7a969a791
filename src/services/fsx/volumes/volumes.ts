import type { Volume as SdkVolume } from "@aws-sdk/client-fsx";
import type { Next } from "../../../core/next";
import { arn, type Place } from "../../../core/place";
import type { Stored } from "../../../core/stored";
import { table } from "../../../core/table-spec";
import type { EpochMs } from "../../../core/time";
import type { FsxView } from "../account";
import { volumeNotFound } from "../errors";
import type { Tags } from "../tags";

/** A volume in AWS's own words. */
export interface Volume extends Omit<Stored<SdkVolume>, "AdministrativeActions"> {
  readonly CreationTime: EpochMs;
  readonly FileSystemId: string;
  readonly Lifecycle: NonNullable<SdkVolume["Lifecycle"]>;
  readonly Name: string;
  readonly ResourceARN: string;
  readonly Tags: Tags;
  readonly VolumeId: string;
  readonly VolumeType: NonNullable<SdkVolume["VolumeType"]>;
  readonly next?: Next | undefined;
}

export const volumes = table<Volume>(volume => volume.VolumeId)
  .by("fileSystem", volume => volume.FileSystemId)
  .by("virtualMachine", volume => volume.OntapConfiguration?.StorageVirtualMachineId)
  .by("parent", volume => volume.OpenZFSConfiguration?.ParentVolumeId)
  .alias(volume => [volume.ResourceARN]);

export const volumeArn = (place: Place, fileSystemId: string, volumeId: string): string =>
  arn("fsx", place, `volume/${fileSystemId}/${volumeId}`);

/** The volume of an id. */
export function volumeWithId({ fsx }: FsxView, id: string): Volume {
  const volume = fsx.volumes.get(id);
  if (!volume) throw volumeNotFound(id);
  return volume;
}
