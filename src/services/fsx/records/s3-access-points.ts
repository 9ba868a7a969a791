import type { S3AccessPointAttachment as SdkAttachment } from "@aws-sdk/client-fsx";
import { table } from "../../../core/store";
import type { EpochMs, Next } from "../../../core/time";
import type { Stored } from "../../../core/world";

/** An S3 access point attached to a volume, with AWS's members. */
export interface S3AccessPoint extends Stored<SdkAttachment> {
  readonly Name: string;
  readonly Lifecycle: NonNullable<SdkAttachment["Lifecycle"]>;
  readonly CreationTime: EpochMs;
  readonly Type: NonNullable<SdkAttachment["Type"]>;
  readonly volumeId: string;
  readonly fileSystemId: string;
  readonly next?: Next | undefined;
}

export const s3AccessPoints = table<S3AccessPoint>(point => point.Name)
  .by("volume", point => point.volumeId)
  .by("fileSystem", point => point.fileSystemId);
