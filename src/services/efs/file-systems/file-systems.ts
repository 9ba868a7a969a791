import type { FileSystemDescription, LifecyclePolicy as SdkLifecyclePolicy } from "@aws-sdk/client-efs";
import { arn } from "../../../core/arn";
import type { Next } from "../../../core/next";
import type { Place } from "../../../core/place";
import type { Stored } from "../../../core/stored";
import { table } from "../../../core/table-spec";
import type { EpochMs } from "../../../core/time";
import type { EfsView } from "../account";
import { fileSystemNotFound, incorrectFileSystemState } from "../errors";
import type { Tag } from "../tags";

export type LifecyclePolicy = Stored<SdkLifecyclePolicy>;

/** A file system in AWS's own words. How many mount targets it has is counted, not kept. */
export interface FileSystem extends Omit<Stored<FileSystemDescription>, "NumberOfMountTargets"> {
  readonly FileSystemArn: string;
  readonly Tags: readonly Tag[];
  readonly FileSystemProtection: NonNullable<Stored<FileSystemDescription>["FileSystemProtection"]>;
  readonly lifecyclePolicies: readonly LifecyclePolicy[];
  /** The resource policy, as describing it shows it. */
  readonly policy?: string | undefined;
  /** When the throughput mode was last changed, or less throughput provisioned: not again within a day. */
  readonly throughputChangedAt?: EpochMs | undefined;
  readonly next?: Next | undefined;
}

export const fileSystems = table<FileSystem>(fileSystem => fileSystem.FileSystemId)
  .by("token", fileSystem => fileSystem.CreationToken)
  .alias(fileSystem => [fileSystem.FileSystemArn]);

export const fileSystemArn = (place: Place, id: string): string =>
  arn("elasticfilesystem", place, `file-system/${id}`);

const arnPrefix = /^arn:.*:file-system\//;

/** The file system of an id or ARN. */
export function fileSystemWithId({ efs }: EfsView, idOrArn: string): FileSystem {
  const id = idOrArn.replace(arnPrefix, "");
  const fileSystem = efs.fileSystems.get(id);
  if (!fileSystem || (id !== idOrArn && fileSystem.FileSystemArn !== idOrArn)) {
    throw fileSystemNotFound(`File system '${id}' does not exist.`);
  }
  return fileSystem;
}

/** The same where the service insists on its being available. */
export function availableFileSystem(account: EfsView, idOrArn: string): FileSystem {
  const fileSystem = fileSystemWithId(account, idOrArn);
  if (fileSystem.LifeCycleState !== "available") {
    throw incorrectFileSystemState(
      `File system '${fileSystem.FileSystemId}' is in the lifecycle state '${fileSystem.LifeCycleState}'; it must be 'available'.`,
    );
  }
  return fileSystem;
}
