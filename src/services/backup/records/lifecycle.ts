import type { Lifecycle as SdkLifecycle } from "@aws-sdk/client-backup";
import type { Stored } from "../../../core/stored";

export type Lifecycle = Stored<SdkLifecycle>;
