import type { AccessPointDescription } from "@aws-sdk/client-efs";
import { table } from "../../../core/store";
import type { Next } from "../../../core/time";
import type { Stored } from "../../../core/world";
import type { Tag } from "./tags";

/** An access point in AWS's member names. */
export interface AccessPoint extends Stored<AccessPointDescription> {
  readonly AccessPointId: string;
  readonly AccessPointArn: string;
  readonly FileSystemId: string;
  readonly ClientToken: string;
  readonly Tags: readonly Tag[];
  readonly next?: Next | undefined;
}

export const accessPoints = table<AccessPoint>(point => point.AccessPointId)
  .by("fileSystem", point => point.FileSystemId)
  .by("token", point => point.ClientToken)
  .alias(point => [point.AccessPointArn]);
