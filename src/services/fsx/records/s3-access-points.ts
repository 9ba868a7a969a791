import type { S3AccessPointAttachment as SdkAttachment } from "@aws-sdk/client-fsx";
import type { Next } from "../../../core/next";
import type { Stored } from "../../../core/stored";
import { table } from "../../../core/table-spec";
import type { EpochMs } from "../../../core/time";

/** An S3 access point attached to a volume, in AWS's own words. */
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
