import type { Lifecycle as SdkLifecycle } from "@aws-sdk/client-backup";
import type { Stored } from "../../../core/world";

export type Lifecycle = Stored<SdkLifecycle>;
