import type { CreateFileSystemLustreConfiguration } from "@aws-sdk/client-fsx";
import type { TypedMembers } from "./kind";

export type LustreType = NonNullable<CreateFileSystemLustreConfiguration["DeploymentType"]>;

/** The storage of a new file system, with the settings that depend on it. */
export interface LustreStorage extends Pick<TypedMembers, "StorageCapacity" | "StorageType"> {
  readonly settings: NonNullable<TypedMembers["LustreConfiguration"]>;
}
