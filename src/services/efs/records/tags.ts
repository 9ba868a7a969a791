import type { Tag as SdkTag } from "@aws-sdk/client-efs";
import type { Stored } from "../../../core/world";

export type Tag = Stored<SdkTag>;
