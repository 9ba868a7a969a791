import type { Alias as SdkAlias } from "@aws-sdk/client-fsx";
import type { Next } from "../../../core/next";
import type { Stored } from "../../../core/stored";
import { table } from "../../../core/table-spec";

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
