import type { Alias as SdkAlias } from "@aws-sdk/client-fsx";
import { table } from "../../../core/store";
import type { Next } from "../../../core/time";
import type { Stored } from "../../../core/world";

/** A DNS alias of a file system. */
export interface Alias extends Stored<SdkAlias> {
  readonly Name: string;
  readonly Lifecycle: NonNullable<SdkAlias["Lifecycle"]>;
  readonly FileSystemId: string;
  readonly next?: Next | undefined;
}

export const keyOf = (fileSystemId: string, name: string): string => `${fileSystemId}/${name}`;

export const aliases = table<Alias>(alias => keyOf(alias.FileSystemId, alias.Name)).by(
  "fileSystem",
  alias => alias.FileSystemId,
);
