import type { Tag as SdkTag } from "@aws-sdk/client-fsx";
import type { Stored } from "../../../core/world";

export type Tag = Stored<SdkTag>;

export type Tags = readonly Tag[];
